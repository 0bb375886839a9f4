import {describe, expect, it} from 'vitest';
import {parseWish, type Known} from '../../source/client/parse-wish.ts';
import type {Wish, WishedAccess, WishedExpiry, WishProblem} from '../../source/client/wish.ts';
import {unlistedPolicy} from '../../source/key/policy.ts';
import {estate, named, policy} from '../helpers/estate.ts';

const nowMs = Date.UTC(2026, 10, 23, 12);
const nowSeconds = nowMs / 1000;
const at = (some: Partial<Known> = {}): Known => ({
  kind: 'gateway',
  apis: estate,
  policy: undefined,
  organisation: '',
  nowMs,
  ...some,
});

type Rest = Partial<Omit<Wish, 'apis' | 'policy'>>;
const rest = {alias: 'orders ci', expires: {after: '90d'}} as const;
const forApi = (id: string, some: Rest = {}): Wish => ({...rest, apis: [{id}], ...some});

const requestOf = (wish: Wish, known = at()) => {
  const parsed = parseWish(wish, known);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.request;
};
const problemsOf = (wish: Wish, known = at()): readonly WishProblem[] => {
  const parsed = parseWish(wish, known);
  return parsed.ok ? [] : parsed.problems;
};

describe('a wish', () => {
  it('becomes the request that the wizard would make of it', () => {
    const wish = forApi('payments', {
      tags: ['b', 'a', 'b'],
      metadata: {owner: 'orders, team'},
      detailedLogging: true,
    });
    expect(requestOf(wish)).toEqual({
      access: {kind: 'apis', grants: [{api: named('Payments'), versions: ['Default']}]},
      organisation: 'org-1',
      alias: 'orders ci',
      detailedLogging: true,
      expiry: {kind: 'after', duration: {months: 0, seconds: 90 * 86_400}},
      tags: ['b', 'a'],
      metadata: [{name: 'owner', value: 'orders, team'}],
      limits: {
        rate: {requests: 1000, perSeconds: 60},
        throttle: undefined,
        quota: undefined,
        queryDepth: undefined,
      },
    });
  });

  it.each<[WishedExpiry, object]>([
    ['never', {kind: 'never'}],
    [{after: '1mo 2w'}, {kind: 'after', duration: {months: 1, seconds: 1_209_600}}],
    [{at: nowSeconds + 1}, {kind: 'at', unixSeconds: nowSeconds + 1}],
  ])('ends %j', (expires, expiry) => {
    expect(requestOf(forApi('payments', {expires})).expiry).toEqual(expiry);
  });

  it('takes letters put together as the letters they are', () => {
    expect(requestOf(forApi('payments', {alias: 'Cafe\u0301'})).alias).toBe('Café');
  });

  it('is put into the shape of Limits; what is not said is as the form preselects', () => {
    const quota = {requests: 5, renewsEverySeconds: 3600};
    expect(requestOf(forApi('payments', {limits: {rate: 'none', quota}})).limits).toEqual({
      rate: undefined,
      throttle: undefined,
      quota,
      queryDepth: undefined,
    });
  });

  it('may have a quota that is used up for good, if it says so', () => {
    const quota = {requests: 5, renewsEverySeconds: 'never'} as const;
    expect(requestOf(forApi('payments', {limits: {quota}})).limits.quota).toEqual({
      requests: 5,
      renewsEverySeconds: 0,
    });
  });
});

describe('versions', () => {
  const versionsFor = (versions?: readonly string[]) => {
    const {access} = requestOf({...rest, apis: [{id: 'invoices', versions}]});
    return access.kind === 'apis' ? access.grants[0].versions : [];
  };

  it("are the API's default, or those that were wished, in the API's order", () => {
    expect(versionsFor()).toEqual(['v2']);
    expect(versionsFor(['v3', 'v1', 'v3'])).toEqual(['v1', 'v3']);
  });
});

