import type {Api} from './api.ts';
import {once} from './once.ts';
import {plainKey} from './plain-key.ts';
import type {Policy} from './policy.ts';

/** Why a policy can't make a key by itself. */
export type PolicyRefusal =
  | 'denied'
  | 'draft'
  | 'grantsNothing'
  | 'needsOther'
  | 'perApiPartitioned'
  | 'stillLoading'
  | 'unknownApi'
  | 'apiNeedsMore'
  | 'mixesOrganisations';

/** Whether all APIs of the server are known, some are still on their way, or they can't be had. */
export type Known = 'all' | 'some' | 'none';

/**
 * Why a key can't be made from this policy alone, or `undefined`. What a server would refuse, change
 * silently, or accept as a key that opens nothing is refused here (tyk-facts 2.9, 4). `apis`: the server's
 * list; where it can't be had, nothing can be said about what the policy grants.
 */
export const policyRefusal = (
  policy: Policy,
  apis: readonly Api[],
  known: Known = 'all',
): PolicyRefusal | undefined => unusableAtAll(policy, apis, known) ?? grantsNoAccess(policy);

/** Why a key with nothing but this policy would open nothing; with another one it may be of use. */
export const grantsNoAccess = ({
  governs,
  grants,
}: Policy): 'needsOther' | 'grantsNothing' | undefined => {
  if (!governs.acl && !governs.perApi) return 'needsOther';
  return grants.length === 0 ? 'grantsNothing' : undefined;
};

/** Why no key should have this policy, whatever else it has. APIs count only where they are granted. */
export const unusableAtAll = (
  policy: Policy,
  apis: readonly Api[],
  known: Known,
): PolicyRefusal | undefined => {
  if (policy.state !== 'active') return policy.state;
  if (policy.governs.perApi && policy.partitioned) return 'perApiPartitioned';
  if (grantsNoAccess(policy) !== undefined) return undefined;
  const byId = apisById(apis);
  const granted = policy.grants.map(grant => byId.get(grant.apiId));
  if (granted.includes(undefined) && known !== 'none') {
    return known === 'all' ? 'unknownApi' : 'stillLoading';
  }
  const listed = granted.flatMap(api => (api === undefined ? [] : [api]));
  if (listed.some(api => plainKey(api).kind === 'refused')) return 'apiNeedsMore';
  return listed.some(api => api.organisation !== policy.organisation)
    ? 'mixesOrganisations'
    : undefined;
};

/** For look-ups in a list that may be long. */
export const apisById = once((apis: readonly Api[]) => new Map(apis.map(api => [api.id, api])));
