import {counted, secondsWords} from './time.ts';

export const reviewTitle = 'This key';
export const labels = {
  access: 'opens',
  expires: 'until',
  limits: 'allows',
  alias: 'is called',
  tags: 'is tagged',
  metadata: 'carries',
  logging: 'logs',
  server: 'at',
} as const;

export const followsPolicies = (count: number): string =>
  count === 1 ? 'follows policy' : 'follows policies';
export const unlistedGrants = 'what its policies grant; this gateway does not list them';
export const limitsOfUnlisted = 'what its policies say';
/** Whose something is; a key's only policy needs no name. */
export const byPolicies = (names: readonly string[], isOnly: boolean): string => {
  if (names.length === 0) return '';
  return isOnly ? ' (policy)' : ` (${counts(names)} ${names.join(', ')})`;
};
const counts = (names: readonly string[]): string => (names.length === 1 ? 'policy' : 'policies');
export const limitsAt = (apis: readonly string[], limits: string): string =>
  `${apis.join(', ')}: ${limits}`;
export const lost = (limits: readonly string[]): string => `instead of your ${limits.join(', ')}`;
export const metadataLost = (name: string, policy: string, isOnly: boolean): string =>
  `${name} (policy${isOnly ? '' : ` ${policy}`}, instead of your value)`;
export const opens = (count: number): string => counted(count, 'API');
export const nothing = 'nothing';
export const never = 'never ends';
export const about = (expiry: string, end: string): string =>
  `${expiry} after creation, about ${end}`;
export const byPolicy = (seconds: number, end: string, policy: string, isLast: boolean): string =>
  `${secondsWords(seconds)} after creation, about ${end}, set by the policy ${policy}` +
  (isLast ? ', the last that sets it' : '');
export const onDate = (end: string): string => end;
export const logsOn = 'full requests and responses of every call, bodies included';
export const logsOff = 'no bodies';
export const keyless = 'open to everybody: the key does nothing there';
export const inactive = 'inactive';
export const internalApi = 'internal: not reachable from outside';
export const noRateLimit = 'ignores rate limits';
export const noQuota = 'ignores quotas';
export const shortLived = (seconds: number): string =>
  `its keys are deleted after ${secondsWords(seconds)}`;
export const organisation = (id: string): string => (id === '' ? '' : `organisation ${id}`);
export const skew = (seconds: number): string =>
  `The server's clock is ${secondsWords(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} this machine's; the server's counts.`;
export const createAction = 'Create the key';
export const promise = 'One request is sent, once. It is never repeated by itself.';
export const unknownBefore =
  'An earlier request may have made a key already. Creating again may leave it behind.';
export const requestTitle = {json: 'The request, as JSON', curl: 'The request, as curl'} as const;
export const requestLoading = 'Writing it down.';
