import type {AuthType} from '../../key/api.ts';
import type {Partitions, Policy, PolicyGrant, PolicyLimits, PolicyState} from '../../key/policy.ts';
import {authTypeOfWord} from './auth.ts';
import {
  fieldsOf,
  identifierOf,
  isFields,
  listOf,
  numberOf,
  rawText,
  textOf,
  textsOf,
  type Fields,
} from './shape.ts';

/** One policy of either server's list; `undefined` = none that a key could name (tyk-facts part 4). */
export const readPolicy = (item: unknown): Policy | undefined => {
  const policy = fieldsOf(item);
  const id = identifierOf(policy.id) ?? identifierOf(policy._id);
  if (id === undefined) return undefined;
  return {
    id,
    name: textOf(policy.name) || id,
    organisation: identifierOf(policy.org_id) ?? '',
    state: stateOf(policy),
    grants: grantsOf(policy),
    authTypes: authTypesOf(policy),
    governs: governsOf(fieldsOf(policy.partitions)),
    partitioned: isPartitioned(fieldsOf(policy.partitions)),
    ...limitsOf(policy),
    keyExpiresIn: numberOf(policy.key_expires_in),
    tags: textsOf(policy.tags),
    metadataNames: Object.keys(fieldsOf(policy.meta_data)).map(textOf),
  };
};

/** The flags decide, for the Gateway knows no `state`; the word may only make it stricter. */
const stateOf = ({active, is_inactive, state}: Fields): PolicyState => {
  const word = rawText(state).toLowerCase();
  if (is_inactive === true || word === 'deny' || word === 'denied') return 'denied';
  return active === false || word === 'draft' ? 'draft' : 'active';
};

/** The map's key counts; very old data writes `apiid` and `apiname`. */
const grantsOf = (policy: Fields): readonly PolicyGrant[] => {
  const rights = isFields(policy.access_rights)
    ? Object.entries(policy.access_rights)
    : listOf(policy.access_rights_array).map(right => [apiIdOf(right), right] as const);
  return rights.flatMap(([key, right]) => {
    const apiId = identifierOf(key);
    if (apiId === undefined) return [];
    const {api_name, apiname, versions, limit} = fieldsOf(right);
    const limits = limitsOf(fieldsOf(limit));
    return [
      {
        apiId,
        apiName: textOf(api_name) || textOf(apiname),
        versions: textsOf(versions),
        ...(isEmpty(limits) ? {} : {limits}),
      },
    ];
  });
};

const limitsOf = (members: Fields): PolicyLimits => ({
  rate: numberOf(members.rate),
  per: numberOf(members.per),
  throttleInterval: numberOf(members.throttle_interval),
  throttleRetries: numberOf(members.throttle_retry_limit),
  quotaMax: numberOf(members.quota_max),
  quotaRenewalRate: numberOf(members.quota_renewal_rate),
  queryDepth: numberOf(members.max_query_depth),
});

/** An API whose limits are all zero has none of its own. */
const isEmpty = (limits: PolicyLimits): boolean => Object.values(limits).every(each => each === 0);

const apiIdOf = (right: unknown): string => {
  const {api_id, apiid} = fieldsOf(right);
  return rawText(api_id) || rawText(apiid);
};

const authTypesOf = ({auth_types, auth_type}: Fields): readonly AuthType[] => {
  const words = [...listOf(auth_types), auth_type].map(rawText);
  return [...new Set(words.flatMap(word => authTypeOfWord(word) ?? []))];
};

const isPartitioned = ({acl, rate_limit, quota, complexity}: Fields): boolean =>
  [acl, rate_limit, quota, complexity].includes(true);

/** No partition at all means everything; `per_api` governs rights and limits, API by API. */
const governsOf = (partitions: Fields): Partitions => {
  const perApi = partitions.per_api === true;
  const own = {
    acl: partitions.acl === true,
    rateLimit: partitions.rate_limit === true,
    quota: partitions.quota === true,
    complexity: partitions.complexity === true,
  };
  const all = perApi || !isPartitioned(partitions);
  return all
    ? {acl: true, rateLimit: true, quota: true, complexity: true, perApi}
    : {...own, perApi};
};
