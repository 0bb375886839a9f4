import type {AuthType} from './api.ts';

/** `denied`: keys of it are refused at the gateway. `draft`: no new keys should be made from it. */
export type PolicyState = 'active' | 'denied' | 'draft';

/** Which parts of a key a policy governs. All five false on the wire means: all but `perApi`. */
export type Partitions = {
  readonly acl: boolean;
  readonly rateLimit: boolean;
  readonly quota: boolean;
  readonly complexity: boolean;
  readonly perApi: boolean;
};

/** Limits as a server writes them, of a policy or of one of its APIs. */
export type PolicyLimits = {
  /** Requests per `per` seconds; either < 0 = no rate limit, either 0 = nothing is said about it. */
  readonly rate: number;
  readonly per: number;
  /** Seconds between the `throttleRetries` that a call over the rate gets; <= 0 = none. */
  readonly throttleInterval: number;
  readonly throttleRetries: number;
  /** Requests per period; <= 0 = no quota. */
  readonly quotaMax: number;
  /** Seconds; <= 0 = never resets. */
  readonly quotaRenewalRate: number;
  /** GraphQL; <= 0 = any depth. */
  readonly queryDepth: number;
};

export type PolicyGrant = {
  readonly apiId: string;
  readonly apiName: string;
  readonly versions: readonly string[];
  /** Its own, which count only where the policy has limits per API; absent = the policy's. */
  readonly limits?: PolicyLimits;
};

/** A policy as a server lists it, cleaned. */
export type Policy = PolicyLimits & {
  /** `id`, or `_id` where `id` is empty: what goes into `apply_policies`. */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly state: PolicyState;
  readonly grants: readonly PolicyGrant[];
  /** As the server says it (Dashboard only); otherwise empty and derived from the APIs. */
  readonly authTypes: readonly AuthType[];
  /** Resolved: what the policy really governs. */
  readonly governs: Partitions;
  /** The policy names the parts that it governs, even if these are all of them. */
  readonly partitioned: boolean;
  /** Seconds after creation at which keys of this policy end; 0 = the policy does not say. */
  readonly keyExpiresIn: number;
  readonly tags: readonly string[];
  /** Names only: values may be anybody's secrets and are not shown. */
  readonly metadataNames: readonly string[];
  /** Known by its id alone, from a server that lists no policies: nothing else here is known. */
  readonly unlisted?: true;
};

/** Nothing is said about any limit. */
export const noLimits: PolicyLimits = {
  rate: 0,
  per: 0,
  throttleInterval: 0,
  throttleRetries: 0,
  quotaMax: 0,
  quotaRenewalRate: 0,
  queryDepth: 0,
};

/** A policy of which a person knows the id. Taken to govern everything: what it leaves open is unknown. */
export const unlistedPolicy = (id: string): Policy => ({
  id,
  name: id,
  organisation: '',
  state: 'active',
  grants: [],
  authTypes: [],
  governs: {acl: true, rateLimit: true, quota: true, complexity: true, perApi: false},
  partitioned: false,
  ...noLimits,
  keyExpiresIn: 0,
  tags: [],
  metadataNames: [],
  unlisted: true,
});
