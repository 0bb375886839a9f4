import {describe, expect, it} from 'vitest';
import type {Backend, Creation} from '../../source/key/backend.ts';
import {Secret} from '../../source/key/secret.ts';
import type {KeyRequest} from '../../source/key/request.ts';
import type {Server} from '../../source/tyk/link.ts';
import {
  backendAt,
  credential,
  defaultTimings,
  drain,
  fakeClock,
  never,
  quickly,
} from './support/backend.ts';
import {
  hangUp,
  json,
  plain,
  routes,
  serve,
  serveTls,
  type Answering,
  type LocalServer,
} from './support/server.ts';
import {selfSignedCertificate, serverKey} from './support/certificates.ts';
import {policy, wish} from './support/wishes.ts';

const key =
  'eyJvcmciOiI1ZTlkOTU0NGExZGNkNjAwMDFkMGVkMjAiLCJpZCI6IjUwMWMzYzJhNWFiNTRhOTdhMzUzYjNmOWU5YjgwYTcxIiwiaCI6Im11cm11cjY0In0=';
const made = {
  api_model: {},
  key_id: key,
  key_hash: 'c43a1a8fbd9b2d8a',
  data: {alias: 'orders team'},
};
const forever = wish({expiry: {kind: 'never'}});
const anHour: KeyRequest['expiry'] = {kind: 'after', duration: {months: 0, seconds: 3600}};

type Created = {
  readonly creation: Creation;
  readonly posts: LocalServer['received'];
  readonly server: LocalServer;
};

/** Creates one key at a Dashboard that answers the POST so; everything else is a 404 with a Date. */
const create = async (
  answer: Answering,
  changes: Partial<Server> = {},
  request: KeyRequest = forever,
  signal = never(),
): Promise<Created> => {
  const server = await serve(routes({'POST /api/keys': answer}));
  const creation = await backendAt(server.url, 'dashboard', changes).createKey(request, signal);
  const posts = server.received.filter(({method}) => method === 'POST');
  const {outcome, ...rest} = creation;
  if (outcome !== 'created') expect(JSON.stringify(rest)).not.toContain(key);
  expect(JSON.stringify(creation)).not.toContain(credential);
  return {creation, posts, server};
};

describe('a created key', () => {
  it('comes from one POST of the whole body, on a connection that ends with it', async () => {
    const {creation, posts} = await create(json(made));
    expect(posts).toHaveLength(1);
    expect(posts[0]?.headers).toMatchObject({
      authorization: credential,
      'content-type': 'application/json',
      connection: 'close',
    });
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({alias: 'orders team', expires: -1});
    expect(creation).toMatchObject({
      outcome: 'created',
      key: {hash: 'c43a1a8fbd9b2d8a', stored: {alias: 'orders team'}, sentExpires: undefined},
    });
    expect(creation.outcome === 'created' && creation.key.secret.reveal()).toBe(key);
  });

  it('never comes over a connection that was there before', async () => {
    const table = {'POST /api/keys': json(made), 'GET /api/apis?p=-1': json({apis: []})};
    const server = await serve(routes(table));
    const backend = backendAt(server.url, 'dashboard');
    await drain(backend.loadApis(never()));
    await drain(backend.loadApis(never()));
    await backend.createKey(forever, never());
    await drain(backend.loadApis(never()));
    const connections = server.received.map(({connection}) => connection);
    // Kept connections are there and are used again, except for the POST.
    expect(new Set(connections).size).toBeLessThan(connections.length);
    expect(connections.filter(connection => connection === connections[2])).toHaveLength(1);
    expect(server.received[2]?.method).toBe('POST');
  });

  it('by a policy names the policy', async () => {
    const request = wish({
      expiry: {kind: 'never'},
      access: {kind: 'policies', policies: [policy()]},
    });
    const {posts} = await create(json(made), {}, request);
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({
      apply_policies: ['5ea11155f4f8460001a9389e'],
      access_rights: {},
    });
  });

  it('was described exactly as it was sent', async () => {
    const server = await serve(routes({'POST /tyk/api/keys': json(made)}), '/tyk/');
    const backend = backendAt(server.url, 'dashboard');
    const request = wish({expiry: {kind: 'at', unixSeconds: 4_102_444_800}, alias: `it's "x"`});
    const {json: text, curl} = backend.describe(request, 0);
    await backend.createKey(request, never());
    const sent = server.received.find(({method}) => method === 'POST')?.body ?? 'nothing';
    expect(curl.split('\n')).toContain(sent);
    expect(JSON.parse(text)).toEqual(JSON.parse(sent));
    expect(curl).toContain(`${server.url.origin}/tyk/api/keys'`);
    expect(text + curl).not.toContain(credential);
    expect(backend.address).toBe(`${server.url.origin}/tyk`);
  });
});

