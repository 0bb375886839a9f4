type Members = Readonly<Record<string, unknown>>;

export type PolicyPlaces = {
  readonly organisation: string;
  readonly otherOrganisation: string;
  /** Listen path of a handmade API -> its id. */
  readonly apiId: (path: string) => string;
};

/** Twelve policies of Brightwater Trading, as the Dashboard lists them (tyk-facts part 4). */
export const handmadePolicies = (places: PolicyPlaces): readonly Members[] => {
  const grants = (...paths: readonly string[]) => grantsOf(places, paths);
  const none = {...grants(), auth_types: [], auth_type: ''};
  return [
    {name: 'Orders standard', ...grants('orders'), rate: 100, quota_max: 5000},
    {
      // Its `id` is empty, as in a third of real lists: `_id` is the one that works.
      name: 'Storefront graph',
      id: '',
      ...grants('storefront-graph'),
      partitions: {...noPartition, acl: true, complexity: true},
      max_query_depth: 5,
    },
    {name: 'Fast lane', ...none, partitions: {...noPartition, rate_limit: true}, rate: 600},
    {
      name: 'Monthly quota',
      ...none,
      partitions: {...noPartition, quota: true},
      quota_max: 50_000,
      quota_renewal_rate: 2_592_000,
    },
    {
      name: 'Warehouse, limits per API',
      ...grantsOf(places, ['stock-levels', 'delivery-tracking'], warehouseLimits),
      partitions: {...noPartition, per_api: true},
    },
    {
      name: 'Retail suite',
      ...grants('orders', 'customer-profiles', 'loyalty-points', 'payments'),
      tags: ['retail', 'gold'],
      meta_data: {tier: 'gold', owner: 'retail platform'},
    },
    {name: 'Retired: stock feed', ...grants('stock-feed'), is_inactive: true, state: 'deny'},
    {name: 'Draft: gift cards', ...grants('gift-cards'), active: false, state: 'draft'},
    {name: 'Trial, seven days', ...grants('orders', 'gift-cards'), key_expires_in: 604_800},
    {name: 'Staff portal', ...grants('people'), auth_type: 'ba', auth_types: ['ba']},
    {
      name: 'Subsidiary',
      org_id: places.otherOrganisation,
      ...grants('subsidiary-orders'),
    },
    {name: 'Left behind', ...grants('no-such-api')},
  ].map((policy, index) => ({...blank(places.organisation, index), ...policy}));
};

const noPartition = {
  quota: false,
  rate_limit: false,
  complexity: false,
  acl: false,
  per_api: false,
};

const warehouseLimits = {
  rate: 20,
  per: 1,
  throttle_interval: -1,
  throttle_retry_limit: -1,
  max_query_depth: -1,
  quota_max: 10_000,
  quota_renewal_rate: 86_400,
};

const grantsOf = (
  places: PolicyPlaces,
  paths: readonly string[],
  limit: Members | null = null,
): Members => {
  const rights = paths.map(path => ({
    api_name: path,
    api_id: places.apiId(path),
    versions: path === 'payments' ? ['v1', 'v2'] : ['Default'],
    allowed_urls: [],
    limit,
  }));
  return {
    access_rights: Object.fromEntries(rights.map(right => [right.api_id, right])),
    access_rights_array: rights.map(({api_name, api_id}) => ({api_name, api_id})),
  };
};

/** What the Dashboard fills in; `id` and `_id` differ, as they do in real lists. */
const blank = (organisation: string, index: number): Members => {
  const place = index.toString(16).padStart(2, '0');
  return {
    _id: `64c1f0a2b7d3e80001a4c0${place}`,
    id: `64c1f0a2b7d3e80001a4d1${place}`,
    org_id: organisation,
    active: true,
    is_inactive: false,
    state: 'active',
    rate: 1000,
    per: 60,
    quota_max: -1,
    quota_renewal_rate: 3600,
    throttle_interval: -1,
    throttle_retry_limit: -1,
    max_query_depth: -1,
    partitions: noPartition,
    key_expires_in: 0,
    hmac_enabled: false,
    enable_http_signature_validation: false,
    tags: [],
    meta_data: {},
    auth_type: 'authToken',
    auth_types: ['authToken'],
    graphql_access_rights: null,
    graphql_enabled: false,
    smoothing: null,
    last_updated: '1788437024',
    date_created: '2026-02-11T09:30:00Z',
  };
};
