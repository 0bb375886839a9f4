/* What the real gateways serve: an API or a policy for each thing that makes one key different from another. */

export type Members = Readonly<Record<string, unknown>>;

export const organisation = 'default';
export const otherOrganisation = 'subsidiary';

const tokenIn = (header: string, more: Members = {}): Members => ({
  use_standard_auth: true,
  auth_configs: {authToken: {auth_header_name: header, ...more}},
});

const versionData = (versioned: boolean, ...names: readonly string[]): Members => ({
  version_data: {
    not_versioned: !versioned,
    default_version: versioned ? names[0] : '',
    versions: Object.fromEntries(
      names.map(name => [name, {name, expires: '', use_extended_paths: true}]),
    ),
  },
});

/** What each API has of its own; its name is its id, its path and its slug. */
const apiRows = {
  orders: {name: 'Orders API #orders #internal team'},
  payments: {name: 'Payments API #orders'},
  partner: {name: 'Partner API', ...tokenIn('X-Partner-Key')},
  catalogue: {name: 'Catalogue', use_keyless: true, use_standard_auth: false},
  people: {
    name: 'People API #hr',
    use_standard_auth: false,
    use_basic_auth: true,
    auth_configs: {basic: {auth_header_name: 'Authorization'}},
  },
  ledger: {
    name: 'Ledger',
    use_standard_auth: false,
    enable_signature_checking: true,
    hmac_allowed_clock_skew: -1,
    auth_configs: {hmac: {auth_header_name: 'Authorization'}},
  },
  reports: {
    name: 'Reports',
    use_standard_auth: false,
    enable_jwt: true,
    jwt_signing_method: 'hmac',
    auth_configs: {jwt: {auth_header_name: 'Authorization'}},
  },
  stock: {name: 'Stock', ...versionData(true, 'v1', 'v2')},
  vault: {name: 'Vault', ...tokenIn('Authorization', {use_certificate: true})},
  attic: {name: 'Attic', active: false},
  branch: {name: 'Branch orders', org_id: otherOrganisation},
} as const satisfies Readonly<Record<string, Members>>;

export type ApiId = keyof typeof apiRows;

/** For people: without the categories. */
export const apiName = (id: ApiId): string => apiRows[id].name.replace(/ #.*/, '');

/** All APIs as the gateway's files hold them, in front of this upstream. */
export const apiDefinitions = (upstream: string): readonly Members[] =>
  Object.entries<Members>(apiRows).map(([id, own]) => ({
    slug: id,
    api_id: id,
    org_id: organisation,
    active: true,
    use_keyless: false,
    ...tokenIn('Authorization'),
    definition: {location: 'header', key: 'x-api-version'},
    ...versionData(false, 'Default'),
    proxy: {listen_path: `/${id}/`, target_url: upstream, strip_listen_path: true},
    ...own,
  }));

const rightsTo = (ids: readonly ApiId[], limit: Members | null = null): Members => ({
  access_rights: Object.fromEntries(
    ids.map(id => [
      id,
      {api_id: id, api_name: apiRows[id].name, versions: ['Default'], allowed_urls: [], limit},
    ]),
  ),
});

const limited = (rate: number, per: number, quota: number, renewal: number): Members => ({
  rate,
  per,
  quota_max: quota,
  quota_renewal_rate: renewal,
  throttle_interval: -1,
  throttle_retry_limit: -1,
  max_query_depth: -1,
});

const noPartition = {
  quota: false,
  rate_limit: false,
  complexity: false,
  acl: false,
  per_api: false,
};

const policyRows = {
  standard: rightsTo(['orders', 'payments']),
  'quota-only': {...rightsTo(['orders']), partitions: {...noPartition, quota: true}},
  'rate-only': {access_rights: {}, partitions: {...noPartition, rate_limit: true}},
  'acl-only': {...rightsTo(['orders']), partitions: {...noPartition, acl: true}},
  'per-api': {
    ...rightsTo(['orders', 'payments'], limited(2, 60, 10, 3600)),
    partitions: {...noPartition, per_api: true},
  },
  'per-api-and-quota': {
    ...rightsTo(['orders']),
    partitions: {...noPartition, per_api: true, quota: true},
  },
  inactive: {...rightsTo(['orders']), is_inactive: true},
  draft: {...rightsTo(['orders']), active: false},
  short: {...rightsTo(['orders']), key_expires_in: 2},
  slow: {...rightsTo(['orders']), ...limited(2, 60, -1, -1)},
  once: {...rightsTo(['orders']), ...limited(1000, 60, 1, 3600)},
  tagged: {
    ...rightsTo(['orders']),
    tags: ['gold', 'shared'],
    meta_data: {owner: 'policy', tier: 'gold'},
  },
  foreign: {...rightsTo(['orders']), org_id: otherOrganisation},
  spanning: rightsTo(['orders', 'branch']),
  lost: {
    access_rights: {nowhere: {api_id: 'nowhere', api_name: 'Nowhere', versions: ['Default']}},
  },
} as const satisfies Readonly<Record<string, Members>>;

export type PolicyId = keyof typeof policyRows;

/** By id, as `policy_record_name` wants them. 100 per 60 s and 5,000 an hour unless they say otherwise. */
export const policies: Readonly<Record<string, Members>> = Object.fromEntries(
  Object.entries<Members>(policyRows).map(([id, own]) => [
    id,
    {
      id,
      name: `Policy ${id}`,
      org_id: organisation,
      ...limited(100, 60, 5000, 3600),
      active: true,
      is_inactive: false,
      partitions: noPartition,
      key_expires_in: 0,
      tags: [],
      meta_data: {},
      ...own,
    },
  ]),
);
