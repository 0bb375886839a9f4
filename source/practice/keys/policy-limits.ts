import {governs, type PracticePolicy} from './policy.ts';
import {isUnset, type Limit} from './session.ts';

type Rate = Pick<Limit, 'rate' | 'per' | 'throttle_interval' | 'throttle_retry_limit'>;
type Quota = Pick<Limit, 'quota_max' | 'quota_renewal_rate'>;

/**
 * What policies make of the limits of one API: where several speak about it, the one that allows more wins,
 * part by part. What none governs there is the key's, as policies have left that.
 */
export const apiLimits = (
  key: Limit,
  policies: readonly PracticePolicy[],
  apiId: string,
): Limit => {
  const set = policies
    .filter(({access_rights}) => Object.hasOwn(access_rights, apiId))
    .reduce<Partial<Limit>>(
      (had, policy) =>
        policy.partitions.per_api ? limitsOfApi(had, policy, apiId) : raised(had, policy),
      {},
    );
  const {quota_max = key.quota_max} = set;
  return {
    ...pickLimit(key),
    ...set,
    quota_remaining: remainingOf(quota_max),
    quota_renews: set.quota_max === undefined ? key.quota_renews : 0,
  };
};

/**
 * What policies make of a key's own limits, which count where an API has none: what they govern is cleared
 * first. Then policies that name APIs raise them, and one that names none puts its own in their place. Those
 * of a single API are copied from it.
 */
export const keyLimits = (
  own: Limit,
  policies: readonly PracticePolicy[],
  apiIds: readonly string[],
): Limit => {
  const [quota, rate, depth] = (['quota', 'rate_limit', 'complexity'] as const).map(part =>
    policies.some(governs(part)),
  );
  const cleared = {
    ...pickLimit(own),
    ...(quota ? {quota_max: 0, quota_remaining: 0} : {}),
    ...(rate ? {rate: 0, per: 0, throttle_interval: 0, throttle_retry_limit: 0} : {}),
    ...(depth ? {max_query_depth: 0} : {}),
  };
  const key = policies
    .filter(policy => !policy.partitions.per_api)
    .reduce(
      (had, policy) => ({
        ...had,
        ...(Object.keys(policy.access_rights).length === 0 ? said(policy) : raised(had, policy)),
      }),
      cleared,
    );
  const [only = '', ...more] = apiIds;
  if (!(quota && rate && depth) || more.length > 0) return key;
  const {throttle_interval, throttle_retry_limit, quota_remaining} = key;
  const ofApi = apiLimits(key, policies, only);
  return {...ofApi, throttle_interval, throttle_retry_limit, quota_remaining};
};

/** What a GET says of a limit whose quota nobody has used yet; 0 where there is none. */
export const remainingOf = (quotaMax: number): number => Math.max(0, quotaMax);

const pickLimit = (limit: Limit): Limit => ({
  ...pickRate(limit),
  ...pickQuota(limit),
  max_query_depth: limit.max_query_depth,
  quota_renews: limit.quota_renews,
  quota_remaining: limit.quota_remaining,
});

const pickRate = ({rate, per, throttle_interval, throttle_retry_limit}: Rate): Rate => ({
  rate,
  per,
  throttle_interval,
  throttle_retry_limit,
});

const pickQuota = ({quota_max, quota_renewal_rate}: Quota): Quota => ({
  quota_max,
  quota_renewal_rate,
});

/** The parts that a policy governs, as it says them. */
const said = (policy: PracticePolicy): Partial<Limit> => ({
  ...(governs('rate_limit')(policy) ? pickRate(policy) : {}),
  ...(governs('quota')(policy) ? pickQuota(policy) : {}),
  ...(governs('complexity')(policy) ? {max_query_depth: policy.max_query_depth} : {}),
});

/** The parts that a policy governs, each raised to what it allows. */
const raised = (had: Partial<Limit>, policy: PracticePolicy): Partial<Limit> => {
  const {quota_max, quota_renewal_rate, max_query_depth} = policy;
  return {
    ...had,
    ...(governs('rate_limit')(policy) ? generousRate({...noRate, ...had}, policy) : {}),
    ...(governs('quota')(policy)
      ? {
          quota_max: larger(had.quota_max ?? 0, quota_max),
          quota_renewal_rate: Math.max(had.quota_renewal_rate ?? 0, quota_renewal_rate),
        }
      : {}),
    ...(governs('complexity')(policy)
      ? {max_query_depth: larger(had.max_query_depth ?? 0, max_query_depth)}
      : {}),
  };
};

const noRate: Rate = {rate: 0, per: 0, throttle_interval: 0, throttle_retry_limit: 0};

/** Limits of an API's own, or the policy's; what other policies said before may only raise them. */
const limitsOfApi = (
  had: Partial<Limit>,
  policy: PracticePolicy,
  apiId: string,
): Partial<Limit> => {
  const ofApi = policy.access_rights[apiId]?.limit;
  const own = ofApi !== undefined && !isUnset(ofApi) ? ofApi : policy;
  const before = {...own, ...had};
  const {rate, per} = secondsPerRequest(own) > secondsPerRequest(before) ? before : own;
  return {
    ...pickRate({...own, rate, per}),
    quota_max: larger(before.quota_max, own.quota_max),
    quota_renewal_rate: larger(before.quota_renewal_rate, own.quota_renewal_rate),
    max_query_depth: own.max_query_depth,
  };
};

/** A rate of 0 says nothing; -1 is no limit, and nothing beats that. */
const generousRate = (had: Rate, offered: Rate): Rate => {
  const isBetter =
    !saysNothing(offered) &&
    (saysNothing(had) || secondsPerRequest(offered) < secondsPerRequest(had));
  const {rate, per} = isBetter ? offered : had;
  return {
    rate,
    per,
    throttle_interval: Math.max(had.throttle_interval, offered.throttle_interval),
    throttle_retry_limit: Math.max(had.throttle_retry_limit, offered.throttle_retry_limit),
  };
};

const saysNothing = ({rate, per}: Pick<Limit, 'rate' | 'per'>): boolean => rate === 0 || per === 0;

/** -1 = without limit, which no number beats. */
const larger = (one: number, other: number): number =>
  one === -1 || other === -1 ? -1 : Math.max(one, other);

/** 0 where there is no limit at all. */
const secondsPerRequest = ({rate, per}: Pick<Limit, 'rate' | 'per'>): number =>
  rate <= 0 || per <= 0 ? 0 : per / rate;
