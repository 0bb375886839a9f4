import {governs, type PracticePolicy} from './policy.ts';
import {isUnset, type Limit} from './session.ts';

type Rate = Pick<Limit, 'rate' | 'per' | 'throttle_interval' | 'throttle_retry_limit'>;
type Quota = Pick<Limit, 'quota_max' | 'quota_renewal_rate'>;

/**
 * What policies make of a key's limits, for one of its APIs or (`undefined`) for the whole key.
 * Where several speak, the one that allows more wins, part by part; what none governs stays `own`.
 */
export const policyLimits = (
  own: Limit,
  policies: readonly PracticePolicy[],
  apiId: string | undefined,
): Limit => {
  const speaking = policies.filter(policy => speaksAbout(policy, apiId));
  const rate = speaking
    .filter(governs('rate_limit'))
    .map(policy => offerOf(policy, apiId))
    .reduce<Rate | undefined>(generousRate, undefined);
  const quota = speaking
    .filter(governs('quota'))
    .map(policy => offerOf(policy, apiId))
    .reduce<Quota | undefined>(generousQuota, undefined);
  const depth = speaking
    .filter(governs('complexity'))
    .map(policy => offerOf(policy, apiId).max_query_depth)
    .reduce<number | undefined>((had, offered) => larger(had ?? 0, offered), undefined);
  const {quota_max, quota_renewal_rate} = quota ?? own;
  return {
    ...pickRate(rate ?? own),
    max_query_depth: depth ?? own.max_query_depth,
    quota_max,
    quota_renewal_rate,
    quota_remaining: quota_max,
    quota_renews: 0,
  };
};

/** A policy without access rights speaks about the whole key. */
const speaksAbout = ({access_rights: rights}: PracticePolicy, apiId: string | undefined): boolean =>
  apiId === undefined || Object.hasOwn(rights, apiId) || Object.keys(rights).length === 0;

const offerOf = (
  policy: PracticePolicy,
  apiId: string | undefined,
): Rate & Quota & Pick<Limit, 'max_query_depth'> => {
  const ofApi = apiId === undefined ? undefined : policy.access_rights[apiId]?.limit;
  return policy.partitions.per_api && ofApi !== undefined && !isUnset(ofApi) ? ofApi : policy;
};

const pickRate = ({rate, per, throttle_interval, throttle_retry_limit}: Rate): Rate => ({
  rate,
  per,
  throttle_interval,
  throttle_retry_limit,
});

const generousRate = (had: Rate | undefined, offered: Rate): Rate => {
  const better =
    had === undefined || secondsPerRequest(offered) < secondsPerRequest(had) ? offered : had;
  return {
    rate: better.rate,
    per: better.per,
    throttle_interval: Math.max(had?.throttle_interval ?? 0, offered.throttle_interval),
    throttle_retry_limit: Math.max(had?.throttle_retry_limit ?? 0, offered.throttle_retry_limit),
  };
};

const generousQuota = (had: Quota | undefined, offered: Quota): Quota => ({
  quota_max: larger(had?.quota_max ?? 0, offered.quota_max),
  quota_renewal_rate: Math.max(had?.quota_renewal_rate ?? 0, offered.quota_renewal_rate),
});

/** -1 = without limit, which no number beats. */
const larger = (one: number, other: number): number =>
  one === -1 || other === -1 ? -1 : Math.max(one, other);

/** 0 where there is no limit at all. */
const secondsPerRequest = ({rate, per}: Rate): number => (rate <= 0 || per <= 0 ? 0 : per / rate);
