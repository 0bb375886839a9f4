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

export type PolicyGrant = {
  readonly apiId: string;
  readonly apiName: string;
  readonly versions: readonly string[];
};

/** A policy as a server lists it, cleaned. */
export type Policy = {
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
  /** Requests per `per` seconds; <= 0 = no rate limit. */
  readonly rate: number;
  readonly per: number;
  /** Requests per period; <= 0 = no quota. */
  readonly quotaMax: number;
  /** Seconds; <= 0 = never resets. */
  readonly quotaRenewalRate: number;
  /** Seconds after creation at which keys of this policy end; 0 = the policy does not say. */
  readonly keyExpiresIn: number;
  readonly tags: readonly string[];
  /** Names only: values may be anybody's secrets and are not shown. */
  readonly metadataNames: readonly string[];
  /** Known by its id alone, from a server that lists no policies: nothing else here is known. */
  readonly unlisted?: true;
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
  rate: 0,
  per: 0,
  quotaMax: 0,
  quotaRenewalRate: 0,
  keyExpiresIn: 0,
  tags: [],
  metadataNames: [],
  unlisted: true,
});
