import {governsPart} from './combine-limits.ts';
import {combinedApis, limitNames, partsOf} from './combined-apis.ts';
import type {CombinedApi, LimitName} from './combined-apis.ts';
import {defaultLimits} from './limits.ts';
import type {NonEmpty} from './non-empty.ts';
import type {Policy, PolicyGrant} from './policy.ts';
import type {KeyRequest} from './request.ts';

/** Something of the person's own that won't be on the key, and the policies that see to that. */
export type Overwritten =
  | {readonly kind: LimitName; readonly by: NonEmpty<Policy>}
  | {readonly kind: 'metadata'; readonly name: string; readonly by: NonEmpty<Policy>};

export type Combination = {
  readonly apis: readonly CombinedApi[];
  readonly expiry: PolicyExpiry | undefined;
  /** The key's own first; Tyk keeps no order. */
  readonly tags: readonly string[];
  /** Names that policies set, each with the one whose value it gets. */
  readonly metadata: readonly {readonly name: string; readonly by: Policy}[];
  readonly overwritten: readonly Overwritten[];
};

export type PolicyExpiry = {readonly seconds: number; readonly by: Policy};

export type Own = Pick<KeyRequest, 'limits' | 'tags' | 'metadata'>;

/**
 * What a key with these policies will have, as gateways from 5.8 on apply them, in this order (tyk-facts
 * 2.9). The policies have to be ones that can be together (`policiesRefusal`), each listed.
 */
export const combinePolicies = (
  policies: readonly Policy[],
  {limits, tags, metadata}: Own,
): Combination => ({
  apis: combinedApis(policies, limits),
  expiry: policyExpiry(policies),
  tags: [...new Set([...tags, ...policies.flatMap(policy => policy.tags)])],
  metadata: [...new Set(policies.flatMap(policy => policy.metadataNames))].flatMap(name => {
    const by = policies.findLast(policy => policy.metadataNames.includes(name));
    return by === undefined ? [] : [{name, by}];
  }),
  overwritten: [
    ...limitNames.flatMap(name => overwrittenLimit(name, policies)),
    ...metadata.flatMap(({name}): readonly Overwritten[] => {
      const by = policies.findLast(policy => policy.metadataNames.includes(name));
      return by === undefined ? [] : [{kind: 'metadata', name, by: [by]}];
    }),
  ],
});

/** When the key ends by its policies: the last one that says so (gateway `checkAndApplyTrialPeriod`). */
export const policyExpiry = (policies: readonly Policy[]): PolicyExpiry | undefined => {
  const by = policies.findLast(policy => policy.keyExpiresIn > 0);
  return by && {seconds: by.keyExpiresIn, by};
};

/** The APIs that the policies open together. */
export const openedBy = (policies: readonly Policy[]): readonly PolicyGrant[] =>
  combinedApis(policies, defaultLimits).map(({apiId, apiName, versions}) => ({
    apiId,
    apiName,
    versions,
  }));

const overwrittenLimit = (kind: LimitName, policies: readonly Policy[]): readonly Overwritten[] => {
  const [first, ...rest] = policies.filter(policy => governsPart(policy, partsOf[kind][0]));
  return first === undefined ? [] : [{kind, by: [first, ...rest]}];
};
