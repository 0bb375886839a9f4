import {durationParts} from '../key/duration.ts';
import type {Duration} from '../key/duration.ts';
import type {Expiry} from '../key/expiry.ts';

/** `1 week`, `2 months`, `1 day 2 hours`. */
const durationWords = (duration: Duration): string =>
  durationParts(duration)
    .map(({unit, count}) => counted(count, unit))
    .join(' ');

export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `1,204`: by hand, for `Intl` costs at its first use. */
export const grouped = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `an hour of 3,600 seconds` has many names; this is the shortest true one. */
export const secondsWords = (seconds: number): string => durationWords({months: 0, seconds});

/** Where the Dashboard's menu says it in another way than `durationWords` would. */
const presetWords: Readonly<Record<number, string>> = {86_400: '24 hours'};
const secondsOf = ({months, seconds}: Duration): number => (months === 0 ? seconds : 0);

/** How an expiry is said before the key exists. */
export const expiryWords = (expiry: Expiry): string => {
  switch (expiry.kind) {
    case 'never':
      return 'never';
    case 'after':
      return presetWords[secondsOf(expiry.duration)] ?? durationWords(expiry.duration);
    case 'at':
      return 'on a date';
    case 'byPolicy':
      return `${secondsWords(expiry.seconds)}, set by the policy ${expiry.policy}`;
  }
};