describe('the organisation', () => {
  const nameless = named('Payments');
  const apis = [{...nameless, organisation: ''}, named('Orders')];

  it.each<[string, Rest, Partial<Known>, string]>([
    ['that of the wish', {organisation: 'mine'}, {organisation: 'set'}, 'mine'],
    ['that of the connection', {}, {organisation: 'set'}, 'set'],
    ['the only one in the list', {}, {}, 'org-1'],
    ['none, which a Dashboard knows itself', {}, {kind: 'dashboard'}, ''],
  ])('is, where the API does not say, %s', (_, some, known, expected) => {
    expect(requestOf(forApi('payments', some), at({apis, ...known})).organisation).toBe(expected);
  });

  it('of the API is never overruled', () => {
    expect(requestOf(forApi('payments'), at({organisation: 'set'})).organisation).toBe('org-1');
    expect(problemsOf(forApi('payments', {organisation: 'mine'}))).toEqual([
      {field: 'organisation', because: 'another'},
    ]);
  });

  it('has to be said to a gateway with several', () => {
    const several = [...apis, named('Abroad')];
    expect(problemsOf(forApi('payments'), at({apis: several}))).toEqual([
      {field: 'organisation', because: 'missing'},
    ]);
  });
});

describe('access is refused', () => {
  const access = 'access' as const;

  it.each<[string, WishedAccess, WishProblem]>([
    ['without any', {apis: []}, {field: access, because: 'nothingChosen'}],
    ['an unknown API', {apis: [{id: 'x'}]}, {field: access, because: 'unknownApi', id: 'x'}],
    [
      'an API named twice',
      {apis: [{id: 'orders'}, {id: 'orders'}]},
      {field: access, because: 'apiTwice', id: 'orders'},
    ],
    [
      'an API that a plain key does not open',
      {apis: [{id: 'books'}]},
      {field: access, because: 'needsMore', id: 'books', asks: 'basic'},
    ],
    [
      'a version that is not there',
      {apis: [{id: 'invoices', versions: ['v1', 'v9']}]},
      {field: access, because: 'unknownVersion', id: 'invoices', version: 'v9'},
    ],
    [
      'no version',
      {apis: [{id: 'invoices', versions: []}]},
      {field: access, because: 'noVersion', id: 'invoices'},
    ],
    [
      'APIs of two organisations',
      {apis: [{id: 'orders'}, {id: 'abroad'}]},
      {field: access, because: 'mixedOrganisations'},
    ],
    ['an unknown policy', {policy: 'p'}, {field: access, because: 'unknownPolicy', id: 'p'}],
  ])('%s', (_, wished, problem) => {
    expect(problemsOf({...rest, ...wished})).toEqual([problem]);
  });

  it('by both ways at once, or by none, where no types forbid it', () => {
    // As a JavaScript program could write it.
    const both = {...rest, apis: [{id: 'orders'}], policy: 'p'} as unknown as Wish;
    expect(problemsOf(both, at({policy: policy({name: 'P', id: 'p'})}))).toEqual([
      {field: access, because: 'bothChosen'},
    ]);
    const none = rest as unknown as Wish;
    expect(problemsOf(none)).toEqual([{field: access, because: 'nothingChosen'}]);
  });
});

describe('a policy', () => {
  const wish: Wish = {...rest, policy: 'p'};

  it('is held against the same rules as in the wizard', () => {
    const draft = policy({name: 'P', id: 'p', state: 'draft'});
    expect(problemsOf(wish, at({policy: draft}))).toEqual([
      {field: 'access', because: 'policyRefused', id: 'p', policy: 'draft'},
    ]);
  });

  it('says itself when its keys end', () => {
    const weekly = policy({name: 'P', id: 'p', keyExpiresIn: 604_800});
    expect(requestOf(wish, at({policy: weekly}))).toMatchObject({
      access: {kind: 'policies', policies: [weekly]},
      expiry: {kind: 'byPolicy', seconds: 604_800},
    });
  });

  it('is taken by its id alone from a gateway that lists none', () => {
    const unlisted = unlistedPolicy('p');
    const request = requestOf(wish, at({policy: unlisted, organisation: 'set'}));
    expect(request.access).toEqual({kind: 'policies', policies: [unlisted]});
  });
});

