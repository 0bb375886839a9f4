import {governs, idOf, isPartitioned, type PracticePolicy} from './policy.ts';
import {apiLimits, keyLimits, remainingOf} from './policy-limits.ts';
import {type AccessRight, isUnset, type Limit, policyIdsOf, type Session} from './session.ts';

export type Applied =
  | {readonly ok: true; readonly session: Session; readonly policies: readonly PracticePolicy[]}
  | {readonly ok: false; readonly reason: string};

/**
 * Applies the policies that a session names (tyk-facts 2.9; texts of gateway 5.14).
 * `find` knows only the policies of the key's own organisation: others are "not found" since 5.12.
 */
export const applyPolicies = (
  session: Session,
  find: (id: string) => PracticePolicy | undefined,
): Applied => {
  const ids = policyIdsOf(session);
  if (ids.length === 0) return {ok: true, session: scopedByApi(session), policies: []};
  // One that is missing among several is skipped without a word.
  const policies = ids.flatMap(id => find(id) ?? []);
  if (policies.length === 0 && ids.length === 1)
    return {ok: false, reason: `policy not found: "${ids.join()}"`};
  const clash = clashOf(policies);
  if (clash !== undefined) return {ok: false, reason: clash};
  const grants = unitedGrants(policies);
  if (grants.size === 0) return {ok: false, reason: 'key has no valid policies to be applied'};
  return {ok: true, session: governedBy(policies, grants, session), policies};
};

const clashOf = (policies: readonly PracticePolicy[]): string | undefined => {
  const both = policies.find(policy => policy.partitions.per_api && isPartitioned(policy));
  if (both !== undefined)
    return `cannot apply policy ${idOf(both)} which has per_api and any of partitions set`;
  return policies.some(policy => policy.partitions.per_api) && policies.some(isPartitioned)
    ? 'cannot apply multiple policies when some have per_api set and some are partitioned'
    : undefined;
};

/** A limit that an API has of its own is counted for this API alone. */
const scopedByApi = (session: Session): Session => ({
  ...session,
  access_rights: Object.fromEntries(
    Object.entries(session.access_rights).map(([apiId, right]) => [
      apiId,
      isUnset(right.limit) ? right : {...right, allowance_scope: apiId, limit: unused(right.limit)},
    ]),
  ),
});

const unused = (limit: Limit): Limit => ({...limit, quota_remaining: remainingOf(limit.quota_max)});

type Grant = {readonly right: AccessRight; readonly from: PracticePolicy};

/** `api_id` and `api_name` are lost on the way: the map's own name is all there is afterwards. */
const unitedGrants = (policies: readonly PracticePolicy[]): ReadonlyMap<string, Grant> => {
  const grants = new Map<string, Grant>();
  for (const policy of policies.filter(governs('acl')))
    for (const [apiId, granted] of Object.entries(policy.access_rights)) {
      // Rights with limits per API take the place of what was there before.
      const before = policy.partitions.per_api ? undefined : grants.get(apiId)?.right;
      const right = {
        ...granted,
        api_id: '',
        api_name: '',
        versions: [...new Set([...(before?.versions ?? []), ...granted.versions])],
        allowed_urls: [...(before?.allowed_urls ?? []), ...granted.allowed_urls],
      };
      grants.set(apiId, {right, from: policy});
    }
  return grants;
};

const governedBy = (
  policies: readonly PracticePolicy[],
  grants: ReadonlyMap<string, Grant>,
  session: Session,
): Session => {
  const key = {...session, ...keyLimits(session, policies, [...grants.keys()])};
  const severalGrant = new Set([...grants.values()].map(({from}) => from)).size > 1;
  const rights = [...grants].map(([apiId, {right, from}]): [string, AccessRight] => {
    const scope = from.partitions.per_api ? apiId : severalGrant ? idOf(from) : '';
    const limit = apiLimits(key, policies, apiId);
    return [apiId, {...right, allowance_scope: scope, limit}];
  });
  const metadata = [session.meta_data, ...policies.map(policy => policy.meta_data)];
  return {
    ...key,
    access_rights: Object.fromEntries(rights),
    // The key's own state no longer counts once it has policies (4.0.3 differs).
    is_inactive: policies.some(policy => policy.is_inactive),
    tags: [...session.tags, ...policies.flatMap(policy => policy.tags)],
    meta_data: Object.fromEntries(metadata.flatMap(Object.entries<unknown>)),
  };
};
