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
    quota_remaining: remainingOf(quota_max),
    quota_renews: quota === undefined ? own.quota_renews : 0,
  };
};

/**
 * What policies make of a key's own limits, which count where an API has none: what they govern is cleared
 * first, then raised by those that speak about the whole key. Those of a single API are copied from it.
 */
export const ownLimits = (
  own: Limit,
  policies: readonly PracticePolicy[],
  apiIds: readonly string[],
): Limit => {
  const wide = policies.filter(policy => !policy.partitions.per_api);
  const {quota_renews} = own;
  const [quota, rate, depth] = (['quota', 'rate_limit', 'complexity'] as const).map(part =>
    policies.some(governs(part)),
  );
  const cleared = {
    ...own,
    ...(quota ? {quota_max: 0, quota_remaining: 0} : {}),
    ...(rate ? {rate: 0, per: 0, throttle_interval: 0, throttle_retry_limit: 0} : {}),
    ...(depth ? {max_query_depth: 0} : {}),
  };
  const {quota_remaining} = cleared;
  const raised = {...policyLimits(cleared, wide, undefined), quota_remaining, quota_renews};
  if (!(quota && rate && depth) || apiIds.length !== 1) return raised;
  const {throttle_interval, throttle_retry_limit} = raised;
  const ofApi = policyLimits(own, policies, apiIds[0]);
  return {...ofApi, throttle_interval, throttle_retry_limit, quota_remaining};
};

/** What a GET says of a limit whose quota nobody has used yet; 0 where there is none. */
export const remainingOf = (quotaMax: number): number => Math.max(0, quotaMax);

/** A policy without access rights speaks about the whole key. */
const speaksAbout = ({access_rights: rights}: PracticePolicy, apiId: string | undefined): boolean =>
  apiId === undefined || Object.hasOwn(rights, apiId) || Object.keys(rights).length === 0;

const offerOf = (
  policy: PracticePolicy,
  apiId: string | undefined,
): Rate & Quota & Pick<Limit, 'max_query_depth'> => {
  const ofApi = apiId === undefined ? undefined : policy.access_rights[apiId]?.limit;
  if (policy.partitions.per_api) return ofApi !== undefined && !isUnset(ofApi) ? ofApi : policy;
  const {throttle_interval, throttle_retry_limit} = policy;
  return {
    ...policy,
    throttle_interval: Math.max(0, throttle_interval),
    throttle_retry_limit: Math.max(0, throttle_retry_limit),
  };
};

const pickRate = ({rate, per, throttle_interval, throttle_retry_limit}: Rate): Rate => ({
  rate,
  per,
  throttle_interval,
  throttle_retry_limit,
});

const generousRate = (had: Rate | undefined, offered: Rate): Rate => {
  if (had === undefined) return offered;
  const better = secondsPerRequest(offered) < secondsPerRequest(had) ? offered : had;
  return {
    rate: better.rate,
    per: better.per,
    throttle_interval: Math.max(had.throttle_interval, offered.throttle_interval),
    throttle_retry_limit: Math.max(had.throttle_retry_limit, offered.throttle_retry_limit),
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
