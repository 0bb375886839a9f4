import type {Limits} from '../key/limits.ts';
import type {Policy} from '../key/policy.ts';
import {grouped, secondsWords} from './time.ts';

const rateWords = (requests: number, seconds: number): string =>
  `${grouped(requests)} requests in ${grouped(seconds)} s`;

const throttleWords = ({retries, intervalSeconds}: NonNullable<Limits['throttle']>): string =>
  `${retries} ${retries === 1 ? 'retry' : 'retries'} ${intervalSeconds} s apart`;

/** `1,000 requests in 60 s, no throttling, no quota` */
export const limitsWords = (limits: Limits): string =>
  Object.values(limitWords(limits))
    .filter(part => part !== '')
    .join(', ');

/** Each limit by itself; '' for a query depth that nothing limits. */
export const limitWords = ({
  rate,
  throttle,
  quota,
  queryDepth,
}: Limits): {readonly [name in keyof Limits]: string} => ({
  rate: rate === undefined ? 'no rate limit' : rateWords(rate.requests, rate.perSeconds),
  throttle: throttle === undefined ? 'no throttling' : throttleWords(throttle),
  quota: quota === undefined ? 'no quota' : quotaWords(quota.requests, quota.renewsEverySeconds),
  queryDepth: queryDepth === undefined ? '' : `query depth ${queryDepth}`,
});

/** The limits of a policy, where it governs them. */
export const policyLimits = (policy: Policy): string => {
  const {governs, rate, per, quotaMax, quotaRenewalRate} = policy;
  const parts = [
    ...(governs.rateLimit || governs.perApi
      ? [rate > 0 && per > 0 ? rateWords(rate, per) : 'no rate limit']
      : []),
    ...(governs.quota || governs.perApi ? [quotaWords(quotaMax, quotaRenewalRate)] : []),
  ];
  return parts.join(', ');
};

/** `a week`, `an hour`, `every 12 hours`. */
const periodWords = (seconds: number): string => {
  const single: Readonly<Record<number, string>> = {
    3600: 'an hour',
    86_400: 'a day',
    604_800: 'a week',
  };
  return single[seconds] ?? `every ${secondsWords(seconds)}`;
};

const quotaWords = (max: number, renewal: number): string => {
  if (max <= 0) return 'no quota';
  return renewal > 0
    ? `${grouped(max)} requests ${periodWords(renewal)}`
    : `${grouped(max)} requests, then never again`;
};

export const limitsTitle = "The key's own limits";
export const limitLabels = {
  rateOn: 'Rate limiting',
  requests: 'Requests',
  perSeconds: 'Per seconds',
  throttleOn: 'Throttling',
  retries: 'Retries',
  intervalSeconds: 'Seconds between',
  quotaOn: 'Usage quota',
  quota: 'Requests',
  renews: 'Resets every',
  queryDepth: 'Query depth',
  done: 'Done',
} as const;

export const limitPurposes = {
  rateOn: 'refuses calls that come too fast',
  requests: 'calls allowed in that time',
  perSeconds: 'any such span counts',
  throttleOn: 'holds refused calls, tries again',
  retries: 'tries before it gives up',
  intervalSeconds: 'wait between two tries',
  quotaOn: 'refuses calls beyond a total',
  quota: 'calls allowed in a period',
  renews: 'when the count starts anew',
  queryDepth: 'GraphQL; empty means no limit',
  done: 'back to the form',
} as const;

export const idleThrottle = 'no effect without a rate limit';
export const noDepth = 'no limit';
export const neverRenews = 'never';
export const renewalTitle = 'The quota resets every';
export const ownRenewalItem = 'Own duration';
export const monthItem = '1 month';
export const neverRenewsItem = 'Never';
export const neverRenewsDetail = 'the key is dead for good once it is used up';
export const ownRenewalTitle = 'Own duration';
export const ownRenewalPlaceholder = '30d';
export const ownRenewalHelp = 'A duration: 12h or 30d or 2w; a month counts as 30 days.';
