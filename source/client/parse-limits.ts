import {defaultLimits, type Limits} from '../key/limits.ts';
import type {WishedLimits, WishProblem} from './wish.ts';

/** Limits with the defaults filled in. A number that Tyk would take as "no limit" is a problem (gateway.md C.2). */
export const parseLimits = ({
  rate = defaultLimits.rate,
  throttle,
  quota,
  queryDepth,
}: WishedLimits): {readonly limits: Limits; readonly problems: readonly WishProblem[]} => {
  const limits = {rate: rate === 'none' ? undefined : rate, throttle, quota, queryDepth};
  const numbers = {
    rate: limits.rate && [limits.rate.requests, limits.rate.perSeconds],
    throttle: throttle && [throttle.retries, throttle.intervalSeconds],
    quota: quota && [quota.requests, quota.renewsEverySeconds],
    queryDepth: queryDepth === undefined ? undefined : [queryDepth],
  };
  const wrong = names.filter(name => numbers[name]?.every(isCount) === false);
  return {
    limits,
    problems: wrong.map(limit => ({field: 'limits', because: 'notPositive', limit})),
  };
};

const names = ['rate', 'throttle', 'quota', 'queryDepth'] as const;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
