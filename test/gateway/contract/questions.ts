import {session} from '../session.ts';
import {about, calling, callingWith, control, elementOf, type Asking, type Made} from './asking.ts';

const orders = session(['orders']);
const byPolicy = (...ids: readonly string[]) => session([], {apply_policies: ids});
const own = {'x-tyk-authorization': 'wrong'};
const byKey = ({key}: Made) => `/tyk/keys/${key}`;
const byHash = ({hash}: Made) => `/tyk/keys/${hash}?hashed=1`;

const full = session(['orders', 'stock'], {
  rate: 7,
  per: 11,
  throttle_interval: 2,
  throttle_retry_limit: 3,
  quota_max: 13,
  quota_renewal_rate: 1700,
  max_query_depth: 5,
  enable_detailed_recording: true,
  tags: ['zeta', 'alpha', 'zeta'],
  meta_data: {owner: 'orders', 'name with blank': '<&>'},
});

const twice = {versions: ['v1'], allowed_urls: [{url: '/good', methods: ['GET']}]};
const narrow = session(['orders', 'stock'], {
  access_rights: {orders: {...twice, versions: ['Default']}, stock: {...twice, versions: ['v1']}},
});

/** What all servers are asked, by the name under which the table of differences speaks of it. */
export const questions = {
  hello: control('GET', '/hello'),
  ready: control('GET', '/ready'),
  'no secret': control('GET', '/tyk/apis', undefined, {'x-tyk-authorization': ''}),
  'a wrong secret': control('GET', '/tyk/apis', undefined, own),
  'a wrong secret on a POST': control('POST', '/tyk/keys/create', orders, own),
  'a method that is not there': control('PATCH', '/tyk/keys'),
  'a control path that is not there': control('GET', '/tyk/nothing'),
  'a Dashboard path': control('GET', '/api/apis'),
  'an API': control('GET', '/tyk/apis/orders'),
  'a versioned API': elementOf('/tyk/apis', 'api_id', 'stock'),
  'an API that is not there': control('GET', '/tyk/apis/nowhere'),
  'OAS documents': control('GET', '/tyk/apis/oas'),
  'a policy': elementOf('/tyk/policies', 'id', 'tagged'),
  'a policy with limits for each API': elementOf('/tyk/policies', 'id', 'per-api'),

  create: control('POST', '/tyk/keys/create', orders),
  keys: control('POST', '/tyk/keys', orders),
  'keys with a slash': control('POST', '/tyk/keys/', orders),
  'create as text/plain': control('POST', '/tyk/keys/create', orders, {
    'content-type': 'text/plain',
  }),
  preview: control('POST', '/tyk/keys/preview', full),
  'preview of bad JSON': control('POST', '/tyk/keys/preview', '{bad'),
  'create with text behind it': control(
    'POST',
    '/tyk/keys/create',
    `${JSON.stringify(orders)} and`,
  ),
  'preview with text behind it': control(
    'POST',
    '/tyk/keys/preview',
    `${JSON.stringify(orders)} and`,
  ),
  'keys with text behind it': control('POST', '/tyk/keys', `${JSON.stringify(orders)} and`),
  'create from bad JSON': control('POST', '/tyk/keys/create', '{bad'),
  'keys from bad JSON': control('POST', '/tyk/keys', '{bad'),
  'create with a BOM': control('POST', '/tyk/keys/create', `\uFEFF${JSON.stringify(orders)}`),
  'create with half a request': control(
    'POST',
    '/tyk/keys/create',
    session(['orders'], {rate: 1.5, quota_max: 1.5}),
  ),
  'keys with a word for a number': control(
    'POST',
    '/tyk/keys',
    session(['orders'], {expires: 'never'}),
  ),
  'create without rights': control('POST', '/tyk/keys/create', session([])),
  'keys without rights': control('POST', '/tyk/keys', session([])),
  'create for an unknown API': control('POST', '/tyk/keys/create', session(['nowhere'])),
  'keys for an unknown API': control('POST', '/tyk/keys', session(['nowhere'])),
  'create for an API of another organisation': control(
    'POST',
    '/tyk/keys/create',
    session(['branch']),
  ),
  'create with an unknown policy': control('POST', '/tyk/keys/create', byPolicy('nobody')),
  'create with rights and an unknown policy': control(
    'POST',
    '/tyk/keys/create',
    session(['orders'], {apply_policies: ['nobody']}),
  ),
  'create with one known policy of two': control(
    'POST',
    '/tyk/keys/create',
    byPolicy('standard', 'nobody'),
  ),
  'create with a policy of another organisation': control(
    'POST',
    '/tyk/keys/create',
    byPolicy('foreign'),
  ),
  'create with a policy without access': control('POST', '/tyk/keys/create', byPolicy('rate-only')),
  'create with a quota policy and rights': control(
    'POST',
    '/tyk/keys/create',
    session(['orders'], {apply_policies: ['quota-only']}),
  ),
  'create with a policy that clashes with itself': control(
    'POST',
    '/tyk/keys/create',
    byPolicy('per-api-and-quota'),
  ),
  'create with policies that clash': control(
    'POST',
    '/tyk/keys/create',
    byPolicy('per-api', 'acl-only'),
  ),
  'keys with an unknown policy': control('POST', '/tyk/keys', byPolicy('nobody')),
  'a short id': control('POST', '/tyk/keys/ab', orders),
  'an id of one’s own': control('POST', '/tyk/keys/tykey-0123', orders),
  'an id called policy': control('POST', '/tyk/keys/policy', orders),
  'a POST with hashed': control('POST', '/tyk/keys?hashed=1', orders),

  'a key': about(orders, 'GET', byKey),
  'a key with everything': about(full, 'GET', byKey),
  'a key by its hash': about(orders, 'GET', byHash),
  'a hash taken for a key': about(orders, 'GET', ({hash}) => `/tyk/keys/${hash}`),
  'a key taken for a hash': about(orders, 'GET', ({key}) => `/tyk/keys/${key}?hashed=1`),
  'a key of one API’s limits': about(
    session(['orders'], {
      access_rights: {
        orders: {
          versions: ['Default'],
          limit: {rate: 1, per: 2, quota_max: 3, quota_renewal_rate: 4},
        },
      },
    }),
    'GET',
    byKey,
  ),
  'a key with URLs': about(narrow, 'GET', byKey),
  'a key of an expiry that is past': about(session(['orders'], {expires: 1000}), 'GET', byKey),
  'a key that is not there': control('GET', '/tyk/keys/nobody'),
  'a key of a policy': about(byPolicy('tagged'), 'GET', byKey),
  'a key of a policy with two APIs': about(byPolicy('standard'), 'GET', byKey),
  'a key of a policy with access alone': about(byPolicy('acl-only'), 'GET', byKey),
  'a key of a policy with limits for each API': about(byPolicy('per-api'), 'GET', byKey),
  'a key of a policy that expires': about(byPolicy('short'), 'GET', byKey),
  'a key of an inactive policy': about(byPolicy('inactive'), 'GET', byKey),
  'a key of two policies': about(byPolicy('acl-only', 'tagged'), 'GET', byKey),
  'a key of a policy and its own tags': about(
    session([], {apply_policies: ['tagged'], tags: ['own'], meta_data: {owner: 'key', team: 't'}}),
    'GET',
    byKey,
  ),
  'a key of a policy for an API that is not there': about(byPolicy('lost'), 'GET', byKey),

  replace: about(orders, 'PUT', byKey, session(['orders'], {alias: 'another'})),
  'replace without rights': about(orders, 'PUT', byKey, session([])),
  'replace with bad JSON': about(orders, 'PUT', byKey, '{bad'),
  'replace nobody': control('PUT', '/tyk/keys/nobody', orders),
  delete: about(orders, 'DELETE', byKey),
  'delete by the hash': about(orders, 'DELETE', byHash),
  'delete for an API called -1': about(orders, 'DELETE', ({key}) => `/tyk/keys/${key}?api_id=-1`),
  'delete nobody': control('DELETE', '/tyk/keys/nobody'),

  'a call without a key': callingWith('/orders/x'),
  'a call with a made-up key': callingWith('/orders/x', () => 'made-up'),
  'a call': calling(orders, '/orders/x'),
  'a call with Bearer': callingWith('/orders/x', ({key}) => `Bearer ${key}`),
  'a call with the hash': callingWith('/orders/x', ({hash}) => hash),
  'a call to another API': calling(orders, '/payments/x'),
  'a call to no API': callingWith('/nowhere/x'),
  'a call to a keyless API': callingWith('/catalogue/x'),
  'a call to an inactive API': calling(session(['attic']), '/attic/x'),
  'a call with the key in the wrong header': calling(session(['partner']), '/partner/x'),
  'a call with basic authentication': calling(session(['people']), '/people/x'),
  'a call without basic authentication': callingWith('/people/x'),
  'a call with a bare key for HMAC': calling(session(['ledger']), '/ledger/x'),
  'a call with a bare key for JWT': calling(session(['reports']), '/reports/x'),
  'a call without JWT': callingWith('/reports/x'),
  'a call without a certificate': calling(session(['vault']), '/vault/x'),
  'a call to the default version': calling(narrow, '/stock/good'),
  'a call to a version that is not granted': calling(narrow, '/stock/good', 1, {
    'x-api-version': 'v2',
  }),
  'a call to a version that is not there': calling(narrow, '/stock/good', 1, {
    'x-api-version': 'v9',
  }),
  'a call to a URL that is not granted': calling(narrow, '/orders/bad'),
  'a call to a URL that is granted': calling(narrow, '/orders/good'),
  'a call with a key that has ended': calling(session(['orders'], {expires: 1000}), '/orders/x'),
  'a call with an inactive key': calling(session(['orders'], {is_inactive: true}), '/orders/x'),
  'a call with a key of an inactive policy': calling(byPolicy('inactive'), '/orders/x'),
  'a call with a key of a draft': calling(byPolicy('draft'), '/orders/x'),
  'a call over the rate': calling(byPolicy('slow'), '/orders/x', 3),
  'a call over the quota': calling(byPolicy('once'), '/orders/x', 2),
  'a call with a rate for no time': calling(session(['orders'], {rate: 1, per: 0}), '/orders/x', 3),
  'a call with one API’s rate': calling(byPolicy('per-api'), '/orders/x', 3),
} as const satisfies Readonly<Record<string, Asking>>;

export type QuestionName = keyof typeof questions;
