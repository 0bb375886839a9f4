import {grouped} from './time.ts';

export const creating = (alias: string): string => `Creating the key "${alias}".`;
export const elapsed = (seconds: number): string => `${grouped(seconds)} s`;
export const sentOnce = 'The request has been sent once and is not repeated.';
export const waitingToLeave = (seconds: number): string =>
  `The key may exist. Waiting up to ${grouped(seconds)} s for the answer; Ctrl+C again leaves now.`;

export const nothingCreated = 'No key was created. Everything you chose is still here.';
export const notCreatedItems = [
  {value: 'review', label: 'Back to the review'},
  {value: 'configure', label: 'Change the configuration'},
  {value: 'access', label: 'Change what it opens'},
  {value: 'leave', label: 'Leave'},
] as const;

export const unknownSays = {
  cut: 'The connection was cut after the request had been sent. A key may exist.',
  abandoned: 'You left before the answer came. A key may exist.',
  late: 'No answer came in time. A key may exist.',
  answer: 'The answer does not say whether a key was made. A key may exist.',
} as const;
export const nobodyHasIt = 'Nobody has seen it, and it was not created a second time.';
export const unknownLabels = {alias: 'Alias', sent: 'Sent', answer: 'Answer'} as const;
export const answerAfter = (what: string, seconds: string): string => `${what} after ${seconds} s`;
export const answers = {
  cut: (detail: string): string => `none; ${detail}`,
  none: 'none',
  status: (status: number, message: string): string =>
    `${status}${message === '' ? '' : ` ${message}`}`,
} as const;
export const howToFind = {
  dashboard: (from: string, to: string, alias: string): string =>
    `Tyk can't search keys by alias. In the Dashboard open Keys and compare the alias "${alias}" and the creation time, ${from} to ${to} UTC.`,
  gateway: (from: string, to: string, alias: string): string =>
    `Tyk can't search keys by alias. If this gateway lists keys (GET /tyk/keys), compare the alias "${alias}" and date_created, ${from} to ${to} UTC.`,
} as const;
export const ifNotListed = (end: string): string =>
  `If this server doesn't list keys, the key can't be found; nobody holds it, and it ${end}.`;
export const endsThen = (when: string): string => `ends by itself on ${when}`;
export const endsNever = 'never ends';
export const unknownItems = [
  {
    value: 'review',
    label: 'Back to the review',
    detail: 'creating again may leave the first key behind',
  },
  {value: 'leave', label: 'Leave'},
] as const;
