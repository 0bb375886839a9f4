import {describe, expect, test} from 'vitest';
import {dashboard, NOW_SECONDS} from './ask.ts';
import {apisOf, hashIn, keyIn, policyId, rowsOf, sessionFor} from './session.ts';

const refusal = (message: string) => ({Status: 'Error', Message: message, Meta: null});
const MALFORMED = 'User/Key object validation failed, most likely malformed input';
const NO_RIGHTS =
  'Failed to save new session object to Tyk: Failed to create key, keys must have at least one Access Rights record set.';

describe('POST /api/keys', () => {
  test('answers the key in its envelope, 120 characters, with its hash and the session', async () => {
    const asking = await dashboard();
    const api = (await apisOf(asking))('orders');
    const told = await asking.ask('POST', '/api/keys', sessionFor([api], {tags: ['a', 'b', 'a']}));
    expect(told.status).toBe(200);
    const key = keyIn(told);
    expect(key.length).toBe(120);
    expect(JSON.parse(Buffer.from(key, 'base64').toString())).toEqual({
      org: asking.practice.organisation,
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      h: 'murmur64',
    });
    expect(told.json).toMatchObject({
      api_model: {},
      key_hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      data: {alias: 'orders team', rate: 1000, per: 60, expires: -1},
    });
    expect(asking.practice.keys().map(stored => stored.key)).toEqual([key]);
    expect([...rowsOf(told.json['data']?.['tags'])].sort()).toEqual(['a', 'b']);
  });

  test('the same body twice makes two keys', async () => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('orders')]);
    await asking.ask('POST', '/api/keys', body);
    await asking.ask('POST', '/api/keys', body);
    expect(new Set(asking.practice.keys().map(stored => stored.key)).size).toBe(2);
  });

  test('without hashing there is no key_hash, and the list shows keys', async () => {
    const asking = await dashboard({hashKeys: false});
    const told = await asking.ask(
      'POST',
      '/api/keys',
      sessionFor([(await apisOf(asking))('orders')]),
    );
    expect(told.json).not.toHaveProperty('key_hash');
    const listed = await asking.ask('GET', '/api/apis/keys');
    expect(listed.json).toEqual({data: {keys: [keyIn(told)]}, pages: 1});
  });

  test('the credential’s organisation counts, not the body’s', async () => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('orders')], {org_id: 'another'});
    const told = await asking.ask('POST', '/api/keys', body);
    expect(told.json['data']?.['org_id']).toBe(asking.practice.organisation);
  });

  test.each([
    ['expires as a text', {expires: '1793404800'}],
    ['expires with a fraction', {expires: 1.5}],
    ['tags that are no list', {tags: 'edge'}],
    ['a tag that is a number', {tags: [1]}],
    ['rate as a text', {rate: '1000'}],
    ['an alias that is a number', {alias: 7}],
    ['a flag as a text', {is_inactive: 'false'}],
    ['access_rights as a list', {access_rights: []}],
    ['a right that is a text', {access_rights: {x: 'y'}}],
    ['metadata that is a list', {meta_data: []}],
  ])('%s is a schema violation', async (_, own) => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('orders')], own);
    const told = await asking.ask('POST', '/api/keys', body);
    expect([told.status, told.json]).toEqual([400, refusal(MALFORMED)]);
    expect(asking.practice.keys()).toEqual([]);
  });

  test.each([
    ['malformed JSON', '{bad', 403, 'Request body malformed.'],
    ['no body', '', 403, 'Request body malformed.'],
    ['a list', '[]', 400, MALFORMED],
    ['no access rights', {access_rights: {}}, 400, NO_RIGHTS],
    ['access rights null', {access_rights: null}, 400, NO_RIGHTS],
    ['access rights missing', {}, 400, NO_RIGHTS],
    [
      'an unknown API',
      {access_rights: {nope: {}}},
      400,
      'User does not have permission to add API to key Access Rights!',
    ],
    [
      'an unknown policy',
      {apply_policies: ['nopolicy']},
      500,
      'Failed to save new session object to Tyk: Failed to create key - policy not found: "nopolicy"',
    ],
  ])('%s is refused', async (_, body, status, message) => {
    const asking = await dashboard();
    const told = await asking.ask('POST', '/api/keys', body);
    expect([told.status, told.json]).toEqual([status, refusal(message)]);
    expect(asking.practice.keys()).toEqual([]);
  });

  test('an API of another organisation is refused like an unknown one', async () => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('subsidiary-orders')]);
    const told = await asking.ask('POST', '/api/keys', body);
    expect([told.status, told.json['Message']]).toEqual([
      400,
      'User does not have permission to add API to key Access Rights!',
    ]);
  });

  test.each([
    ['Subsidiary', /policy not found: "64c1f0/],
    ['Monthly quota', /key has no valid policies to be applied/],
    ['Fast lane', /key has no valid policies to be applied/],
  ])('by the policy “%s” alone no key is made', async (name, message) => {
    const asking = await dashboard();
    const body = sessionFor([], {apply_policies: [await policyId(asking, name)]});
    const told = await asking.ask('POST', '/api/keys', body);
    expect([told.status, told.json['Message']]).toEqual([500, expect.stringMatching(message)]);
  });

  test('a policy that ends its keys sets expires, whatever was sent', async () => {
    const asking = await dashboard();
    const body = sessionFor([], {apply_policies: [await policyId(asking, 'Trial, seven days')]});
    const told = await asking.ask('POST', '/api/keys', body);
    expect(told.json['data']?.['expires']).toBe(NOW_SECONDS + 604_800);
  });

  test('not by a policy whose only API does not exist, which is stored all the same', async () => {
    const policy = {id: 'p', key_expires_in: 60, access_rights: {nowhere: {versions: ['Default']}}};
    const {organisation} = (await dashboard()).practice;
    const asking = await dashboard({extraPolicies: [{...policy, org_id: organisation}]});
    const told = await asking.ask('POST', '/api/keys', sessionFor([], {apply_policies: ['p']}));
    expect([told.status, told.json['data']?.['expires']]).toEqual([200, -1]);
  });

  test('the empty id of a policy is no id; its _id is', async () => {
    const asking = await dashboard();
    const byId = await policyId(asking, 'Storefront graph');
    expect(byId).not.toBe('');
    const told = await asking.ask('POST', '/api/keys', sessionFor([], {apply_policies: [byId]}));
    expect(told.status).toBe(200);
  });

  test('a self-chosen id is found by its raw text and by its envelope', async () => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('orders')]);
    const told = await asking.ask('POST', '/api/keys/tykey-0123456789abcdef', body);
    for (const id of ['tykey-0123456789abcdef', keyIn(told)])
      expect((await asking.ask('GET', `/api/keys/${id}`)).status).toBe(200);
    await asking.ask('POST', '/api/keys/tykey-0123456789abcdef', body);
    expect(asking.practice.keys().length).toBe(1);
  });
});

