import {describe, expect, test} from 'vitest';
import {type Asking, gateway, NOW_SECONDS} from './ask.ts';
import {apisOf, hashIn, keyIn, policyId, rowsOf, sessionFor} from './session.ts';

const complaint = (message: string) => ({status: 'error', message});
const NO_DETAIL = 'Failed to create key, ensure security settings are correct.';

const ordersBody = async (asking: Asking, own: Readonly<Record<string, unknown>> = {}) =>
  sessionFor([(await apisOf(asking))('orders')], own);

describe('lists', () => {
  test('APIs are a bare array of definitions, in another order each time', async () => {
    const {ask} = await gateway();
    const names = async () =>
      rowsOf((await ask('GET', '/tyk/apis')).json).map(api => JSON.stringify(api['api_id']));
    const [one, other] = [await names(), await names()];
    expect(one.length).toBe(60);
    expect([...one].sort()).toEqual([...other].sort());
    expect(one).not.toEqual(other);
  });

  test('OAS APIs are there, translated, without document and categories', async () => {
    const {ask} = await gateway();
    const apis = rowsOf((await ask('GET', '/tyk/apis/')).json);
    const oas = apis.find(api => api['name'] === ('Pay C# Service' as unknown));
    expect(oas).toMatchObject({
      is_oas: true,
      use_standard_auth: true,
      version_data: {versions: {'': {}}},
    });
    expect(oas).not.toHaveProperty('oas');
    expect(oas).not.toHaveProperty('categories');
  });

  test('one API by its id, an unknown one in the envelope', async () => {
    const asking = await gateway();
    const {id, name} = (await apisOf(asking))('orders');
    expect((await asking.ask('GET', `/tyk/apis/${id}`)).json).toMatchObject({api_id: id, name});
    const told = await asking.ask('GET', '/tyk/apis/oas');
    expect([told.status, told.json]).toEqual([404, complaint('API not found')]);
  });

  test('policies are a bare array without what only a Dashboard knows', async () => {
    const {ask} = await gateway();
    const policies = rowsOf((await ask('GET', '/tyk/policies')).json);
    expect(policies.length).toBe(12);
    for (const policy of policies)
      for (const member of ['state', 'auth_type', 'auth_types', 'access_rights_array'])
        expect(policy).not.toHaveProperty(member);
    const [right] = policies
      .filter(policy => policy['name'] === ('Orders standard' as unknown))
      .flatMap(policy => Object.values(policy['access_rights'] ?? {}));
    expect(Object.keys(right ?? {}).sort()).toEqual(['api_id', 'api_name', 'versions']);
  });
});

describe('who and where', () => {
  test.each([
    ['no secret', {'x-tyk-authorization': ''}],
    ['a wrong one', {'x-tyk-authorization': 'nope'}],
  ])('%s is 403', async (_, headers) => {
    const {ask} = await gateway();
    const told = await ask('GET', '/tyk/apis', undefined, headers);
    expect([told.status, told.json]).toEqual([
      403,
      complaint('Attempted administrative access with invalid or missing key!'),
    ]);
  });

  test('the secret in the Dashboard’s header is no secret', async () => {
    const {ask, practice} = await gateway();
    const headers = {'x-tyk-authorization': '', authorization: practice.credential};
    expect((await ask('GET', '/tyk/apis', undefined, headers)).status).toBe(403);
  });

  test.each([
    ['GET', '/tyk/nothing', 404, '404 page not found'],
    ['GET', '/api/apis', 404, 'Not Found'],
  ])('%s %s is %i in plain text', async (method, path, status, text) => {
    const told = await (await gateway()).ask(method, path);
    expect([told.status, told.text]).toEqual([status, text]);
    expect(told.contentType).toMatch(/^text\/plain/);
  });

  test('another method is 405', async () => {
    const told = await (await gateway()).ask('PATCH', '/tyk/keys', '{}');
    expect([told.status, told.json]).toEqual([405, complaint('Method not supported')]);
  });

  test('/hello and /ready ask for nothing and say that it is a gateway', async () => {
    const {ask} = await gateway();
    for (const path of ['/hello', '/ready']) {
      const told = await ask('GET', path, undefined, {'x-tyk-authorization': ''});
      expect(told.json).toMatchObject({
        status: 'pass',
        description: 'Tyk GW',
        details: {redis: {status: 'pass', time: '2026-11-23T14:02:07Z'}},
      });
    }
  });
});

