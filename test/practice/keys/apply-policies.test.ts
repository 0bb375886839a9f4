import {describe, expect, test} from 'vitest';
import {applyPolicies} from '../../../source/practice/keys/apply-policies.ts';
import {type PracticePolicy, policyReader} from '../../../source/practice/keys/policy.ts';
import {type Session, sessionReader} from '../../../source/practice/keys/session.ts';
import {refused} from '../../../source/practice/reader.ts';

const policy = (id: string, members: Readonly<Record<string, unknown>>): PracticePolicy => {
  const read = policyReader.read({
    id,
    rate: 100,
    per: 60,
    quota_max: 5000,
    quota_renewal_rate: 3600,
    max_query_depth: -1,
    ...members,
  });
  if (read === refused) throw new Error('not a policy');
  return read;
};

const opens = (...apis: readonly string[]) => ({
  access_rights: Object.fromEntries(apis.map(id => [id, {api_id: id, versions: ['Default']}])),
});

const policies = [
  policy('full', opens('orders')),
  policy('generous', {...opens('orders', 'stock'), rate: 10, per: 1, quota_max: -1}),
  policy('v2', {
    access_rights: {orders: {versions: ['v2'], allowed_urls: [{url: '/x', methods: ['GET']}]}},
  }),
  policy('acl', {...opens('orders'), partitions: {acl: true}, rate: 1, quota_max: 1}),
  policy('quota', {partitions: {quota: true}, quota_max: 9000}),
  policy('quotaOfOrders', {...opens('orders'), partitions: {quota: true}, quota_max: 70}),
  policy('rate', {partitions: {rate_limit: true}, rate: 5}),
  policy('perApi', {
    access_rights: {stock: {limit: {rate: 2, per: 1, quota_max: 7}}},
    partitions: {per_api: true},
  }),
  policy('perApiV3', {
    access_rights: {stock: {versions: ['v3'], limit: {rate: 2, per: 1, quota_max: 7}}},
    partitions: {per_api: true},
  }),
  policy('aclOfFiles', {...opens('files'), partitions: {acl: true}}),
  policy('silent', {...opens('orders'), rate: 0, per: 0}),
  policy('endless', {...opens('orders'), rate: -1, per: -1}),
  policy('both', {...opens('orders'), partitions: {per_api: true, quota: true}}),
  policy('denied', {...opens('orders'), is_inactive: true}),
  policy('tagged', {
    ...opens('orders'),
    tags: ['gold', 'shared'],
    meta_data: {owner: 'policy', tier: 'gold'},
  }),
];

const apply = (ids: readonly string[], own: Readonly<Record<string, unknown>> = {}) => {
  const session = sessionReader.read({rate: 7, per: 1, quota_max: -1, apply_policies: ids, ...own});
  if (session === refused) throw new Error('not a session');
  return applyPolicies(session, id => policies.find(each => each.id === id));
};

const applied = (ids: readonly string[], own?: Readonly<Record<string, unknown>>): Session => {
  const result = apply(ids, own);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
};

describe('refused, with the reasons of gateway 5.14', () => {
  test.each([
    [['nopolicy'], 'policy not found: "nopolicy"'],
    [['quota'], 'key has no valid policies to be applied'],
    [['rate', 'quota'], 'key has no valid policies to be applied'],
    [['nopolicy', 'missing'], 'key has no valid policies to be applied'],
    [['both'], 'cannot apply policy both which has per_api and any of partitions set'],
    [
      ['perApi', 'acl'],
      'cannot apply multiple policies when some have per_api set and some are partitioned',
    ],
  ])('%j: %s', (ids, reason) => {
    expect(apply(ids)).toEqual({ok: false, reason});
  });

  test('a quota-only policy even when the key lists APIs itself', () => {
    expect(apply(['quota'], opens('orders'))).toMatchObject({ok: false});
  });
});

test('a plain policy overwrites rights and limits, and takes the ids out of the rights', () => {
  const session = applied(['full'], opens('stock'));
  expect(session).toMatchObject({rate: 100, per: 60, quota_max: 5000, quota_renewal_rate: 3600});
  expect(Object.keys(session.access_rights)).toEqual(['orders']);
  expect(session.access_rights['orders']).toMatchObject({
    api_id: '',
    versions: ['Default'],
    limit: {rate: 100, per: 60, quota_max: 5000, quota_remaining: 5000, max_query_depth: -1},
  });
});

test('several policies unite their rights, and the more generous limit wins per API', () => {
  const session = applied(['full', 'generous', 'v2']);
  expect(Object.keys(session.access_rights).sort()).toEqual(['orders', 'stock']);
  expect(session.access_rights['orders']).toMatchObject({
    versions: ['Default', 'v2'],
    allowed_urls: [{url: '/x', methods: ['GET']}],
    limit: {rate: 10, per: 1, quota_max: -1},
  });
});

