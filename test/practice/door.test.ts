import {describe, expect, test} from 'vitest';
import {type Asking, dashboard, gateway, NOW_SECONDS} from './ask.ts';
import {createEstate} from '../../source/practice/estate/estate.ts';
import {apisOf, hashIn, keyIn, policyId, sessionFor} from './session.ts';

type Own = Readonly<Record<string, unknown>>;

const makeKey = async (asking: Asking, paths: readonly string[], own: Own = {}) => {
  const api = await apisOf(asking);
  const told = await asking.ask('POST', '/api/keys', sessionFor(paths.map(api), own));
  return {key: keyIn(told), hash: hashIn(told)};
};

const byPolicy = async (asking: Asking, name: string) =>
  makeKey(asking, [], {apply_policies: [await policyId(asking, name)]});

const error = (message: string) => ({error: message});
const DISALLOWED = error('Access to this API has been disallowed');

describe('a key for one API', () => {
  test('opens it and not another; its hash opens nothing', async () => {
    const asking = await dashboard();
    const {key, hash} = await makeKey(asking, ['orders']);
    const opened = await asking.call('/orders/x?secret=1', key);
    expect([opened.status, opened.json]).toEqual([
      200,
      {practice: true, api: 'Orders #orders', method: 'GET', path: '/orders/x'},
    ]);
    for (const [path, sent] of [
      ['/stock-levels/x', key],
      ['/orders/x', hash],
      ['/orders/x', 'made-up'],
    ] as const) {
      const told = await asking.call(path, sent);
      expect([told.status, told.json]).toEqual([403, DISALLOWED]);
    }
  });

  test('is taken with Bearer before it, and missed when it is not there', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders']);
    expect((await asking.call('/orders/', `Bearer ${key}`)).status).toBe(200);
    const told = await asking.call('/orders/');
    expect([told.status, told.json]).toEqual([401, error('Authorization field missing')]);
    expect(told.headers.get('x-generator')).toBe('tyk.io');
  });

  test('never comes back from the upstream', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['campaigns']);
    const told = await asking.call(`/campaigns/x?api_key=${encodeURIComponent(key)}`);
    expect(told.status).toBe(200);
    expect(told.text + JSON.stringify([...told.headers])).not.toContain(key);
  });

  test.each([
    ['partner-exchange', (key: string) => ({'x-partner-key': key})],
    ['recommendations', (key: string) => ({cookie: `a=b; bw_key=${key}`})],
  ])('is looked for where %s says', async (path, headers) => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, [path]);
    expect((await asking.call(`/${path}/`, undefined, headers(key))).status).toBe(200);
    const elsewhere = await asking.call(`/${path}/`, undefined, {'x-other': key});
    expect(elsewhere.status).toBe(401);
  });

  test('opens a generated API, too', async () => {
    const asking = await dashboard({apis: 200});
    const estate = createEstate({apis: 200});
    const generated = Array.from({length: 140}, (_, index) => estate.rowAt(60 + index).api);
    const plain = generated.find(api => api?.use_standard_auth && api.active && !api.internal);
    const path = plain?.proxy.listen_path ?? '';
    const {key} = await makeKey(asking, [path.replaceAll('/', '')]);
    expect((await asking.call(path, key)).json['api']).toBe(plain?.name);
    expect((await asking.call(path)).status).toBe(401);
  });
});

