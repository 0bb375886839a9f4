import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import {recogniseServer} from '../../source/tyk/recognise.ts';
import {
  backendAt,
  credential,
  defaultTimings,
  dispatchersFor,
  drain,
  never,
  quickly,
} from './support/backend.ts';
import {hangUp, json, plain, routes, serve, type Answering} from './support/server.ts';
import {wish} from './support/wishes.ts';

const key =
  'eyJvcmciOiJkZWZhdWx0IiwiaWQiOiIwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZiIsImgiOiJtdXJtdXI2NCJ9';
const hash = '0123456789abcdef';
const made = {key, status: 'ok', action: 'added', key_hash: hash};

const apis = json([
  {api_id: '2', name: 'payments', org_id: 'default'},
  {api_id: '1', name: 'Orders API #orders', org_id: 'default', is_oas: false},
  {api_id: '3', name: 'Pay C# Service', org_id: 'default', is_oas: true},
]);
const output: Readonly<Record<string, string>> = {pass: '', fail: 'storage: Redis is down'};
const hello = (redis?: string, time = new Date(Date.now() + 5000).toISOString()) =>
  json({
    status: 'pass',
    version: 'v5.8.0',
    description: 'Tyk GW',
    details: redis ? {redis: {status: redis, output: output[redis], time}} : {},
  });
const refused = json(
  {status: 'error', message: 'Attempted administrative access with invalid or missing key!'},
  403,
);
const forever = wish({expiry: {kind: 'never'}});

type Table = Readonly<Record<string, Answering>>;

const gatewayWith = async (table: Table) => {
  const server = await serve(routes(table));
  const timings = {...defaultTimings, readBack: quickly, create: quickly};
  const backend = backendAt(server.url, 'gateway', {timings});
  const asked = () => server.received.map(({method, path}) => `${method} ${path}`);
  return {server, backend, asked};
};

describe("a gateway's APIs", () => {
  const load = async (table: Table) => {
    const {server, backend, asked} = await gatewayWith(table);
    const loaded = await drain(backend.loadApis(never()));
    expect(JSON.stringify(loaded)).not.toContain(credential);
    return {...loaded, asked: asked(), first: server.received[0]};
  };

  it('come bare and in any order, and are sorted by name', async () => {
    const {rows, first, asked} = await load({'GET /tyk/apis': apis});
    expect(rows.map(({name}) => name)).toEqual(['Orders API', 'Pay C# Service', 'payments']);
    expect(rows[1]).toMatchObject({definition: 'oas', organisation: 'default', categories: []});
    expect(first?.headers).toMatchObject({'x-tyk-authorization': credential});
    expect(first?.headers.authorization).toBeUndefined();
    expect(asked).toEqual(['GET /tyk/apis']);
  });

  it.each([[null], [[]]])('may be none: %j', async body => {
    expect(await load({'GET /tyk/apis': json(body)})).toMatchObject({rows: [], problems: []});
  });

  it.each<[string, Table, object]>([
    ['a wrong secret', {'GET /tyk/apis': refused}, {kind: 'notAuthorised', status: 403}],
    ['a data-plane gateway', {'GET /hello': hello()}, {kind: 'otherServer', found: 'dataPlane'}],
    ['nobody known', {}, {kind: 'rejected', status: 404, message: '404 page not found'}],
    [
      'a Dashboard that refuses',
      {'GET /tyk/apis': json({Status: 'Error', Message: 'Not authorised'}, 401)},
      {kind: 'otherServer', found: 'dashboard'},
    ],
    [
      'a Dashboard that answers with its page',
      {
        'GET /tyk/apis': plain('<html>'),
        'GET /api/apis?p=1': json({Status: 'Error', Message: 'Not authorised', Meta: null}, 401),
      },
      {kind: 'otherServer', found: 'dashboard'},
    ],
    [
      "a Dashboard's list",
      {'GET /tyk/apis': json({apis: []})},
      {kind: 'otherServer', found: 'dashboard'},
    ],
    [
      'another shape',
      {'GET /tyk/apis': json({a: 1}), 'GET /hello': hello()},
      {kind: 'unreadable', what: 'apis'},
    ],
  ])('%s', async (_, table, problem) => {
    expect((await load(table)).problems).toMatchObject([problem]);
  });
});