describe.each(['/tyk/keys', '/tyk/keys/create'])('POST %s', path => {
  test('makes a key that opens its API and no other', async () => {
    const asking = await gateway();
    const told = await asking.ask('POST', path, await ordersBody(asking));
    expect(told.json).toEqual({
      key: expect.stringMatching(/^ey.{118}$/) as unknown,
      status: 'ok',
      action: 'added',
      key_hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
    });
    expect((await asking.call('/orders/', keyIn(told))).status).toBe(200);
    expect((await asking.call('/stock-levels/', keyIn(told))).status).toBe(403);
    expect((await asking.call('/orders/', hashIn(told))).status).toBe(403);
  });

  test('has no key_hash without hashing', async () => {
    const asking = await gateway({hashKeys: false});
    const told = await asking.ask('POST', path, await ordersBody(asking));
    expect(told.json).not.toHaveProperty('key_hash');
    expect((await asking.ask('GET', '/tyk/keys')).json).toEqual({keys: [keyIn(told)]});
  });

  test('takes unknown APIs and those of any organisation', async () => {
    const asking = await gateway();
    const unknown = sessionFor([{id: 'nowhere', name: '', organisation: 'x'}]);
    expect((await asking.ask('POST', path, unknown)).status).toBe(200);
    const foreign = sessionFor([(await apisOf(asking))('subsidiary-orders')]);
    const told = await asking.ask('POST', path, foreign);
    expect((await asking.call('/subsidiary-orders/', keyIn(told))).status).toBe(200);
  });
});

describe('refusals', () => {
  test.each([
    ['/tyk/keys', '{bad', 400, 'Request malformed'],
    ['/tyk/keys', '{"expires": "never"}', 400, 'Request malformed'],
    ['/tyk/keys', '{"access_rights": {}}', 500, NO_DETAIL],
    ['/tyk/keys', '{"apply_policies": ["nopolicy"]}', 500, NO_DETAIL],
    ['/tyk/keys/create', '{bad', 500, 'Unmarshalling failed'],
    ['/tyk/keys/create', '{"quota_max": 1.5}', 500, 'Unmarshalling failed'],
    [
      '/tyk/keys/create',
      '{}',
      400,
      'Failed to create key, keys must have at least one Access Rights record set.',
    ],
    [
      '/tyk/keys/create',
      '{"apply_policies": ["nopolicy"]}',
      500,
      'Failed to create key - policy not found: "nopolicy"',
    ],
    ['/tyk/keys/preview', '{bad', 500, 'Unmarshalling failed'],
    [
      '/tyk/keys/ab',
      '{}',
      400,
      'custom key ID length 2 is less than min_token_length (3); the key would be unreachable at auth time. Use an ID of at least min_token_length characters, or lower min_token_length in the gateway configuration.',
    ],
  ])('POST %s %s: %i %s', async (path, body, status, message) => {
    const asking = await gateway();
    const told = await asking.ask('POST', path, body);
    expect([told.status, told.json]).toEqual([status, complaint(message)]);
    expect(asking.practice.keys()).toEqual([]);
  });

  test('a quota-only policy is refused with its reason', async () => {
    const asking = await gateway();
    const own = {apply_policies: [await policyId(asking, 'Monthly quota')]};
    const told = await asking.ask('POST', '/tyk/keys/create', await ordersBody(asking, own));
    expect(told.json).toEqual(
      complaint('Failed to create key - key has no valid policies to be applied'),
    );
  });
});

describe('traps', () => {
  test('an expires of the past becomes never on /tyk/keys and is kept by /create', async () => {
    const asking = await gateway();
    const body = await ordersBody(asking, {expires: NOW_SECONDS});
    const eternal = keyIn(await asking.ask('POST', '/tyk/keys', body));
    const dead = keyIn(await asking.ask('POST', '/tyk/keys/create', body));
    expect((await asking.call('/orders/', eternal)).status).toBe(200);
    expect((await asking.call('/orders/', dead)).status).toBe(401);
  });

  test('expires 1 is kept and dead', async () => {
    const asking = await gateway();
    const key = keyIn(
      await asking.ask('POST', '/tyk/keys', await ordersBody(asking, {expires: 1})),
    );
    expect((await asking.call('/orders/', key)).status).toBe(401);
  });

  test('hashed on a POST gives a key that opens nothing, with itself as the hash', async () => {
    const asking = await gateway();
    const told = await asking.ask('POST', '/tyk/keys?hashed=1', await ordersBody(asking));
    expect([told.status, told.json['key_hash']]).toEqual([200, keyIn(told)]);
    expect((await asking.call('/orders/', keyIn(told))).status).toBe(403);
  });

  test('a self-chosen id overwrites in silence and resets the quota', async () => {
    const asking = await gateway();
    const body = await ordersBody(asking, {quota_max: 1, quota_renewal_rate: 60});
    const statuses: number[] = [];
    for (const step of ['write', 'call', 'call', 'write', 'call'])
      statuses.push(
        step === 'write'
          ? (await asking.ask('POST', '/tyk/keys/tykey-0123', body)).status
          : (await asking.call('/orders/', 'tykey-0123')).status,
      );
    expect(statuses).toEqual([200, 200, 403, 200, 200]);
  });

  test('a self-chosen id is found by its raw text only with its organisation or API', async () => {
    const asking = await gateway();
    const {id, organisation} = (await apisOf(asking))('orders');
    await asking.ask('POST', '/tyk/keys/tykey-0123', await ordersBody(asking));
    const status = async (query: string) =>
      (await asking.ask('GET', `/tyk/keys/tykey-0123${query}`)).status;
    expect(await status('')).toBe(404);
    expect(await status(`?org_id=${organisation}`)).toBe(200);
    expect(await status(`?api_id=${id}`)).toBe(200);
  });
});