describe('time', () => {
  test('a key ends at its second and stays on record', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], {expires: NOW_SECONDS + 60});
    asking.clock.ms += 59_999;
    expect((await asking.call('/orders/', key)).status).toBe(200);
    asking.clock.ms += 1;
    const told = await asking.call('/orders/', key);
    expect([told.status, told.json]).toEqual([401, error('Key has expired, please renew')]);
    expect(asking.practice.keys().length).toBe(1);
  });

  test.each([0, -1, -5, NOW_SECONDS * 1000])('expires %i never ends it', async expires => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], {expires});
    asking.clock.ms += 40 * 365 * 86_400_000;
    expect((await asking.call('/orders/', key)).status).toBe(200);
  });

  test('the server’s clock decides, not ours', async () => {
    const asking = await dashboard({clockSkewMs: 7_200_000});
    const {key} = await makeKey(asking, ['orders'], {expires: NOW_SECONDS + 3600});
    expect((await asking.call('/orders/', key)).status).toBe(401);
  });

  test('an API with a session lifetime drops its keys, unless the key says longer', async () => {
    const asking = await dashboard();
    const {key: short} = await makeKey(asking, ['delivery-tracking']);
    const {key: long} = await makeKey(asking, ['delivery-tracking'], {session_lifetime: 9_000_000});
    asking.clock.ms += 2_592_000_000;
    expect((await asking.call('/delivery-tracking/', short)).json).toEqual(DISALLOWED);
    expect((await asking.call('/delivery-tracking/', long)).status).toBe(200);
    expect(asking.practice.keys().map(stored => stored.key)).toEqual([long]);
  });

  test('post_expiry_action delete takes the record away: 403 and no longer 401', async () => {
    const asking = await dashboard();
    const own = {expires: NOW_SECONDS + 60, post_expiry_action: 'delete'};
    const {key} = await makeKey(asking, ['orders'], own);
    asking.clock.ms += 60_000;
    expect((await asking.call('/orders/', key)).json).toEqual(DISALLOWED);
    expect(asking.practice.keys()).toEqual([]);
  });
});

describe('limits', () => {
  const statuses = async (asking: Asking, path: string, key: string, calls: number) => {
    const seen: number[] = [];
    for (let call = 0; call < calls; call += 1) seen.push((await asking.call(path, key)).status);
    return seen;
  };

  test('the call over the rate is 429, and the window rolls', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], {rate: 2, per: 60});
    expect(await statuses(asking, '/orders/', key, 2)).toEqual([200, 200]);
    const over = await asking.call('/orders/', key);
    expect([over.status, over.json]).toEqual([429, error('Rate Limit Exceeded')]);
    asking.clock.ms += 60_000;
    expect(await statuses(asking, '/orders/', key, 1)).toEqual([200]);
  });

  test.each([
    ['rate 0', {rate: 0, per: 60}],
    ['rate -1', {rate: -1, per: 60}],
    ['per 0', {rate: 1, per: 0}],
  ])('%s is no limit', async (_, own) => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], own);
    expect(await statuses(asking, '/orders/', key, 3)).toEqual([200, 200, 200]);
  });

  test('an API that ignores the rate limit does so', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['gift-cards'], {rate: 1, per: 60});
    expect(await statuses(asking, '/gift-cards/', key, 3)).toEqual([200, 200, 200]);
  });

  test('the quota counts, says what is left, and renews', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], {quota_max: 1, quota_renewal_rate: 60});
    const first = await asking.call('/orders/', key);
    expect(first.headers.get('x-ratelimit-limit')).toBe('1');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    const over = await asking.call('/orders/', key);
    expect([over.status, over.json]).toEqual([403, error('Quota exceeded')]);
    expect(over.headers.get('x-ratelimit-limit')).toBeNull();
    asking.clock.ms += 60_000;
    expect(await statuses(asking, '/orders/', key, 1)).toEqual([200]);
  });

  test('a quota without renewal is used up for good, until the key is written anew', async () => {
    const asking = await dashboard();
    const own = {quota_max: 1, quota_renewal_rate: 0};
    const {key} = await makeKey(asking, ['orders'], own);
    asking.clock.ms += 86_400_000;
    expect(await statuses(asking, '/orders/', key, 2)).toEqual([200, 403]);
    asking.clock.ms += 86_400_000;
    expect(await statuses(asking, '/orders/', key, 1)).toEqual([403]);
    const body = sessionFor([(await apisOf(asking))('orders')], own);
    await asking.ask('PUT', `/api/keys/${key}?suppress_reset=1`, body);
    expect(await statuses(asking, '/orders/', key, 1)).toEqual([403]);
    await asking.ask('PUT', `/api/keys/${key}`, body);
    expect(await statuses(asking, '/orders/', key, 1)).toEqual([200]);
  });

  test('limits of one API are counted for it alone, and what they leave out is unlimited', async () => {
    const asking = await dashboard();
    const api = await apisOf(asking);
    const [orders, stock] = [api('orders').id, api('stock-levels').id];
    const rights = {[orders]: {limit: {quota_max: 2}}, [stock]: {limit: null}};
    const {key} = await makeKey(asking, [], {access_rights: rights, rate: 1, per: 60});
    expect(await statuses(asking, '/orders/', key, 3)).toEqual([200, 200, 403]);
    expect(await statuses(asking, '/stock-levels/', key, 2)).toEqual([200, 429]);
  });
});

