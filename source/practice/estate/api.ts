import {flag, integer, isObject, list, map, type Reads, refused, struct, text} from '../reader.ts';

const tokenFields = {
  auth_header_name: text,
  use_param: flag,
  param_name: text,
  use_cookie: flag,
  cookie_name: text,
  use_certificate: flag,
};

/** The members of a Classic definition that decide whether a call gets through (tyk-facts 1.1, 1.3). */
const definitionReader = struct({
  api_id: text,
  org_id: text,
  name: text,
  active: flag,
  internal: flag,
  is_oas: flag,
  use_keyless: flag,
  use_standard_auth: flag,
  use_basic_auth: flag,
  enable_jwt: flag,
  enable_signature_checking: flag,
  use_oauth2: flag,
  use_openid: flag,
  use_mutual_tls_auth: flag,
  enable_coprocess_auth: flag,
  use_go_plugin_auth: flag,
  custom_plugin_auth_enabled: flag,
  external_oauth: struct({enabled: flag}),
  auth: struct(tokenFields),
  auth_configs: map(struct(tokenFields)),
  definition: struct({location: text, key: text, versions: map(text)}),
  version_data: struct({
    not_versioned: flag,
    default_version: text,
    versions: map(struct({name: text, expires: text})),
  }),
  proxy: struct({listen_path: text}),
  session_lifetime: integer,
  session_lifetime_respects_key_expiration: flag,
  disable_rate_limit: flag,
  disable_quota: flag,
});

const extensionReader = struct({
  'x-tyk-api-gateway': struct({
    server: struct({authentication: struct({securityprocessingmode: text})}),
  }),
});

const itemReader = struct({
  api_definition: definitionReader,
  categories: list(text),
  oas: extensionReader,
});

export type PracticeApi = Reads<typeof definitionReader> & {
  readonly categories: readonly string[];
  /** OAS, "compliant" mode: one of several authentication types is enough. Otherwise all must pass. */
  readonly oneAuthIsEnough: boolean;
};

/** A Dashboard's list item as its gateway understands it, or `undefined` where it would not load it. */
export const readApi = (item: unknown): PracticeApi | undefined => {
  const read = itemReader.read(item);
  if (read === refused || !isObject(item) || read.api_definition.api_id === '') return undefined;
  const api = read.api_definition;
  const mode = read.oas['x-tyk-api-gateway'].server.authentication.securityprocessingmode;
  const categories = api.is_oas ? read.categories : hashtagsOf(api.name);
  return {...api, categories, oneAuthIsEnough: mode === 'compliant'};
};

/** Classic names carry their categories: cut at every `#`, for a category may contain blanks. */
export const hashtagsOf = (name: string): readonly string[] =>
  name
    .split('#')
    .slice(1)
    .map(tag => tag.trim())
    .filter(tag => tag !== '');

export type PracticeAuth =
  | 'authToken'
  | 'basic'
  | 'jwt'
  | 'hmac'
  | 'oauth'
  | 'oidc'
  | 'mutualTls'
  | 'custom'
  | 'externalOauth';

/** What a caller must pass, in the order in which the gateway asks; none = keyless. */
export const authsOf = (api: PracticeApi): readonly PracticeAuth[] => {
  if (api.use_keyless) return [];
  const custom =
    api.enable_coprocess_auth || api.use_go_plugin_auth || api.custom_plugin_auth_enabled;
  const asked: readonly (readonly [boolean, PracticeAuth])[] = [
    [api.use_mutual_tls_auth, 'mutualTls'],
    [api.use_oauth2, 'oauth'],
    [api.external_oauth.enabled, 'externalOauth'],
    [api.use_basic_auth, 'basic'],
    [api.enable_signature_checking, 'hmac'],
    [api.enable_jwt, 'jwt'],
    [api.use_openid, 'oidc'],
    [custom, 'custom'],
    [api.use_standard_auth, 'authToken'],
  ];
  const auths = asked.filter(([on]) => on).map(([, auth]) => auth);
  return auths.length === 0 ? ['authToken'] : auths;
};