describe('a key that is there', () => {
  const withKey = async (own: Readonly<Record<string, unknown>> = {}) => {
    const asking = await gateway();
    const body = await ordersBody(asking, own);
    const told = await asking.ask('POST', '/tyk/keys', body);
    return {...asking, body, key: keyIn(told), hash: hashIn(told)};
  };

  test('is read as its session, without zeros and without the key', async () => {
    const {ask, key, hash} = await withKey();
    const told = await ask('GET', `/tyk/keys/${key}`);
    expect(told.json).toMatchObject({alias: 'orders team', rate: 1000, quota_max: -1, expires: -1});
    for (const absent of ['is_inactive', 'tags', 'meta_data', 'apply_policies', 'last_check'])
      expect(told.json).not.toHaveProperty(absent);
    const [right] = Object.values(told.json['access_rights'] ?? {});
    expect(Object.keys(right ?? {}).sort()).toEqual(['api_id', 'api_name', 'versions']);
    expect(told.text).not.toContain(key);
    expect((await ask('GET', `/tyk/keys/${hash}?hashed=1`)).text).toBe(told.text);
  });

  test('made by a policy, it shows the policy’s limits and no api_id', async () => {
    const asking = await gateway();
    const own = {apply_policies: [await policyId(asking, 'Orders standard')], tags: ['t']};
    const told = await asking.ask('POST', '/tyk/keys/create', await ordersBody(asking, own));
    const read = await asking.ask('GET', `/tyk/keys/${keyIn(told)}`);
    expect(read.json).toMatchObject({rate: 100, quota_max: 5000, tags: ['t']});
    expect(Object.values(read.json['access_rights'] ?? {})).toEqual([
      {
        versions: ['Default'],
        limit: {
          rate: 100,
          per: 60,
          max_query_depth: -1,
          quota_max: 5000,
          quota_remaining: 5000,
          quota_renewal_rate: 3600,
        },
      },
    ]);
  });

  test('is not found the wrong way round', async () => {
    const {ask, key, hash} = await withKey();
    for (const path of [hash, `${key}?hashed=1`, 'unknown']) {
      const told = await ask('GET', `/tyk/keys/${path}`);
      expect([told.status, told.json]).toEqual([404, complaint('Key not found')]);
    }
  });

  test('by hash is refused where nothing is hashed', async () => {
    const {ask} = await gateway({hashKeys: false});
    const told = await ask('GET', '/tyk/keys/x?hashed=1');
    expect([told.status, told.json]).toEqual([
      400,
      complaint('Key requested by hash but key hashing is not enabled'),
    ]);
  });

  test('is replaced by PUT', async () => {
    const {ask, key, hash, body, practice} = await withKey();
    const told = await ask('PUT', `/tyk/keys/${key}`, {...body, alias: 'new'});
    expect(told.json).toEqual({key, status: 'ok', action: 'modified', key_hash: hash});
    expect(practice.keys()[0]?.session.alias).toBe('new');
    const unknown = await ask('PUT', '/tyk/keys/unknown', body);
    expect([unknown.status, unknown.json]).toEqual([404, complaint('Key is not found')]);
  });

  test('is deleted once', async () => {
    const {ask, key, practice} = await withKey();
    const told = await ask('DELETE', `/tyk/keys/${key}`);
    expect(told.json).toEqual({key, status: 'ok', action: 'deleted'});
    expect(practice.keys()).toEqual([]);
    const again = await ask('DELETE', `/tyk/keys/${key}`);
    expect([again.status, again.json]).toEqual([404, complaint('There is no such key found')]);
  });

  test('is deleted by its hash, and with api_id=-1 the answer is null', async () => {
    const first = await withKey();
    const byHash = await first.ask('DELETE', `/tyk/keys/${first.hash}?hashed=1`);
    expect(byHash.json).toEqual({key: first.hash, status: 'ok', action: 'deleted'});
    const second = await withKey();
    const strange = await second.ask('DELETE', `/tyk/keys/${second.key}?api_id=-1`);
    expect([strange.status, strange.text, second.practice.keys()]).toEqual([200, 'null', []]);
  });

  test('is listed by its hash', async () => {
    const {ask, hash} = await withKey();
    expect((await ask('GET', '/tyk/keys/')).json).toEqual({keys: [hash]});
  });
});

test('preview is 200 also when policies fail, and then opens nothing', async () => {
  const asking = await gateway();
  const told = await asking.ask(
    'POST',
    '/tyk/keys/preview',
    await ordersBody(asking, {apply_policies: ['nopolicy']}),
  );
  expect([told.status, told.json['alias']]).toEqual([200, 'orders team']);
  expect(told.json).not.toHaveProperty('access_rights');
  expect(asking.practice.keys()).toEqual([]);
});
