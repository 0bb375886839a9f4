import {onTestFinished, describe, expect, it} from 'vitest';
import {connect, type Client, type Outcome, type Wish} from '../../source/client.ts';
import type {Practice, PracticeOptions} from '../../source/practice/practice.ts';
import {startPractice, startPracticeGateway} from '../../source/practice/practice.ts';
import {routes, serve} from '../tyk/support/server.ts';

const servers = {dashboard: startPractice, gateway: startPracticeGateway} as const;
type Kind = keyof typeof servers;

/** A practice server and our client at it, until the test ends; the clock is the test's. */
const connected = async (kind: Kind, options: Partial<PracticeOptions> = {}) => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const practice = await servers[kind]({now, ...options});
  onTestFinished(() => practice.close());
  const {url, credential} = practice;
  const client = await connect({url, credential, now});
  if (!client.ok) throw new Error(client.problem.kind);
  const advance = (ms: number) => {
    ahead += ms;
  };
  return {practice, client: client.value, advance};
};

const asked = (practice: Practice, line: string): number =>
  practice.requests().filter(({method, path}) => `${method} ${path}`.startsWith(line)).length;

const idOf = async (client: Client, name: string): Promise<string> => {
  const apis = await client.apis();
  const found = apis.ok ? apis.value.find(api => api.name === name) : undefined;
  if (found === undefined) throw new Error(`no API is called ${name}`);
  return found.id;
};

const wishFor = (id: string, some: Partial<Omit<Wish, 'apis' | 'policy'>> = {}): Wish => ({
  apis: [{id}],
  alias: 'orders ci',
  expires: {after: '90d'},
  ...some,
});

const createdBy = (outcome: Outcome) => {
  if (outcome.outcome !== 'created') throw new Error(JSON.stringify(outcome));
  return outcome.key;
};

const lists = {dashboard: 'GET /api/apis', gateway: 'GET /tyk/apis'} as const;
const policyLists = {dashboard: 'GET /api/portal/policies', gateway: 'GET /tyk/policies'} as const;
const posts = {dashboard: 'POST /api/keys', gateway: 'POST /tyk/keys'} as const;

