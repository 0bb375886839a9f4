import {describe, expect, test} from 'vitest';
import {dashboard, NOW} from './ask.ts';
import {rowsOf} from './session.ts';

describe('GET /api/apis', () => {
  test('gives pages of ten, numbered from 1', async () => {
    const {ask} = await dashboard({apis: 23});
    const page = async (query: string) => {
      const {json} = await ask('GET', `/api/apis${query}`);
      return {
        pages: json['pages'],
        names: rowsOf(json['apis']).map(item => item['api_definition']?.['name']),
      };
    };
    const first = await page('');
    expect(first).toEqual(await page('?p=1'));
    expect([first.pages, first.names.length]).toEqual([3, 10]);
    expect((await page('?p=3')).names.length).toBe(3);
    expect((await page('?p=-1')).names.length).toBe(23);
    expect((await page('?p=-2')).pages).toBe(1);
    expect((await page('?p=-1')).names.slice(0, 10)).toEqual(first.names);
  });

  test('wraps each definition, with the OAS document and the categories beside it', async () => {
    const {ask, practice} = await dashboard();
    const items = rowsOf((await ask('GET', '/api/apis?p=-1')).json['apis']);
    const oas = items.find(item => item['api_definition']?.['slug'] === ('pay-csharp' as unknown));
    expect(oas).toMatchObject({
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown,
      api_definition: {name: 'Pay C# Service', is_oas: true, org_id: practice.organisation},
      categories: ['payments', 'checkout team'],
      oas: {'x-tyk-api-gateway': {server: {authentication: {enabled: true}}}},
    });
  });

  test('says null for a list that has nothing', async () => {
    const {ask} = await dashboard({apis: 0});
    expect((await ask('GET', '/api/apis?p=-1')).text).toBe('{"apis":null,"pages":0}');
  });

  test('searches in the name', async () => {
    const {ask} = await dashboard();
    for (const path of ['/api/apis?q=PAYMENTS&p=-1', '/api/apis/search?q=PAYMENTS&p=-1'])
      expect(rowsOf((await ask('GET', path)).json['apis']).length).toBe(6);
  });

  test('passes on what a test brought along, however broken', async () => {
    const {ask} = await dashboard({apis: 1, extraApis: [null, {api_definition: {name: 3}}]});
    const items = rowsOf((await ask('GET', '/api/apis?p=-1')).json['apis']);
    expect(items.slice(1)).toEqual([null, {api_definition: {name: 3}}]);
  });
});

test('categories are counted over hashtags and OAS lists', async () => {
  const {ask} = await dashboard();
  const categories = rowsOf((await ask('GET', '/api/apis/categories')).json['categories']);
  expect(categories).toContainEqual({name: 'orders team', count: 3});
  expect(categories).toContainEqual({name: 'checkout team', count: 1});
  expect(categories.map(each => each['name'])).not.toContain('Service');
});

test('policies come with capitals, ten to a page', async () => {
  const {ask} = await dashboard();
  const first = (await ask('GET', '/api/portal/policies')).json;
  expect([rowsOf(first['Data']).length, first['Pages']]).toEqual([10, 2]);
  const all = (await ask('GET', '/api/portal/policies?p=-1')).json;
  expect([rowsOf(all['Data']).length, all['Pages']]).toEqual([12, 1]);
});

describe('who may ask', () => {
  const refusal = (message: string) => ({Status: 'Error', Message: message, Meta: null});

  test.each([
    ['no credential', {authorization: ''}],
    ['a wrong one', {authorization: 'f'.repeat(32)}],
    ['a gateway’s header', {authorization: '', 'x-tyk-authorization': 'secret'}],
  ])('%s is 401 everywhere under /api', async (_, headers) => {
    const {ask} = await dashboard();
    for (const path of ['/api/apis', '/api/portal/policies', '/api/keys/x', '/api/nothing']) {
      const told = await ask('GET', path, undefined, headers);
      expect([told.status, told.json]).toEqual([401, refusal('Not authorised')]);
    }
  });

  test('the credential with a Bearer before it is not the credential', async () => {
    const {ask, practice} = await dashboard();
    const headers = {authorization: `Bearer ${practice.credential}`};
    expect((await ask('GET', '/api/apis', undefined, headers)).status).toBe(401);
  });

  test.each([
    ['apis', 'GET', '/api/apis'],
    ['policies', 'GET', '/api/portal/policies'],
    ['keys', 'POST', '/api/keys'],
    ['keys', 'GET', '/api/apis/keys'],
  ] as const)('without %s, %s %s is denied with two blanks', async (area, method, path) => {
    const {ask} = await dashboard({permissions: {[area]: false}});
    const told = await ask(method, path, method === 'POST' ? '{}' : undefined);
    const message = `access denied: You do not have permission to access  ${path}`;
    expect([told.status, told.json]).toEqual([403, refusal(message)]);
  });

  test('what is not there is 404 in the envelope, also the gateway’s paths', async () => {
    const {ask} = await dashboard();
    for (const path of ['/api/nothing', '/tyk/apis', '/api']) {
      const told = await ask('GET', path);
      expect([told.status, told.json]).toEqual([404, refusal('Not found')]);
    }
    expect((await ask('DELETE', '/api/apis')).status).toBe(405);
  });

  test('/hello asks for nothing and is not a gateway’s', async () => {
    const {ask} = await dashboard();
    const told = await ask('GET', '/hello', undefined, {authorization: ''});
    expect(told.status).toBe(200);
    expect(told.text).not.toContain('Tyk GW');
  });
});

test('the Date header is the server’s clock, ahead of ours by the skew', async () => {
  const {ask} = await dashboard({clockSkewMs: 7_200_000});
  const told = await ask('GET', '/api/apis');
  expect(told.headers.get('date')).toBe(new Date(NOW + 7_200_000).toUTCString());
});

test('behind a prefix everything is there, and nothing without it', async () => {
  const {ask, practice, call} = await dashboard({prefix: '/tools/tyk'});
  expect(practice.url).toBe(`${practice.gatewayUrl}/tools/tyk`);
  expect((await ask('GET', '/api/apis')).status).toBe(200);
  expect((await call('/api/apis', practice.credential)).status).toBe(404);
});

test('requests are remembered without their headers, the last 1,000', async () => {
  const {ask, practice} = await dashboard({apis: 1});
  await ask('POST', '/api/keys?x=1', '{bad');
  expect(practice.requests()).toEqual([{method: 'POST', path: '/api/keys?x=1', body: '{bad'}]);
  expect(JSON.stringify(practice.requests())).not.toContain(practice.credential);
});

test('the credential is another one at every start', async () => {
  const [one, other] = [await dashboard(), await dashboard()];
  expect(one.practice.credential).toMatch(/^[0-9a-f]{32}$/);
  expect(one.practice.credential).not.toBe(other.practice.credential);
});