describe('the time of the server', () => {
  const hours = 3_600_000;

  const at = async (skew: number, clock = fakeClock()) => {
    const date =
      (answer: Answering): Answering =>
      (request, response) => {
        response.setHeader('date', new Date(clock.now() + skew).toUTCString());
        answer(request, response);
      };
    let hello = date(plain('', 404));
    const server = await serve(
      routes({
        'POST /api/keys': date(json(made)),
        'GET /hello': (request, response) => {
          hello(request, response);
        },
        'GET /api/apis?p=-1': date(json({apis: []})),
      }),
    );
    const timings = {...defaultTimings, look: quickly};
    const backend = backendAt(server.url, 'dashboard', {now: clock.now, timings});
    const answerHello = (answer: Answering) => {
      hello = answer;
    };
    return {server, clock, backend, answerHello};
  };

  const asked = ({server}: {readonly server: LocalServer}) =>
    server.received.map(({method, path}) => `${method} ${path}`);

  it.each([2 * hours, -2 * hours, 0])(
    'counts for "an hour from now", with %i ms between',
    async skew => {
      const world = await at(skew);
      const expected = (world.clock.now() + skew) / 1000 + 3600;
      const creation = await world.backend.createKey(wish({expiry: anHour}), never());
      expect(creation).toMatchObject({outcome: 'created', key: {sentExpires: expected}});
      expect(JSON.parse(world.server.received.at(-1)?.body ?? '')).toMatchObject({
        expires: expected,
      });
      expect(asked(world)).toEqual(['GET /hello', 'POST /api/keys']);
    },
  );

  it('is not asked again while an answer of the last minute is known', async () => {
    const world = await at(2 * hours);
    await drain(world.backend.loadApis(never()));
    world.clock.advance(60_000);
    await world.backend.createKey(forever, never());
    expect(asked(world)).toEqual(['GET /api/apis?p=-1', 'POST /api/keys']);
  });

  it('is asked again after that', async () => {
    const world = await at(2 * hours);
    await drain(world.backend.loadApis(never()));
    world.clock.advance(60_001);
    await world.backend.createKey(forever, never());
    expect(asked(world)).toEqual(['GET /api/apis?p=-1', 'GET /hello', 'POST /api/keys']);
  });

  it('is asked again when our own clock was set back', async () => {
    const world = await at(2 * hours);
    await drain(world.backend.loadApis(never()));
    world.clock.advance(-2 * hours);
    await world.backend.createKey(forever, never());
    expect(asked(world)).toContain('GET /hello');
  });

  it('can be read from any answer, without the credential', async () => {
    const world = await at(2 * hours);
    expect(await world.backend.readClockSkew(never())).toEqual({ok: true, value: 2 * hours});
    expect(world.server.received[0]?.headers.authorization).toBeUndefined();
  });

  it('cannot be read from an answer without a Date', async () => {
    const server = await serve((_, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(await backendAt(server.url, 'dashboard').readClockSkew(never())).toEqual({
      ok: false,
      problem: {kind: 'unreadable', status: 200, what: 'Date header'},
    });
  });

  it.each(['hangs up', 'is silent'])('is the last known where the server %s', async how => {
    const world = await at(2 * hours);
    await world.backend.readClockSkew(never());
    world.clock.advance(100_000);
    world.answerHello(how === 'hangs up' ? hangUp : () => undefined);
    const creation = await world.backend.createKey(wish({expiry: anHour}), never());
    const expected = (world.clock.now() + 2 * hours) / 1000 + 3600;
    expect(creation).toMatchObject({outcome: 'created', key: {sentExpires: expected}});
  });
});

describe('certainly not created', () => {
  it.each<[string, Answering, object]>([
    ['401', json({Status: 'Error', Message: 'Not authorised'}, 401), {kind: 'notAuthorised'}],
    ['403', json({Status: 'Error', Message: 'access denied: no'}, 403), {kind: 'forbidden'}],
    [
      '400',
      json(
        {
          Status: 'Error',
          Message: 'User/Key object validation failed, most likely malformed input',
        },
        400,
      ),
      {kind: 'rejected', status: 400},
    ],
    ['redirect', plain('', 302, {location: 'https://login.example.com/x'}), {kind: 'redirected'}],
    [
      'policy reason',
      json({Status: 'Error', Message: 'Failed to create key - policy not found: "p"'}, 500),
      {kind: 'rejected', message: 'Failed to create key - policy not found: "p"'},
    ],
  ])('%s', async (_, answer, problem) => {
    const {creation, posts} = await create(answer);
    expect(creation).toMatchObject({outcome: 'notCreated', problem});
    expect(posts).toHaveLength(1);
  });

  it('where nobody listens, and nothing is posted', async () => {
    const backend = backendAt(new URL('http://127.0.0.1:9'), 'dashboard');
    expect(await backend.createKey(forever, never())).toMatchObject({
      outcome: 'notCreated',
      problem: {kind: 'unreachable', reason: 'refused'},
    });
  });

  it('where the certificate is not to be trusted, and nothing is posted', async () => {
    const server = await serveTls(selfSignedCertificate, serverKey, json(made));
    expect(await backendAt(server.url, 'dashboard').createKey(forever, never())).toMatchObject({
      outcome: 'notCreated',
      problem: {kind: 'tls', reason: 'selfSigned'},
    });
    expect(server.received).toEqual([]);
  });

  it('where the server is gone when the POST comes', async () => {
    const server = await serve((request, response) => {
      server.stopListening();
      plain('')(request, response);
    });
    const creation = await backendAt(server.url, 'dashboard').createKey(forever, never());
    expect(creation).toMatchObject({
      outcome: 'notCreated',
      problem: {kind: 'unreachable', reason: 'refused'},
    });
    expect(server.received.map(({method}) => method)).toEqual(['GET']);
  });

  it('where the person cancelled before', async () => {
    const {creation, posts} = await create(json(made), {}, forever, AbortSignal.abort());
    expect(creation).toMatchObject({outcome: 'notCreated', problem: {kind: 'cancelled'}});
    expect(posts).toEqual([]);
  });

  it.each([0, -1, -86_400])('where the expiry lies %i s from now', async seconds => {
    const clock = fakeClock();
    const server = await serve(routes({'POST /api/keys': json(made)}));
    const backend = backendAt(server.url, 'dashboard', {now: clock.now});
    const skew = await backend.readClockSkew(never());
    const serverNow = clock.now() + (skew.ok ? skew.value : 0);
    const expiry = {kind: 'at', unixSeconds: Math.floor(serverNow / 1000) + seconds} as const;
    expect(await backend.createKey(wish({expiry}), never())).toMatchObject({
      outcome: 'notCreated',
      problem: {kind: 'pastExpiry'},
    });
    expect(server.received.map(({method}) => method)).toEqual(['GET']);
  });
});

describe('unknown', () => {
  const timings = {...defaultTimings, create: quickly};

  it.each<[string, Answering, object]>([
    ['the connection ends', hangUp, {kind: 'cut'}],
    [
      'the answer is cut in half',
      (_, response) => {
        response.writeHead(200).write('{"key_id":"eyJv', () => response.destroy());
      },
      {kind: 'cut'},
    ],
    [
      'half of the JSON',
      plain(`{"key_id":"${key}","key_ha`),
      {kind: 'unreadable', what: 'JSON that ends too early'},
    ],
    ['an empty body', plain(''), {kind: 'unreadable', what: 'empty body'}],
    ['no key', json({api_model: {}, data: {}}), {kind: 'unreadable', what: 'key_id'}],
    [
      'a key with a control character',
      json({...made, key_id: 'ey\u001b'}),
      {kind: 'unreadable', what: 'key_id'},
    ],
    [
      'an error that calls itself 200',
      json({Status: 'Error', Message: 'no'}),
      {kind: 'unreadable'},
    ],
    ['502 of a proxy', plain('<html>Bad Gateway', 502), {kind: 'unreadable', status: 502}],
    ['403 of somebody else', plain('<html>Forbidden', 403), {kind: 'unreadable', status: 403}],
    [
      'the generic 500',
      json(
        {Status: 'Error', Message: 'Failed to create key, ensure security settings are correct.'},
        500,
      ),
      {kind: 'rejected', status: 500},
    ],
    ['silence', () => undefined, {kind: 'timedOut', afterMs: 100}],
    [
      'an error text with a key in it',
      json({Status: 'Error', Message: `already found:${key}`}, 500),
      {kind: 'rejected', message: 'already found:••••••••'},
    ],
  ])('%s', async (_, answer, problem) => {
    const clock = fakeClock();
    const {creation, posts} = await create(answer, {timings, now: clock.now});
    expect(creation).toMatchObject({outcome: 'unknown', problem, sentExpires: undefined});
    expect(posts).toHaveLength(1);
  });

  it('a person who stops waiting has not prevented it', async () => {
    const stop = new AbortController();
    const {creation, posts} = await create(
      () => {
        stop.abort();
      },
      {},
      forever,
      stop.signal,
    );
    expect(creation).toMatchObject({outcome: 'unknown', problem: {kind: 'cancelled'}});
    expect(posts).toHaveLength(1);
  });

  it("tells when, on the server's clock, how long it took and when the key would end", async () => {
    const clock = fakeClock();
    const start = clock.now();
    const server = await serve((request, response) => {
      response.setHeader('date', new Date(start + 7_000).toUTCString());
      if (request.method === 'POST') clock.advance(1_500);
      if (request.method === 'POST') response.destroy();
      else response.end();
    });
    const backend = backendAt(server.url, 'dashboard', {now: clock.now});
    expect(await backend.createKey(wish({expiry: anHour}), never())).toMatchObject({
      outcome: 'unknown',
      sentAt: start + 7_000,
      tookMs: 1_500,
      sentExpires: (start + 7_000) / 1000 + 3600,
    });
  });
});

describe('revoking', () => {
  const revoke = async (answer: Answering, secretKey = key) => {
    const server = await serve(answer);
    const backend: Backend = backendAt(server.url, 'dashboard', {
      timings: {...defaultTimings, revoke: quickly},
    });
    const answered = await backend.revokeKey(new Secret(secretKey));
    expect(JSON.stringify(answered)).not.toContain(secretKey);
    return {answered, received: server.received};
  };

  const done = {Status: 'OK', Message: 'Key deleted successfully.', Meta: null};

  it('is one DELETE with the plain key, and certain only by a 200 that says so', async () => {
    const {answered, received} = await revoke(json(done));
    expect(answered).toEqual({ok: true, value: undefined});
    expect(received.map(({method, path}) => `${method} ${path}`)).toEqual([
      `DELETE /api/keys/${encodeURIComponent(key)}`,
    ]);
    expect(received[0]?.headers).toMatchObject({authorization: credential, connection: 'close'});
  });

  it('writes a key with a slash as one part of the path', async () => {
    const {received} = await revoke(json(done), 'a/b+c=');
    expect(received[0]?.path).toBe('/api/keys/a%2Fb%2Bc%3D');
  });

  it.each<[string, Answering, object]>([
    ['an empty 200', plain(''), {kind: 'unreadable', what: 'empty body'}],
    ['a 200 without a word', json({}), {kind: 'unreadable', what: 'status'}],
    ['a 200 with an error', json({Status: 'Error', Message: 'x'}), {kind: 'unreadable'}],
    [
      '404',
      json({Status: 'Error', Message: 'Could not retrieve key detail.'}, 404),
      {kind: 'rejected', status: 404},
    ],
    [
      '500',
      json({Status: 'Error', Message: 'Could not delete key.'}, 500),
      {kind: 'rejected', status: 500},
    ],
    [
      'an echo of the path',
      plain(`no route /api/keys/${encodeURIComponent(key)}`, 404),
      {message: 'no route /api/keys/••••••••'},
    ],
    ['the end of the connection', hangUp, {kind: 'cut'}],
    ['silence', () => undefined, {kind: 'timedOut'}],
  ])('fails by %s', async (_, answer, problem) => {
    const {answered, received} = await revoke(answer);
    expect(answered).toMatchObject({ok: false, problem});
    expect(received).toHaveLength(1);
  });
});
