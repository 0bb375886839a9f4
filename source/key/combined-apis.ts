import {
  asLimits,
  asSent,
  clearedLimits,
  governsPart,
  limitParts,
  perApiOffers,
  raised,
} from './combine-limits.ts';
import type {LimitPart, Offer, Offers} from './combine-limits.ts';
import type {Limits} from './limits.ts';
import type {NonEmpty} from './non-empty.ts';
import type {Policy, PolicyGrant} from './policy.ts';

export type LimitName = keyof Limits;

export const limitNames = [
  'rate',
  'throttle',
  'quota',
  'queryDepth',
] as const satisfies readonly LimitName[];

export const partsOf: {readonly [name in LimitName]: NonEmpty<LimitPart>} = {
  rate: ['rate'],
  throttle: ['interval', 'retries'],
  quota: ['quotaMax', 'renewal'],
  queryDepth: ['queryDepth'],
};

/** An API that the key will open, with the limits that hold there. */
export type CombinedApi = {
  readonly apiId: string;
  readonly apiName: string;
  readonly versions: readonly string[];
  readonly limits: Limits;
  /** Whose limits these are; empty = the key's own. */
  readonly by: {readonly [name in LimitName]: readonly Policy[]};
};

/** An API that some policy has spoken about; it is on the key once one that governs access has. */
type Spoken = Omit<PolicyGrant, 'limits'> & {readonly isOpen: boolean; readonly offers: Offers};
type Running = {readonly apis: ReadonlyMap<string, Spoken>; readonly key: Required<Offers>};

/** The APIs that policies open, in this order of policies (gateway `internal/policy/apply.go`, 5.8 and later). */
export const combinedApis = (policies: readonly Policy[], own: Limits): readonly CombinedApi[] => {
  const start: Running = {apis: new Map(), key: clearedLimits(policies, asSent(own))};
  const {apis, key} = policies.reduce(applied, start);
  return [...apis.values()]
    .filter(({isOpen}) => isOpen)
    .map(({apiId, apiName, versions, offers}) => {
      // What no policy set for this API comes from the key, which policies may have changed.
      const all = {...key, ...offers};
      return {apiId, apiName, versions, limits: asLimits(all), by: whose(all)};
    });
};

const whose = (offers: Required<Offers>): CombinedApi['by'] => {
  const by = (name: LimitName): readonly Policy[] => [
    ...new Set(partsOf[name].flatMap(part => offers[part].by ?? [])),
  ];
  return {
    rate: by('rate'),
    throttle: by('throttle'),
    quota: by('quota'),
    queryDepth: by('queryDepth'),
  };
};

const applied = (before: Running, policy: Policy): Running => {
  if (policy.governs.perApi) return {...before, apis: withPerApi(before.apis, policy)};
  if (policy.grants.length === 0) return {...before, key: replaced(before.key, policy)};
  const apis = new Map(before.apis);
  let {key} = before;
  for (const grant of policy.grants) {
    const had = before.apis.get(grant.apiId);
    const offers = offersAfter(had?.offers ?? {}, policy);
    key = raisedKey(key, had?.offers ?? {}, policy);
    apis.set(
      grant.apiId,
      policy.governs.acl ? opened(grant, had, offers) : spoken(grant, had, offers),
    );
  }
  return {apis, key};
};

const opened = (grant: PolicyGrant, had: Spoken | undefined, offers: Offers): Spoken => ({
  apiId: grant.apiId,
  apiName: grant.apiName || (had?.apiName ?? ''),
  versions: [...new Set([...(had?.versions ?? []), ...grant.versions])],
  isOpen: true,
  offers,
});

const spoken = (
  {apiId, apiName}: PolicyGrant,
  had: Spoken | undefined,
  offers: Offers,
): Spoken => ({
  ...(had ?? {apiId, apiName, versions: [], isOpen: false}),
  offers,
});

const offersAfter = (had: Offers, policy: Policy): Offers => ({
  ...had,
  ...Object.fromEntries(
    limitParts
      .filter(part => governsPart(policy, part))
      .map(part => [part, raised(part, had[part], policy)]),
  ),
});

/** A policy that names APIs raises the key's limits too, each number only if it raised the API's. */
const raisedKey = (key: Required<Offers>, had: Offers, policy: Policy): Required<Offers> => {
  const raise = (part: LimitPart): Offer => {
    if (!governsPart(policy, part)) return key[part];
    const isRaised = part === 'rate' || raised(part, had[part], policy).limits === policy;
    return isRaised ? raised(part, key[part], policy) : key[part];
  };
  return {
    rate: raise('rate'),
    interval: raise('interval'),
    retries: raise('retries'),
    quotaMax: raise('quotaMax'),
    renewal: raise('renewal'),
    queryDepth: raise('queryDepth'),
  };
};

/** A policy without APIs speaks about the key alone, and replaces what was there. */
const replaced = (key: Required<Offers>, policy: Policy): Required<Offers> => {
  const offer: Offer = {limits: policy, by: policy};
  const named = limitParts.filter(part => governsPart(policy, part));
  return {...key, ...Object.fromEntries(named.map(part => [part, offer]))};
};

/** Limits per API, and no merging of versions: the last policy's count. */
const withPerApi = (
  apis: ReadonlyMap<string, Spoken>,
  policy: Policy,
): ReadonlyMap<string, Spoken> => {
  const after = new Map(apis);
  for (const {apiId, apiName, versions, limits} of policy.grants) {
    const had = apis.get(apiId);
    const offers = perApiOffers(limits ?? policy, policy, had?.offers ?? {});
    after.set(apiId, {
      apiId,
      apiName: apiName || (had?.apiName ?? ''),
      versions,
      isOpen: true,
      offers,
    });
  }
  return after;
};
