import {describe, expect, it} from 'vitest';
import type {Backend, KeyReference} from '../../source/key/backend.ts';
import {Secret} from '../../source/key/secret.ts';
import {backendAt, credential, defaultTimings, quickly} from './support/backend.ts';
import {hangUp, json, plain, routes, serve, type Answering} from './support/server.ts';

const key = 'a/b+0123456789abcdef0123';
const inPath = 'a%2Fb%2B0123456789abcdef0123';
const hash = '0123456789abcdef';
const session = {alias: 'orders team', rate: 100, per: 60, access_rights: {orders: {}}};
const stored = {alias: 'orders team', rate: 100, per: 60, apiIds: ['orders']};

const paths = {dashboard: '/api/keys/', gateway: '/tyk/keys/'} as const;
const bodies = {
  dashboard: {api_model: {}, key_id: hash, data: session},
  gateway: {...session, key_id: key},
} as const;

const read = async (
  kind: Backend['kind'],
  table: Readonly<Record<string, Answering>>,
  reference: KeyReference = {key: new Secret(key)},
) => {
  const server = await serve(routes(table));
  const timings = {...defaultTimings, look: quickly};
  const answer = await backendAt(server.url, kind, {timings}).readKey(reference);
  const asked = server.received.map(({method, path}) => `${method} ${path}`);
  expect(JSON.stringify(answer)).not.toContain(credential);
  return {answer, asked, first: server.received[0]};
};

describe.each(['dashboard', 'gateway'] as const)('reading a key at a %s', kind => {
  const path = paths[kind];

  it('tells what is stored under the key, which is one part of the path', async () => {
    const {answer, asked} = await read(kind, {[`GET ${path}${inPath}`]: json(bodies[kind])});
    expect(answer).toEqual({ok: true, value: stored});
    expect(asked).toEqual([`GET ${path}${inPath}`]);
  });

  it('says of a hash that it is one', async () => {
    const {answer} = await read(
      kind,
      {[`GET ${path}${hash}?hashed=1`]: json(bodies[kind])},
      {hash},
    );
    expect(answer).toEqual({ok: true, value: stored});
  });

  it.each<[string, Answering, object]>([
    ['no session', json([]), {kind: 'unreadable'}],
    ['no JSON', plain('<html>'), {kind: 'unreadable', what: 'HTML instead of JSON'}],
    ['trouble', json({status: 'error', message: 'x'}, 500), {kind: 'rejected', status: 500}],
    ['the end of the connection', hangUp, {kind: 'cut'}],
    ['silence', () => undefined, {kind: 'timedOut'}],
    ['an echo of the key', plain(`no ${key}, ${inPath}`, 400), {message: 'no ••••••••, ••••••••'}],
  ])('fails by %s', async (_, answering, problem) => {
    const {answer} = await read(kind, {[`GET ${path}${inPath}`]: answering});
    expect(answer).toMatchObject({ok: false, problem});
  });
});

describe('"no such key"', () => {
  const missing = json({status: 'error', message: 'Key not found'}, 404);

  it.each<[string, Answering, object]>([
    ['counts while the storage works', json({status: 'ok'}), {kind: 'rejected', status: 404}],
    [
      'proves nothing while it does not',
      json({status: 'error', message: `Redis connection not available for ${key}`}, 503),
      {kind: 'storageDown', message: 'Redis connection not available for ••••••••'},
    ],
    ['proves nothing while nobody says', hangUp, {kind: 'storageDown', message: ''}],
  ])('of a gateway %s', async (_, ready, problem) => {
    const {answer} = await read('gateway', {
      [`GET /tyk/keys/${inPath}`]: missing,
      'GET /ready': ready,
    });
    expect(answer).toMatchObject({ok: false, problem});
  });

  it('of a Dashboard is asked no further', async () => {
    const message = 'Could not retrieve key detail.';
    const {answer, asked} = await read('dashboard', {
      [`GET /api/keys/${inPath}`]: json({Status: 'Error', Message: message}, 404),
    });
    expect(answer).toEqual({ok: false, problem: {kind: 'rejected', status: 404, message}});
    expect(asked).toHaveLength(1);
  });
});

it("an empty key is not taken for the session that a gateway's list of keys looks like", async () => {
  const {answer} = await read(
    'gateway',
    {'GET /tyk/keys/': json({keys: []})},
    {key: new Secret('')},
  );
  expect(answer).toEqual({ok: false, problem: {kind: 'unreadable', status: 200, what: 'session'}});
});