describe('states', () => {
  test('an inactive key is refused', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders'], {is_inactive: true});
    const told = await asking.call('/orders/', key);
    expect([told.status, told.json]).toEqual([403, error('Key is inactive, please renew')]);
  });

  test('keys of a denied policy are made and refused; those of a draft work', async () => {
    const asking = await dashboard();
    const denied = await byPolicy(asking, 'Retired: stock feed');
    expect((await asking.call('/stock-feed/', denied.key)).json).toEqual(
      error('Key is inactive, please renew'),
    );
    const draft = await byPolicy(asking, 'Draft: gift cards');
    expect((await asking.call('/gift-cards/', draft.key)).status).toBe(200);
  });

  test('a key by policy opens what the policy grants', async () => {
    const asking = await dashboard();
    const {key} = await byPolicy(asking, 'Retail suite');
    expect((await asking.call('/customer-profiles/', key)).status).toBe(200);
    expect((await asking.call('/stock-levels/', key)).json).toEqual(DISALLOWED);
  });

  test('a deleted key opens nothing at once', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['orders']);
    await asking.ask('DELETE', `/api/keys/${key}`);
    expect((await asking.call('/orders/', key)).json).toEqual(DISALLOWED);
  });

  test('inactive APIs are unknown behind a Dashboard and served by a gateway with files', async () => {
    expect((await (await dashboard()).call('/newsletter/')).status).toBe(404);
    expect((await (await gateway()).call('/newsletter/')).status).toBe(200);
  });

  test.each(['/mesh-probe/', '/batch-import/', '/no-such-thing/', '/'])(
    '%s cannot be reached from outside',
    async path => {
      const told = await (await dashboard()).call(path);
      expect([told.status, told.text]).toEqual([404, 'Not Found']);
      expect(told.contentType).toMatch(/^text\/plain/);
    },
  );

  test('a keyless API answers everybody', async () => {
    const asking = await dashboard();
    const statuses = [await asking.call('/catalogue/'), await asking.call('/catalogue/', 'x')];
    expect(statuses.map(told => told.status)).toEqual([200, 200]);
  });
});