describe("a gateway's policies", () => {
  it('come bare', async () => {
    const policies = json([{_id: '', id: 'tagged', name: 'Policy tagged', active: true}]);
    const {backend} = await gatewayWith({'GET /tyk/policies': policies});
    expect((await drain(backend.loadPolicies(never()))).rows).toMatchObject([{id: 'tagged'}]);
  });

  it('can be unknown to an old one, which is a plain 404', async () => {
    const {backend, asked} = await gatewayWith({'GET /tyk/apis': apis, 'GET /hello': hello()});
    await drain(backend.loadApis(never()));
    const {problems} = await drain(backend.loadPolicies(never()));
    expect(problems).toEqual([{kind: 'policiesNotListed'}]);
    expect(asked()).toEqual(['GET /tyk/apis', 'GET /tyk/policies']);
  });
});

describe('creating at a gateway', () => {
  const stored = json({alias: 'orders team', rate: 100, tags: ['b', 'a'], key_id: key});

  it('reads back what was stored, by the hash', async () => {
    const {backend, asked} = await gatewayWith({
      'GET /tyk/apis': apis,
      'POST /tyk/keys/create': json(made),
      [`GET /tyk/keys/${hash}?hashed=1`]: stored,
    });
    await drain(backend.loadApis(never()));
    expect(await backend.createKey(forever, never())).toMatchObject({
      outcome: 'created',
      key: {hash, stored: {alias: 'orders team', rate: 100, tags: ['b', 'a']}},
    });
    expect(asked()).toEqual([
      'GET /tyk/apis',
      'POST /tyk/keys/create',
      `GET /tyk/keys/${hash}?hashed=1`,
    ]);
  });

  it('reads back by the key where keys are not hashed', async () => {
    const {backend} = await gatewayWith({
      'GET /tyk/apis': apis,
      'POST /tyk/keys/create': json({key, status: 'ok', action: 'added'}),
      [`GET /tyk/keys/${key}`]: stored,
    });
    expect(await backend.createKey(forever, never())).toMatchObject({
      outcome: 'created',
      key: {hash: undefined, stored: {rate: 100}},
    });
  });

  it.each<[string, Answering]>([
    ['404', json({status: 'error', message: 'Key not found'}, 404)],
    ['the connection ends', hangUp],
    ['silence', () => undefined],
    ['no JSON', plain('<html>')],
  ])('has succeeded also when the read-back fails: %s', async (_, answer) => {
    const {backend} = await gatewayWith({
      'GET /tyk/apis': apis,
      'POST /tyk/keys/create': json(made),
      [`GET /tyk/keys/${hash}?hashed=1`]: answer,
    });
    expect(await backend.createKey(forever, never())).toMatchObject({
      outcome: 'created',
      key: {hash, stored: {}},
    });
  });

  it('first makes sure that there is a control API, so that no key called "create" is made', async () => {
    const {backend, asked} = await gatewayWith({
      'GET /hello': hello(),
      'POST /tyk/keys/create': json(made),
    });
    expect(await backend.createKey(forever, never())).toEqual({
      outcome: 'notCreated',
      problem: {kind: 'otherServer', found: 'dataPlane'},
    });
    expect(asked()).toEqual(['GET /tyk/apis', 'GET /hello']);
  });

  it('with a wrong secret posts nothing', async () => {
    const {backend, asked} = await gatewayWith({'GET /tyk/apis': refused});
    expect(await backend.createKey(forever, never())).toMatchObject({
      outcome: 'notCreated',
      problem: {kind: 'notAuthorised'},
    });
    expect(asked()).toEqual(['GET /tyk/apis']);
  });

  it.each<[string, Answering, string]>([
    [
      'a policy reason',
      json({status: 'error', message: 'Failed to create key - policy not found: "p"'}, 500),
      'notCreated',
    ],
    [
      'no rights',
      json(
        {
          status: 'error',
          message: 'Failed to create key, keys must have at least one Access Rights record set.',
        },
        400,
      ),
      'notCreated',
    ],
    [
      'trouble with Redis',
      json(
        {
          status: 'error',
          message: 'Failed to create key - storage: Redis is either down or was not configured',
        },
        500,
      ),
      'unknown',
    ],
    ['silence', () => undefined, 'unknown'],
    ['an answer without a key', json({status: 'ok', action: 'added'}), 'unknown'],
  ])('%s', async (_, answer, outcome) => {
    const {backend, asked} = await gatewayWith({
      'GET /tyk/apis': apis,
      'POST /tyk/keys/create': answer,
    });
    expect(await backend.createKey(forever, never())).toMatchObject({outcome});
    expect(asked().filter(line => line.startsWith('POST'))).toHaveLength(1);
  });

  it('is described with its own header and variable', async () => {
    const {backend} = await gatewayWith({});
    const {curl} = backend.describe(forever, 0);
    expect(curl).toContain('x-tyk-authorization: $TYK_GW_SECRET');
    expect(curl).toContain("/tyk/keys/create'");
    expect(curl).not.toContain(credential);
  });
});

