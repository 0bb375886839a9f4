import type {Limits} from '../key/limits.ts';
import type {Policy} from '../key/policy.ts';
import {counted, grouped, secondsWords} from './time.ts';

const rateWords = (requests: number, seconds: number): string =>
  `${grouped(requests)} requests in ${grouped(seconds)} s`;

/** `1,000 requests in 60 s, no throttling, no quota` */
export const limitsWords = ({rate, throttle, quota}: Limits): string =>
  [
    rate === undefined ? 'no rate limit' : rateWords(rate.requests, rate.perSeconds),
    throttle === undefined
      ? 'no throttling'
      : `${counted(throttle.retries, 'retry')} every ${throttle.intervalSeconds} s`,
    quota === undefined
      ? 'no quota'
      : `${grouped(quota.requests)} requests every ${secondsWords(quota.renewsEverySeconds)}`,
  ].join(', ');

/** The limits of a policy, where it governs them. */
export const policyLimits = (policy: Policy): string => {
  const {governs, rate, per, quotaMax, quotaRenewalRate} = policy;
  if (policy.unlisted === true) return 'what it says';
  const parts = [
    ...(governs.rateLimit || governs.perApi
      ? [rate > 0 && per > 0 ? rateWords(rate, per) : 'no rate limit']
      : []),
    ...(governs.quota || governs.perApi ? [quotaWords(quotaMax, quotaRenewalRate)] : []),
  ];
  return parts.join(', ');
};

const quotaWords = (max: number, renewal: number): string => {
  if (max <= 0) return 'no quota';
  return renewal > 0
    ? `${grouped(max)} requests every ${secondsWords(renewal)}`
    : `${grouped(max)} requests, then never again`;
};