describe('a value is refused', () => {
  const limit = (part: string, because: string) => ({
    field: 'limits',
    because,
    limit: {part, because},
  });

  it.each<[string, Rest, object]>([
    ['no alias', {alias: ' '}, {field: 'alias', because: 'missing'}],
    ['a long alias', {alias: 'x'.repeat(101)}, {field: 'alias', because: 'tooLong'}],
    ['an alias of two lines', {alias: 'a\nb'}, {field: 'alias', because: 'notPlainText', at: 0}],
    ['ESC in a tag', {tags: ['a', '\u001B[2J']}, {field: 'tags', because: 'notPlainText', at: 1}],
    ['two tags in one', {tags: ['a,b']}, {field: 'tags', because: 'comma', at: 0}],
    [
      'a bidirectional mark in metadata',
      {metadata: {a: 'b', c: '\u202E'}},
      {field: 'metadata', because: 'notPlainText', at: 1},
    ],
    [
      'the name that Tyk takes for policies',
      {metadata: {policies: '[]'}},
      {field: 'metadata', because: 'namePolicies', at: 0},
    ],
    ['no time', {expires: {after: '0s'}}, {field: 'expires', because: 'zero'}],
    ['words', {expires: {after: 'soon'}}, {field: 'expires', because: 'notUnderstood'}],
    ['a date', {expires: {after: '2027-01-31'}}, {field: 'expires', because: 'notUnderstood'}],
    ['the present', {expires: {at: nowSeconds}}, {field: 'expires', because: 'inThePast'}],
    ['-1', {expires: {at: -1}}, {field: 'expires', because: 'inThePast'}],
    ['milliseconds', {expires: {at: nowMs + 1}}, {field: 'expires', because: 'tooFar'}],
    ['half a second', {expires: {at: 1.5}}, {field: 'expires', because: 'notUnderstood'}],
    ['a rate of 0', {limits: {rate: {requests: 0, perSeconds: 60}}}, limit('requests', 'tooSmall')],
    [
      'a rate per 0 s',
      {limits: {rate: {requests: 9, perSeconds: 0}}},
      limit('perSeconds', 'tooSmall'),
    ],
    ['NaN', {limits: {rate: {requests: NaN, perSeconds: 60}}}, limit('requests', 'notWhole')],
    [
      'half a call',
      {limits: {quota: {requests: 0.5, renewsEverySeconds: 60}}},
      limit('quota', 'notWhole'),
    ],
    [
      'a dead quota',
      {limits: {quota: {requests: 1, renewsEverySeconds: 0}}},
      limit('renews', 'tooSmall'),
    ],
    [
      'no retries',
      {limits: {throttle: {retries: 0, intervalSeconds: 1}}},
      limit('retries', 'tooSmall'),
    ],
    ['no depth', {limits: {queryDepth: 0}}, limit('queryDepth', 'tooSmall')],
  ])('%s', (_, some, problem) => {
    const problems = problemsOf(forApi('payments', some));
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([problem]);
  });

  it('no end, where no types forbid it: nothing is chosen for anybody', () => {
    // As a JavaScript program could write it.
    const wish = {...forApi('payments'), expires: undefined} as unknown as Wish;
    expect(problemsOf(wish)).toEqual([{field: 'expires', because: 'missing'}]);
  });

  it('and every other wrong one is named as well', () => {
    const wish = forApi('x', {alias: '', expires: {after: ''}, metadata: {policies: ''}});
    expect(problemsOf(wish).map(({field}) => field)).toEqual([
      'access',
      'expires',
      'alias',
      'metadata',
    ]);
  });
});