describe('revoking at a gateway', () => {
  const path = `DELETE /tyk/keys/${key}`;
  const missing = json({status: 'error', message: 'There is no such key found'}, 404);

  it('is certain by a 200 that says so', async () => {
    const {backend} = await gatewayWith({[path]: json({key, status: 'ok', action: 'deleted'})});
    expect(await backend.revokeKey(new Secret(key))).toEqual({ok: true, value: undefined});
  });

  it.each<[string, Table, object]>([
    [
      'its storage works',
      {'GET /ready': json({status: 'ok'})},
      {kind: 'rejected', status: 404, message: 'There is no such key found'},
    ],
    [
      'an old one says that its storage works',
      {'GET /hello': hello('pass')},
      {kind: 'rejected', status: 404},
    ],
    [
      'its storage is gone',
      {'GET /ready': json({status: 'error', message: 'Redis connection not available'}, 503)},
      {kind: 'storageDown', message: 'Redis connection not available'},
    ],
    [
      'an old one says that its storage is gone',
      {'GET /hello': hello('fail')},
      {kind: 'storageDown', message: 'storage: Redis is down'},
    ],
    [
      'an old one repeats what was true before',
      {'GET /hello': hello('pass', '2026-11-23T03:45:34Z')},
      {kind: 'storageDown', message: ''},
    ],
    ['it does not say', {'GET /hello': hello()}, {kind: 'storageDown', message: ''}],
    ['it is gone meanwhile', {'GET /ready': hangUp}, {kind: 'storageDown', message: ''}],
  ])('a 404 is told as it is, or as trouble with the storage: %s', async (_, table, problem) => {
    const {backend} = await gatewayWith({...table, [path]: missing});
    expect(await backend.revokeKey(new Secret(key))).toMatchObject({
      ok: false,
      problem,
    });
  });
});

describe('who answers at an address', () => {
  it.each<[string, Table, string]>([
    ['a gateway by /hello', {'GET /hello': hello()}, 'gateway'],
    [
      'a Dashboard by its refusal',
      {'GET /api/apis?p=1': json({Status: 'Error', Message: 'Not authorised', Meta: null}, 401)},
      'dashboard',
    ],
    ['a gateway whose /hello has another name', {'GET /tyk/apis': refused}, 'gateway'],
    ['somebody else', {}, 'unknown'],
    ['somebody else with a /hello', {'GET /hello': json({status: 'ok'})}, 'unknown'],
  ])('%s', async (_, table, kind) => {
    const server = await serve(routes(table));
    const dispatchers = dispatchersFor(server.url);
    const found = await recogniseServer({url: server.url, dispatchers, now: () => 0}, never());
    expect(found).toBe(kind);
    for (const {headers} of server.received) {
      expect([headers.authorization, headers['x-tyk-authorization']]).toEqual([
        undefined,
        undefined,
      ]);
    }
  });

  it('nobody', async () => {
    const url = new URL('http://127.0.0.1:9');
    const server = {url, dispatchers: dispatchersFor(url), now: () => 0};
    expect(await recogniseServer(server, never())).toBe('unknown');
  });
});
