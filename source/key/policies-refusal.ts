import type {Api} from './api.ts';
import {grantsNoAccess, policyRefusal, unusableAtAll} from './policy-refusal.ts';
import type {Known, PolicyRefusal} from './policy-refusal.ts';
import type {Policy} from './policy.ts';

/** Why policies can't be on one key. */
export type PoliciesRefusal =
  | {readonly kind: 'one'; readonly because: PolicyRefusal; readonly policy: Policy}
  | {
      readonly kind: 'pair';
      readonly because: PairRefusal;
      readonly policy: Policy;
      readonly other: Policy;
    }
  | {readonly kind: 'noAccess'};

export type PairRefusal = 'mixesPerApi' | 'mixesOrganisations';

/**
 * Why a key can't be made from these policies, or `undefined`. Of one that is known by its id alone
 * (`unlisted`) nothing can be said.
 */
export const policiesRefusal = (
  policies: readonly Policy[],
  apis: readonly Api[],
  known: Known = 'all',
): PoliciesRefusal | undefined => {
  const [first, ...more] = policies.filter(policy => policy.unlisted !== true);
  if (first === undefined) return undefined;
  const alone = more.length === 0 ? policyRefusal(first, apis, known) : undefined;
  if (alone !== undefined) return {kind: 'one', because: alone, policy: first};
  let before: readonly Policy[] = [];
  for (const policy of [first, ...more]) {
    const refusal = besideRefusal(policy, before, apis, known);
    if (refusal !== undefined) return refusal;
    before = [...before, policy];
  }
  return before.every(policy => grantsNoAccess(policy) !== undefined)
    ? {kind: 'noAccess'}
    : undefined;
};

/** Why a policy can't come beside these. That it grants no access is no reason: another one may. */
export const besideRefusal = (
  policy: Policy,
  others: readonly Policy[],
  apis: readonly Api[],
  known: Known = 'all',
): PoliciesRefusal | undefined => {
  const because = unusableAtAll(policy, apis, known);
  if (because !== undefined) return {kind: 'one', because, policy};
  for (const other of others) {
    const pair = pairRefusal(policy, other);
    if (pair !== undefined) return {kind: 'pair', because: pair, policy, other};
  }
  return undefined;
};

/** Gateways refuse limits per API beside a partitioned policy, or let the order decide whether they do. */
const pairRefusal = (one: Policy, other: Policy): PairRefusal | undefined => {
  const mixes =
    (one.governs.perApi && other.partitioned) || (one.partitioned && other.governs.perApi);
  if (mixes) return 'mixesPerApi';
  const isForeign =
    one.organisation !== '' && other.organisation !== '' && one.organisation !== other.organisation;
  return isForeign ? 'mixesOrganisations' : undefined;
};
