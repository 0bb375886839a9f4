import {defaultLimitsDraft, type LimitsDraft} from '../key/limits-draft.ts';
import type {WishedLimits} from './wish.ts';

/** Limits of a wish as they would be typed, so that the one validation judges them. */
export const draftLimits = ({rate, throttle, quota, queryDepth}: WishedLimits): LimitsDraft => ({
  rate: draftRate(rate),
  throttle:
    throttle === undefined
      ? defaultLimitsDraft.throttle
      : {
          on: true,
          retries: String(throttle.retries),
          intervalSeconds: String(throttle.intervalSeconds),
        },
  quota: quota === undefined ? defaultLimitsDraft.quota : draftQuota(quota),
  queryDepth: queryDepth === undefined ? '' : String(queryDepth),
});

const draftRate = (rate: WishedLimits['rate']): LimitsDraft['rate'] => {
  if (rate === undefined) return defaultLimitsDraft.rate;
  if (rate === 'none') return {...defaultLimitsDraft.rate, on: false};
  return {on: true, requests: String(rate.requests), perSeconds: String(rate.perSeconds)};
};

const draftQuota = ({
  requests,
  renewsEverySeconds: every,
}: NonNullable<WishedLimits['quota']>): LimitsDraft['quota'] => ({
  on: true,
  requests: String(requests),
  renews: every === 'never' ? {kind: 'preset', id: 'never'} : {kind: 'own', text: `${every}s`},
});