describe('versions', () => {
  const versioned = async (versions: readonly string[]) => {
    const asking = await dashboard();
    const {id} = (await apisOf(asking))('payments');
    const {key} = await makeKey(asking, [], {access_rights: {[id]: {api_id: id, versions}}});
    return (version?: string) =>
      asking.call('/payments/', key, version === undefined ? {} : {'x-api-version': version});
  };

  test('a versioned API opens the listed versions only, the default without a header', async () => {
    const call = await versioned(['v1']);
    expect([(await call()).status, (await call('v1')).status]).toEqual([200, 200]);
    expect((await call('v2')).json).toEqual(DISALLOWED);
    const unknown = await call('v9');
    expect([unknown.status, unknown.json]).toEqual([
      403,
      error('This API version does not seem to exist'),
    ]);
    expect((await call('constructor')).status).toBe(403);
  });

  test.each([[[]], [['Default']]])('versions %j open nothing of it', async versions => {
    expect((await (await versioned(versions))()).json).toEqual(DISALLOWED);
  });

  test('an unversioned API does not look at the list', async () => {
    const asking = await dashboard();
    const {id} = (await apisOf(asking))('orders');
    const rights = {[id]: {api_id: 'another', versions: ['nonsense']}};
    const {key} = await makeKey(asking, [], {access_rights: rights});
    expect((await asking.call('/orders/', key)).status).toBe(200);
  });

  test('the base of an OAS API hands over to its sister, which must be granted itself', async () => {
    const asking = await dashboard();
    const base = await makeKey(asking, ['delivery-slots']);
    const both = await makeKey(asking, ['delivery-slots', 'delivery-slots-v2']);
    const v2 = {'x-api-version': 'v2'};
    expect((await asking.call('/delivery-slots/', base.key)).status).toBe(200);
    expect((await asking.call('/delivery-slots/', base.key, v2)).json).toEqual(DISALLOWED);
    const told = await asking.call('/delivery-slots/', both.key, v2);
    expect([told.status, told.json['api']]).toEqual([200, 'Delivery Slots v2']);
    expect(told.headers.get('x-tyk-base-api-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a version whose time is over is refused', async () => {
    const asking = await dashboard();
    const told = await asking.call('/pricing/', 'x', {'x-api-version': '2019'});
    expect([told.status, told.json]).toEqual([
      403,
      error('API has expired, please check documentation or contact administrator'),
    ]);
  });
});

describe('paths', () => {
  const limited = async (url: string, methods: readonly string[]) => {
    const asking = await dashboard();
    const {id} = (await apisOf(asking))('orders');
    const rights = {[id]: {versions: ['Default'], allowed_urls: [{url, methods}]}};
    const {key} = await makeKey(asking, [], {access_rights: rights});
    return async (path: string) => (await asking.call(path, key)).status;
  };

  test('an allow-list denies the rest, and its patterns are searched for', async () => {
    const call = await limited('/users/.*', ['GET']);
    expect([await call('/orders/users/1'), await call('/orders/x/users/1')]).toEqual([200, 200]);
    expect(await call('/orders/other')).toBe(403);
  });

  test.each([
    ['small letters', '/.*', ['get']],
    ['no method', '/.*', []],
    ['a pattern that does not compile', '/(', ['GET']],
  ])('%s allow nothing', async (_, url, methods) => {
    expect(await (await limited(url, methods))('/orders/x')).toBe(403);
  });
});

describe('a bare key at APIs that ask for something else', () => {
  test.each([
    ['people', 400, 'Attempted access with malformed header, header not in basic auth format'],
    ['payroll', 403, 'Key not authorized'],
    ['ledger', 400, 'Authorization field missing, malformed or invalid'],
    ['invoices', 400, 'Bearer token malformed'],
    ['supplier-portal', 403, 'Key not authorized'],
    ['warehouse-robots', 403, 'Key not authorized'],
    ['card-vault', 403, 'Client TLS certificate is required'],
    ['fraud-scoring', 403, 'Key not authorised'],
    ['card-terminals', 403, 'Access to this API has been disallowed'],
    ['customer-export', 403, 'Key not authorized'],
  ])('%s: %i %s', async (path, status, message) => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, [path]);
    const told = await asking.call(`/${path}/`, key);
    expect([told.status, told.json]).toEqual([status, error(message)]);
  });

  test('basic auth asks for a user, and no user is the right one', async () => {
    const asking = await dashboard();
    const nobody = await asking.call('/people/');
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="People #hr"',
    ]);
    const told = await asking.call('/lagerverwaltung/', `Basic ${btoa('jane:')}`);
    expect([told.status, told.json]).toEqual([401, error('User not authorised')]);
  });

  test('where one of several types is enough, the key alone opens', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['staff-directory']);
    const told = await asking.call('/staff-directory/', undefined, {'x-api-key': key});
    expect(told.status).toBe(200);
    expect((await asking.call('/staff-directory/')).json).toEqual(
      error('Authorization field missing'),
    );
  });

  test('an old definition without any flag asks for a key', async () => {
    const asking = await dashboard();
    const {key} = await makeKey(asking, ['stock-feed']);
    expect((await asking.call('/stock-feed/', key)).status).toBe(200);
    expect((await asking.call('/stock-feed/')).status).toBe(401);
  });
});