test('preview applies policies and stores nothing', async () => {
  const asking = await dashboard();
  const body = sessionFor([], {apply_policies: [await policyId(asking, 'Orders standard')]});
  const told = await asking.ask('POST', '/api/keys/preview', body);
  expect([told.status, told.json]).toMatchObject([200, {rate: 100, quota_max: 5000}]);
  expect(asking.practice.keys()).toEqual([]);
  const wrong = await asking.ask('POST', '/api/keys/preview', {rate: 'x'});
  expect([wrong.status, wrong.json]).toEqual([400, refusal('User/Key object validation failed.')]);
});

describe('a key that is there', () => {
  const withKey = async () => {
    const asking = await dashboard();
    const body = sessionFor([(await apisOf(asking))('orders')]);
    const told = await asking.ask('POST', '/api/keys', body);
    return {...asking, body, key: keyIn(told), hash: hashIn(told)};
  };

  test('is read by itself and by its hash, which does not give the key away', async () => {
    const {ask, key, hash} = await withKey();
    const byKey = await ask('GET', `/api/keys/${key}`);
    expect(byKey.json).toMatchObject({key_id: key, key_hash: hash, data: {alias: 'orders team'}});
    const byHash = await ask('GET', `/api/keys/${hash}?hashed=1`);
    expect(byHash.json).toMatchObject({key_id: hash, data: {alias: 'orders team'}});
    expect(byHash.text).not.toContain(key);
    expect((await ask('GET', `/api/keys/${hash}?auto_guess=true`)).status).toBe(200);
  });

  test('is not found by its hash without saying so, nor by itself as a hash', async () => {
    const {ask, key, hash} = await withKey();
    for (const path of [hash, `${key}?hashed=1`, 'unknown']) {
      const told = await ask('GET', `/api/keys/${path}`);
      expect([told.status, told.json]).toEqual([404, refusal('Could not retrieve key detail.')]);
    }
  });

  test('is listed by its hash, with details, and searched by it', async () => {
    const {ask, key, hash} = await withKey();
    expect((await ask('GET', '/api/apis/keys')).json).toEqual({data: {keys: [hash]}, pages: 1});
    const details = await ask('GET', '/api/keys/detailed');
    expect(details.json).toMatchObject({keys: [{key_id: hash, data: {alias: 'orders team'}}]});
    expect(details.text).not.toContain(key);
    expect((await ask('GET', '/api/keys/detailed?q=zz')).json['keys']).toEqual([]);
  });

  test('is changed as a whole', async () => {
    const {ask, key, body, practice} = await withKey();
    const told = await ask('PUT', `/api/keys/${key}`, {...body, alias: 'new', is_inactive: true});
    expect(told.json).toMatchObject({key_id: key, data: {alias: 'new'}});
    expect(practice.keys()[0]?.session).toMatchObject({alias: 'new', is_inactive: true});
    expect((await ask('PUT', '/api/keys/unknown', body)).status).toBe(404);
    expect((await ask('PUT', `/api/keys/${key}`, '{bad')).status).toBe(403);
  });

  test('is deleted once, by itself or by its hash', async () => {
    const {ask, key, hash, practice} = await withKey();
    const deleted = {Status: 'OK', Message: 'Key deleted successfully.', Meta: null};
    const told = await ask('DELETE', `/api/keys/${key}`);
    expect([told.status, told.json]).toEqual([200, deleted]);
    expect(practice.keys()).toEqual([]);
    const again = await ask('DELETE', `/api/keys/${hash}?hashed=1`);
    expect([again.status, again.json]).toEqual([500, refusal('Could not delete key.')]);
    const other = await withKey();
    const byHash = await other.ask('DELETE', `/api/keys/${other.hash}?hashed=1`);
    expect([byHash.status, other.practice.keys()]).toEqual([200, []]);
  });
});
