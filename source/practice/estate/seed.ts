import type {PracticeAuth} from './api.ts';

/** What makes one practice API different from the next; all the rest of a definition is the same. */
export type ApiSeed = {
  /** As the server keeps it: Classic names end in their ` #categories`. */
  readonly name: string;
  /** The listen path without its slashes; no two APIs share one. */
  readonly path: string;
  /** `keyless` alone or the types that are switched on; empty = no flag at all, as in old definitions. */
  readonly auth: readonly ('keyless' | PracticeAuth)[];
  /** An OAS API, with its categories beside the document. */
  readonly oas?: {readonly categories: readonly string[]; readonly oneAuthIsEnough?: true};
  readonly inactive?: true;
  readonly internal?: true;
  /** `base_identity_provided_by` of an API with several authentication types. */
  readonly sessionFrom?: string;
  readonly keyIn?: {
    readonly header?: string;
    readonly param?: string;
    readonly cookie?: string;
    readonly certificate?: true;
  };
  /** Versions of a Classic API: name -> expiry (`''` = none). */
  readonly versions?: Readonly<Record<string, string>>;
  readonly defaultVersion?: string;
  /** On the base of an OAS API: version name -> listen path of the sister API. */
  readonly sisters?: Readonly<Record<string, string>>;
  readonly graphql?: 'proxyOnly' | 'executionEngine';
  readonly protocol?: 'tcp';
  readonly ignoresRateLimit?: true;
  readonly ignoresQuota?: true;
  /** Seconds after which the gateway drops keys of this API. */
  readonly sessionLifetime?: number;
  readonly ofOtherOrganisation?: true;
  /** Written by an old version: members are missing or `null`. */
  readonly old?: true;
};

/** A seed at its place in the estate: its ids follow from the place. */
export type PlacedSeed = ApiSeed & {
  readonly apiId: string;
  /** The database's `id`, which must not go into a key. */
  readonly databaseId: string;
  readonly organisation: string;
  readonly createdAt: string;
  /** Version name -> API id. */
  readonly sisterIds: Readonly<Record<string, string>>;
};
