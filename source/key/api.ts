/** How an API asks who is calling (Tyk: one flag each on the Classic definition). */
export type AuthType =
  | 'keyless'
  | 'authToken'
  | 'basic'
  | 'hmac'
  | 'jwt'
  | 'oauth'
  | 'oidc'
  | 'mutualTls'
  | 'externalOauth'
  | 'custom';

/** In which part of a request the consumer sends the key. */
export type KeyPlace = {readonly in: 'header' | 'query' | 'cookie'; readonly name: string};

/** An API as a server lists it, cleaned and reduced to what a key needs to know. */
export type Api = {
  /** `api_id`: what goes into a key's access rights (never the database `id`). */
  readonly id: string;
  /** For people: without the ` #category` suffixes of Classic names. */
  readonly name: string;
  /** `org_id`, or `''` where the server does not say. */
  readonly organisation: string;
  readonly listenPath: string;
  /** Never empty: an API without any flag is `authToken`, as the gateway treats it. */
  readonly authTypes: readonly AuthType[];
  /** With several authentication types: the one whose session counts (`base_identity_provided_by`). */
  readonly sessionFrom: AuthType | undefined;
  /** The auth token is bound to a client certificate. */
  readonly certificateBound: boolean;
  readonly keyPlace: KeyPlace;
  readonly categories: readonly string[];
  readonly definition: 'classic' | 'oas';
  readonly active: boolean;
  readonly internal: boolean;
  readonly graphql: boolean;
  /**
   * Version names a key must list. For a versioned Classic API (`versioned: true`) only listed names work;
   * otherwise these are sent unchanged and the gateway does not look at them. Never empty.
   */
  readonly versions: readonly string[];
  readonly versioned: boolean;
  /** The version a call without a version gets; `''` when there is none. */
  readonly defaultVersion: string;
  /** On the base of an OAS API with versions: the names and ids of its sister APIs, each an API of its own. */
  readonly sisters: readonly {readonly name: string; readonly apiId: string}[];
  /** Seconds after which the gateway drops a key of this API from storage; 0 = never by this API. */
  readonly sessionLifetime: number;
  readonly ignoresRateLimit: boolean;
  readonly ignoresQuota: boolean;
};
