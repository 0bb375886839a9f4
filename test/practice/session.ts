import type {Asking, Json, Told} from './ask.ts';

/** A complete session as tyk-facts 2.2 recommends it, for the APIs with these listen paths. */
export const sessionFor = (
  apis: readonly ApiRow[],
  own: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  alias: 'orders team',
  org_id: apis[0]?.organisation ?? '',
  access_rights: Object.fromEntries(
    apis.map(({id, name}) => [
      id,
      {api_id: id, api_name: name, versions: ['Default'], allowed_urls: [], limit: null},
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

export type ApiRow = {readonly id: string; readonly name: string; readonly organisation: string};

/** A look-up of listed APIs by listen path; works with the lists of both dialects. */
export const apisOf = async (asking: Asking): Promise<(path: string) => ApiRow> => {
  const answer = await asking.ask('GET', '/api/apis?p=-1');
  const definitions =
    answer.status === 200
      ? rowsOf(answer.json['apis']).map(item => item['api_definition'])
      : rowsOf((await asking.ask('GET', '/tyk/apis')).json);
  return path => {
    const found = definitions.find(each => text(each?.['proxy']?.['listen_path']) === `/${path}/`);
    return {
      id: text(found?.['api_id']),
      name: text(found?.['name']),
      organisation: text(found?.['org_id']),
    };
  };
};

/** The id that goes into `apply_policies`, of the policy with this name. */
export const policyId = async ({ask}: Asking, name: string): Promise<string> => {
  const answer = await ask('GET', '/api/portal/policies?p=-1');
  const policies =
    answer.status === 200
      ? rowsOf(answer.json['Data'])
      : rowsOf((await ask('GET', '/tyk/policies')).json);
  const found = policies.find(policy => text(policy['name']) === name);
  return text(found?.['id']) || text(found?.['_id']);
};

export const keyIn = (created: Told): string => text(created.json['key_id'] ?? created.json['key']);

/** The hash beside the key; none of the keys made without hashing. */
export const hashIn = (created: Told): string => text(created.json['key_hash']);

export const rowsOf = (list: Json | undefined): readonly Json[] => {
  if (!Array.isArray(list)) throw new Error('not a list');
  return list as readonly Json[]; // isArray says any[]
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
