import {authSettings, unusedMembers, versionSettings} from './definition-members.ts';
import type {PracticeAuth} from './api.ts';
import type {PlacedSeed} from './seed.ts';

type Members = Readonly<Record<string, unknown>>;

/** A Classic definition as both servers answer it (tyk-facts 1.1), OAS ones translated. */
export const classicDefinition = (seed: PlacedSeed): Members => ({
  id: seed.databaseId,
  name: seed.name,
  slug: seed.path,
  api_id: seed.apiId,
  org_id: seed.organisation,
  active: seed.inactive !== true,
  ...(seed.old === true ? oldMembers(seed) : currentMembers(seed)),
});

const proxyOf = (seed: PlacedSeed): Members => ({
  listen_path: `/${seed.path}/`,
  target_url: `http://${seed.path}.svc.brightwater.internal:8080/`,
  strip_listen_path: true,
});

const currentMembers = (seed: PlacedSeed): Members => ({
  is_oas: seed.oas !== undefined,
  internal: seed.internal === true,
  protocol: seed.protocol ?? '',
  ...authFlags(seed.auth),
  base_identity_provided_by: seed.sessionFrom ?? '',
  auth_configs: authSettings(seed.keyIn),
  definition: {
    enabled: seed.sisters !== undefined,
    name: seed.sisters === undefined ? '' : 'v1',
    default: seed.sisters === undefined ? '' : 'v1',
    location: 'header',
    key: 'x-api-version',
    strip_path: false,
    strip_versioning_data: false,
    versions: seed.sisterIds,
  },
  version_data: versionsOf(seed),
  graphql: {...unusedMembers.graphql, ...graphqlOf(seed)},
  session_lifetime: seed.sessionLifetime ?? 0,
  session_lifetime_respects_key_expiration: false,
  disable_rate_limit: seed.ignoresRateLimit === true,
  disable_quota: seed.ignoresQuota === true,
  proxy: {...unusedMembers.proxy, ...proxyOf(seed)},
  ...unusedMembers.rest,
});

/** As seen in definitions that nobody has saved for years: hardly anything, and `null` for the rest. */
const oldMembers = (seed: PlacedSeed): Members => ({
  use_keyless: seed.auth.includes('keyless'),
  auth: {auth_header_name: seed.keyIn?.header ?? 'authorization'},
  auth_configs: null,
  version_data: {not_versioned: true, versions: {Default: {name: 'Default', expires: ''}}},
  definition: {location: 'header', key: 'version'},
  proxy: proxyOf(seed),
  tags: null,
  custom_middleware: null,
  event_handlers: null,
  allowed_ips: null,
  CORS: null,
});

const graphqlOf = ({graphql}: PlacedSeed): Members =>
  graphql === undefined ? {} : {enabled: true, execution_mode: graphql};

const authFlags = (auth: PlacedSeed['auth']): Members => {
  const on = (type: 'keyless' | PracticeAuth) => auth.includes(type);
  return {
    use_keyless: on('keyless'),
    use_standard_auth: on('authToken'),
    use_basic_auth: on('basic'),
    enable_jwt: on('jwt'),
    enable_signature_checking: on('hmac'),
    use_oauth2: on('oauth'),
    use_openid: on('oidc'),
    use_mutual_tls_auth: on('mutualTls'),
    enable_coprocess_auth: false,
    use_go_plugin_auth: on('custom'),
    custom_plugin_auth_enabled: on('custom'),
    external_oauth: {enabled: on('externalOauth'), providers: []},
  };
};

const versionsOf = (seed: PlacedSeed): Members => {
  const versions = seed.versions ?? {[seed.oas === undefined ? 'Default' : '']: ''};
  return {
    not_versioned: seed.versions === undefined,
    default_version: seed.defaultVersion ?? '',
    versions: Object.fromEntries(
      Object.entries(versions).map(([name, expires]) => [name, versionSettings(name, expires)]),
    ),
  };
};