test('what no partition governs stays the key’s own', () => {
  const session = applied(['acl']);
  expect(session).toMatchObject({rate: 7, per: 1, quota_max: -1});
  expect(session.access_rights['orders']?.limit).toMatchObject({rate: 7, quota_max: -1});
});

test('a policy without rights of its own limits those that another gives', () => {
  const session = applied(['acl', 'quota', 'rate']);
  expect(session.access_rights['orders']?.limit).toMatchObject({rate: 5, per: 60, quota_max: 9000});
});

test('a policy without rights of its own does not raise what another says of an API', () => {
  for (const ids of [
    ['full', 'rate'],
    ['rate', 'full'],
  ])
    expect(applied(ids).access_rights['orders']?.limit).toMatchObject({rate: 100, quota_max: 5000});
});

test('an API with access alone takes the key’s limits, as the other policies leave them', () => {
  const session = applied(['aclOfFiles', 'full'], {rate: 7, per: 1});
  expect(session.access_rights['files']?.limit).toMatchObject({
    rate: 100,
    per: 60,
    quota_max: 5000,
    quota_renewal_rate: 3600,
  });
});

test('a rate of 0 gives way to another, one of -1 does not', () => {
  const rateOf = (...ids: readonly string[]) => applied(ids).access_rights['orders']?.limit.rate;
  expect([rateOf('full', 'silent'), rateOf('silent', 'full')]).toEqual([100, 100]);
  expect([rateOf('full', 'endless'), rateOf('endless', 'full')]).toEqual([-1, -1]);
});

test('limits per API bring their versions in place of those before', () => {
  expect(applied(['generous', 'perApiV3']).access_rights['stock']).toMatchObject({
    versions: ['v3'],
    limit: {rate: 10, per: 1},
  });
});

test('a quota-only policy that names an API adds its quota but opens nothing', () => {
  expect(apply(['quotaOfOrders'])).toMatchObject({ok: false});
  const session = applied(['acl', 'quotaOfOrders']);
  expect(session.access_rights['orders']?.limit.quota_max).toBe(70);
});

test('per_api gives each API its own limits and counters', () => {
  expect(applied(['perApi']).access_rights['stock']).toMatchObject({
    allowance_scope: 'stock',
    limit: {rate: 2, per: 1, quota_max: 7},
  });
});

describe('the limits beside the APIs', () => {
  test('are those of a single API, and its quota is not counted there', () => {
    const {rate, per, quota_max, quota_remaining, quota_renews} = applied(['full'], {
      quota_remaining: -1,
      quota_renews: 5,
    });
    expect({rate, per, quota_max, quota_remaining, quota_renews}).toEqual({
      rate: 100,
      per: 60,
      quota_max: 5000,
      quota_remaining: 0,
      quota_renews: 0,
    });
  });

  test('are the policy’s for several', () => {
    expect(applied(['generous'])).toMatchObject({rate: 10, per: 1, quota_max: -1});
  });

  test('are none where each API has its own', () => {
    const rights = {orders: {limit: {rate: 2, per: 1}}, stock: {limit: {rate: 3, per: 1}}};
    const each = policy('each', {access_rights: rights, partitions: {per_api: true}});
    const session = sessionReader.read({rate: 7, per: 1, quota_max: 9, apply_policies: ['each']});
    expect(session === refused ? session : applyPolicies(session, () => each)).toMatchObject({
      session: {rate: 0, per: 0, quota_max: 0},
    });
  });
});

test('one inactive policy among several makes the key inactive', () => {
  expect(applied(['full', 'denied']).is_inactive).toBe(true);
});

test('the policies’ state counts, not the key’s own', () => {
  expect(applied(['full'], {is_inactive: true}).is_inactive).toBe(false);
});

test('one missing policy among several is skipped without a word', () => {
  expect(Object.keys(applied(['nopolicy', 'full']).access_rights)).toEqual(['orders']);
});

test('tags are united, and the policy’s metadata wins', () => {
  const session = applied(['tagged'], {tags: ['mine'], meta_data: {owner: 'key', team: 'a'}});
  expect([...session.tags].sort()).toEqual(['gold', 'mine', 'shared']);
  expect(session.meta_data).toEqual({owner: 'policy', tier: 'gold', team: 'a'});
});

test('the older single policy id counts where the list is empty', () => {
  expect(Object.keys(applied([], {apply_policy_id: 'full'}).access_rights)).toEqual(['orders']);
});

test('without a policy, an API with limits of its own counts on its own', () => {
  const rights = {a: {limit: {rate: 1, per: 1}}, b: {limit: null}};
  const {access_rights: stored} = applied([], {access_rights: rights});
  expect([stored['a']?.allowance_scope, stored['b']?.allowance_scope]).toEqual(['a', '']);
});