describe.each(['dashboard', 'gateway'] as const)('a %s', kind => {
  it('is recognised, and taken for what it is said to be without a question', async () => {
    const {practice, client} = await connected(kind);
    expect([client.kind, client.address]).toEqual([kind, practice.url]);
    const before = practice.requests().length;
    const {url, credential} = practice;
    const told = await connect({url: new URL(url), credential, kind});
    expect(told.ok && told.value.kind).toBe(kind);
    expect(practice.requests()).toHaveLength(before);
  });

  it('lists its APIs and policies, whole or as they arrive', async () => {
    const {client} = await connected(kind);
    const [apis, policies] = [await client.apis(), await client.policies()];
    expect(apis.ok && apis.value.length).toBe(60);
    expect(policies.ok && policies.value.length).toBe(12);
    const ids: string[] = [];
    for await (const part of client.streamApis())
      if (part.ok) ids.push(...part.value.rows.map(({id}) => id));
    expect(ids.sort()).toEqual(apis.ok && apis.value.map(({id}) => id).sort());
    for await (const part of client.streamPolicies()) expect(part.ok).toBe(true);
  });

  it('makes, reads and revokes a key', async () => {
    const {practice, client} = await connected(kind);
    const id = await idOf(client, 'Orders');
    const limits = {rate: {requests: 7, perSeconds: 2}};
    const key = createdBy(await client.create(wishFor(id, {tags: ['ci'], limits})));
    expect(practice.keys().map(stored => stored.key)).toEqual([key.secret.reveal()]);
    const stored = {alias: 'orders ci', apiIds: [id], rate: 7, per: 2, tags: ['ci']};
    expect(key.stored).toMatchObject(stored);
    expect(await client.read({key: key.secret})).toMatchObject({ok: true, value: stored});
    expect(await client.read({hash: key.hash ?? ''})).toMatchObject({ok: true, value: stored});
    expect(await client.revoke(key.secret.reveal())).toEqual({ok: true, value: undefined});
    expect(practice.keys()).toEqual([]);
    expect(await client.read({key: key.secret.reveal()})).toMatchObject({
      ok: false,
      problem: {kind: 'rejected', status: 404},
    });
  });

  it('makes a key of a policy', async () => {
    const {client} = await connected(kind);
    const policies = await client.policies();
    const [trial] = policies.ok ? policies.value.filter(one => one.name.startsWith('Trial')) : [];
    const wish: Wish = {policy: trial?.id ?? '', alias: 'trial', expires: 'never'};
    const {stored} = createdBy(await client.create(wish));
    expect(stored.policyIds).toEqual([trial?.id]);
    expect(stored.apiIds).toHaveLength(2);
  });

  it('is asked for its lists once for many keys, and again when they are a minute old', async () => {
    const {practice, client, advance} = await connected(kind);
    const id = await idOf(client, 'Orders');
    const before = asked(practice, lists[kind]);
    const keys = [];
    for (let count = 0; count < 5; count += 1)
      keys.push(createdBy(await client.create(wishFor(id))).secret.reveal());
    expect(new Set(keys).size).toBe(5);
    expect(asked(practice, lists[kind])).toBe(before);
    advance(60_001);
    createdBy(await client.create(wishFor(id)));
    expect(asked(practice, lists[kind])).toBe(before + 1);
    expect(asked(practice, policyLists[kind])).toBe(0);
  });

  it('is asked anew for an id that was not in the list, and then posts nothing', async () => {
    const {practice, client} = await connected(kind);
    await client.apis();
    const before = asked(practice, lists[kind]);
    const outcome = await client.create(wishFor('nobody'));
    expect(outcome).toEqual({
      outcome: 'refused',
      problems: [{field: 'access', because: 'unknownApi', id: 'nobody'}],
    });
    expect([asked(practice, lists[kind]) - before, asked(practice, posts[kind])]).toEqual([1, 0]);
  });

  it('does not know another credential, which no problem repeats', async () => {
    const {practice} = await connected(kind);
    const wrong = await connect({url: practice.url, credential: 'wr0ng-credential'});
    if (!wrong.ok) throw new Error(wrong.problem.kind);
    const outcome = await wrong.value.create(wishFor('any'));
    expect(outcome).toMatchObject({outcome: 'notCreated', problem: {kind: 'notAuthorised'}});
    expect(await wrong.value.apis()).toMatchObject({ok: false, problem: {kind: 'notAuthorised'}});
    expect(JSON.stringify(outcome)).not.toContain('wr0ng-credential');
  });

  it('makes nothing for a signal that was given before', async () => {
    const {practice, client} = await connected(kind);
    const id = await idOf(client, 'Orders');
    const outcome = await client.create(wishFor(id), {signal: AbortSignal.abort()});
    expect(outcome).toMatchObject({outcome: 'notCreated', problem: {kind: 'cancelled'}});
    expect(practice.keys()).toEqual([]);
  });
});

describe('connecting is refused', () => {
  const credential = 'c0ffee';

  it.each<[string, Parameters<typeof connect>[0], object]>([
    ['no URL', {url: undefined, credential}, {kind: 'badUrl', because: 'missing'}],
    ['no http', {url: 'ftp://tyk', credential}, {kind: 'badUrl', because: 'notHttp'}],
    [
      'a password in the URL',
      {url: 'https://me:pw@tyk.example.com', credential},
      {kind: 'badUrl', because: 'holdsCredential'},
    ],
    [
      'http to another host',
      {url: 'http://tyk.example.com', credential},
      {kind: 'badUrl', because: 'inClear'},
    ],
    ['no credential', {url: 'http://127.0.0.1:9', credential: undefined}, {kind: 'noCredential'}],
    [
      'an authority that is none',
      {url: 'https://127.0.0.1:9', credential, ca: ['x']},
      {kind: 'tls', reason: 'other'},
    ],
    ['nobody there', {url: 'http://127.0.0.1:9', credential}, {kind: 'unreachable'}],
  ])('%s', async (_, options, problem) => {
    expect(await connect(options)).toMatchObject({ok: false, problem});
  });

  it('somebody else', async () => {
    const {url} = await serve(routes({}));
    expect(await connect({url, credential})).toEqual({ok: false, problem: {kind: 'unrecognised'}});
  });

  it('http to another host, unless that is accepted', async () => {
    const url = 'http://tyk.example.com';
    const answer = await connect({url, credential, kind: 'gateway', allowHttp: true});
    expect(answer.ok && answer.value.address).toBe(url);
  });
});
