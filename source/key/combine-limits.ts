import type {Limits} from './limits.ts';
import type {Partitions, Policy, PolicyLimits} from './policy.ts';
import {noLimits} from './policy.ts';

/** What is compared and taken over by itself where several policies speak. */
export type LimitPart = 'rate' | 'interval' | 'retries' | 'quotaMax' | 'renewal' | 'queryDepth';

/** Where the numbers of a part come from; `by` is absent for the key's own. */
export type Offer = {readonly limits: PolicyLimits; readonly by?: Policy};
export type Offers = {readonly [part in LimitPart]?: Offer};

export const limitParts = [
  'rate',
  'interval',
  'retries',
  'quotaMax',
  'renewal',
  'queryDepth',
] as const satisfies readonly LimitPart[];

const partitionOf: {readonly [part in LimitPart]: Exclude<keyof Partitions, 'perApi'>} = {
  rate: 'rateLimit',
  interval: 'rateLimit',
  retries: 'rateLimit',
  quotaMax: 'quota',
  renewal: 'quota',
  queryDepth: 'complexity',
};

export const governsPart = (policy: Policy, part: LimitPart): boolean =>
  policy.governs[partitionOf[part]];

/** Which numbers allow more. -1 beats all others, but a rate of 0 says nothing. */
const beats: {
  readonly [part in LimitPart]: (offered: PolicyLimits, had: PolicyLimits) => boolean;
} = {
  rate: (offered, had) =>
    !saysNoRate(offered) &&
    (saysNoRate(had) || secondsPerRequest(offered) < secondsPerRequest(had)),
  interval: (offered, had) => offered.throttleInterval > had.throttleInterval,
  retries: (offered, had) => offered.throttleRetries > had.throttleRetries,
  quotaMax: (offered, had) => isMore(offered.quotaMax, had.quotaMax),
  renewal: (offered, had) => offered.quotaRenewalRate > had.quotaRenewalRate,
  queryDepth: (offered, had) => isMore(offered.queryDepth, had.queryDepth),
};

const saysNoRate = ({rate, per}: PolicyLimits): boolean => rate === 0 || per === 0;

const secondsPerRequest = ({rate, per}: PolicyLimits): number =>
  rate <= 0 || per <= 0 ? 0 : per / rate;

const isMore = (one: number, other: number): boolean =>
  one !== other && other !== -1 && (one === -1 || one > other);

/** What stands after a policy has spoken about a part: the more generous of the two. */
export const raised = (part: LimitPart, had: Offer | undefined, policy: Policy): Offer => {
  const before = had ?? {limits: noLimits, by: policy};
  return beats[part](policy, before.limits) ? {limits: policy, by: policy} : before;
};

/** The key's limits before a policy speaks: what any of them governs is cleared (all but the renewal). */
export const clearedLimits = (policies: readonly Policy[], own: PolicyLimits): Required<Offers> => {
  const cleared = (part: LimitPart): Offer => {
    const by = policies.find(policy => governsPart(policy, part));
    return by === undefined ? {limits: own} : {limits: noLimits, by};
  };
  return {
    rate: cleared('rate'),
    interval: cleared('interval'),
    retries: cleared('retries'),
    quotaMax: cleared('quotaMax'),
    renewal: {limits: own},
    queryDepth: cleared('queryDepth'),
  };
};

/** An API of a policy with limits per API: its own numbers, raised by those that were there. */
export const perApiOffers = (limits: PolicyLimits, by: Policy, had: Offers): Required<Offers> => {
  const own: Offer = {limits, by};
  const better = (
    part: 'rate' | 'quotaMax' | 'renewal',
    isBetter: (was: PolicyLimits) => boolean,
  ) => {
    const was = had[part];
    return was !== undefined && isBetter(was.limits) ? was : own;
  };
  return {
    rate: better('rate', was => secondsPerRequest(limits) > secondsPerRequest(was)),
    interval: own,
    retries: own,
    quotaMax: better('quotaMax', was => isMore(was.quotaMax, limits.quotaMax)),
    renewal: better('renewal', was => isMore(was.quotaRenewalRate, limits.quotaRenewalRate)),
    queryDepth: own,
  };
};

/** A key's own limits as they are sent. */
export const asSent = ({rate, throttle, quota, queryDepth}: Limits): PolicyLimits => ({
  rate: rate?.requests ?? -1,
  per: rate?.perSeconds ?? -1,
  throttleInterval: throttle?.intervalSeconds ?? -1,
  throttleRetries: throttle?.retries ?? -1,
  quotaMax: quota?.requests ?? -1,
  quotaRenewalRate: quota?.renewsEverySeconds ?? -1,
  queryDepth: queryDepth ?? -1,
});

/** What the numbers do. */
export const asLimits = (offers: Required<Offers>): Limits => {
  const {rate, per} = offers.rate.limits;
  const {throttleInterval} = offers.interval.limits;
  const {throttleRetries} = offers.retries.limits;
  const {quotaMax} = offers.quotaMax.limits;
  const {quotaRenewalRate} = offers.renewal.limits;
  const {queryDepth} = offers.queryDepth.limits;
  return {
    rate: rate > 0 && per > 0 ? {requests: rate, perSeconds: per} : undefined,
    throttle:
      throttleInterval > 0 && throttleRetries > 0
        ? {retries: throttleRetries, intervalSeconds: throttleInterval}
        : undefined,
    quota:
      quotaMax > 0
        ? {requests: quotaMax, renewsEverySeconds: Math.max(0, quotaRenewalRate)}
        : undefined,
    queryDepth: queryDepth > 0 ? queryDepth : undefined,
  };
};
