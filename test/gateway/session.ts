import {organisation, type ApiId, type Members} from './estate.ts';

/** A complete session as tyk-facts 2.2 recommends it, for these APIs; without limits worth the name. */
export const session = (apis: readonly (ApiId | 'nowhere')[], own: Members = {}): Members => ({
  alias: 'orders team',
  org_id: organisation,
  access_rights: Object.fromEntries(
    apis.map(id => [
      id,
      {api_id: id, api_name: id, versions: ['Default'], allowed_urls: [], limit: null},
    ]),
  ),
  apply_policies: [],
  allowance: 1000,
  rate: 1000,
  per: 60,
  throttle_interval: -1,
  throttle_retry_limit: -1,
  max_query_depth: -1,
  quota_max: -1,
  quota_renewal_rate: -1,
  quota_remaining: -1,
  quota_renews: 0,
  expires: -1,
  is_inactive: false,
  enable_detailed_recording: false,
  tags: [],
  meta_data: {},
  ...own,
});
