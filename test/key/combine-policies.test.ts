import {describe, expect, it} from 'vitest';
import {combinePolicies, openedBy} from '../../source/key/combine-policies.ts';
import type {CombinedApi} from '../../source/key/combined-apis.ts';
import {defaultLimits} from '../../source/key/limits.ts';
import type {Partitions, Policy, PolicyGrant} from '../../source/key/policy.ts';
import {noLimits} from '../../source/key/policy.ts';
import {policy} from '../helpers/estate.ts';
import type {Chance} from '../helpers/seeded.ts';
import {seeded} from '../helpers/seeded.ts';

const grant = (apiId: string, ...versions: readonly string[]): PolicyGrant => ({
  apiId,
  apiName: apiId,
  versions: versions.length === 0 ? ['Default'] : versions,
});

const nothing = {acl: false, rateLimit: false, quota: false, complexity: false, perApi: false};
const only = (...parts: readonly (keyof Partitions)[]): Partitions => ({
  ...nothing,
  ...Object.fromEntries(parts.map(part => [part, true])),
});
const eachApi: Partitions = {
  acl: true,
  rateLimit: true,
  quota: true,
  complexity: true,
  perApi: true,
};

const own = {limits: defaultLimits, tags: ['mine'], metadata: [{name: 'owner', value: 'me'}]};

/** Policies by their names; every one says 100 in 60 s and no quota unless it says otherwise. */
const known = {
  full: policy({name: 'full', grants: [grant('orders')], quotaMax: 5000, quotaRenewalRate: 3600}),
  generous: policy({
    name: 'generous',
    grants: [grant('orders', 'v2'), grant('stock')],
    rate: 10,
    per: 1,
  }),
  slow: policy({name: 'slow', grants: [grant('orders')], rate: 5, quotaMax: 90}),
  access: policy({name: 'access', grants: [grant('files')], governs: only('acl')}),
  rate: policy({name: 'rate', grants: [], governs: only('rateLimit'), rate: 600}),
  quota: policy({
    name: 'quota',
    grants: [],
    governs: only('quota'),
    quotaMax: 70,
    quotaRenewalRate: 86_400,
  }),
  quotaOfOrders: policy({
    name: 'quotaOfOrders',
    grants: [grant('orders')],
    governs: only('quota'),
    quotaMax: 6000,
  }),
  silent: policy({name: 'silent', grants: [grant('orders')], ...noLimits}),
  endless: policy({name: 'endless', grants: [grant('orders')], rate: -1, per: -1}),
  throttled: policy({
    name: 'throttled',
    grants: [grant('orders')],
    throttleInterval: 2,
    throttleRetries: 5,
    queryDepth: 4,
  }),
  perApi: policy({
    name: 'perApi',
    grants: [
      {...grant('orders', 'v3'), limits: {...noLimits, rate: 2, per: 1, quotaMax: 7}},
      grant('stock'),
    ],
    governs: eachApi,
  }),
  perApiMore: policy({
    name: 'perApiMore',
    grants: [{...grant('orders', 'v4'), limits: {...noLimits, rate: 1, per: 1, quotaMax: -1}}],
    governs: eachApi,
  }),
  bare: policy({name: 'bare', grants: [], rate: 3, quotaMax: 4, quotaRenewalRate: 60}),
} as const satisfies Readonly<Record<string, Policy>>;

type Name = keyof typeof known;
const combined = (...names: readonly Name[]) =>
  combinePolicies(
    names.map(name => known[name]),
    own,
  );
const at = (apiId: string, ...names: readonly Name[]): CombinedApi => {
  const found = combined(...names).apis.find(api => api.apiId === apiId);
  return found ?? expect.fail(`${apiId} is not opened`);
};

const rateAt = (apiId: string, ...names: readonly Name[]) => {
  const {limits, by} = at(apiId, ...names);
  return [limits.rate?.requests, limits.rate?.perSeconds, by.rate.map(({name}) => name).join()];
};
const quotaAt = (apiId: string, ...names: readonly Name[]) => {
  const {limits, by} = at(apiId, ...names);
  const {requests, renewsEverySeconds} = limits.quota ?? {};
  return [requests, renewsEverySeconds, by.quota.map(({name}) => name).join()];
};

describe('what is opened', () => {
  it.each<readonly [readonly Name[], readonly string[]]>([
    [['full'], ['orders Default']],
    [
      ['full', 'generous'],
      ['orders Default v2', 'stock Default'],
    ],
    [
      ['generous', 'full'],
      ['orders v2 Default', 'stock Default'],
    ],
    [['full', 'quota', 'rate'], ['orders Default']],
    [['access', 'quotaOfOrders'], ['files Default']],
    [
      ['perApi', 'full'],
      ['orders v3 Default', 'stock Default'],
    ],
  ])('by %j', (names, expected) => {
    const opened = openedBy(names.map(name => known[name]));
    expect(opened.map(({apiId, versions}) => [apiId, ...versions].join(' '))).toEqual(expected);
  });

  it('limits per API bring their own versions in place of those before', () => {
    expect(at('orders', 'full', 'perApi').versions).toEqual(['v3']);
    expect(at('orders', 'perApi', 'perApiMore').versions).toEqual(['v4']);
  });
});

describe('the rate', () => {
  it.each<readonly [string, readonly Name[], string, readonly unknown[]]>([
    ['of the only policy', ['full'], 'orders', [100, 60, 'full']],
    ['that allows more', ['full', 'generous', 'slow'], 'orders', [10, 1, 'generous']],
    [
      'that allows more, also when it is first',
      ['generous', 'full'],
      'orders',
      [10, 1, 'generous'],
    ],
    ['that is none', ['full', 'endless'], 'orders', [undefined, undefined, 'endless']],
    ['that is none, first', ['endless', 'full'], 'orders', [undefined, undefined, 'endless']],
    ['of 0 says nothing', ['full', 'silent'], 'orders', [100, 60, 'full']],
    ['of 0 says nothing, first', ['silent', 'full'], 'orders', [100, 60, 'full']],
    ['of 0 alone is none', ['silent'], 'orders', [undefined, undefined, 'silent']],
    ['of the key, where none governs it', ['access'], 'files', [1000, 60, '']],
    [
      'of a policy without APIs, where no other says one',
      ['access', 'rate'],
      'files',
      [600, 60, 'rate'],
    ],
    ['of a policy without APIs counts nowhere else', ['full', 'rate'], 'orders', [100, 60, 'full']],
    [
      'of another API, where only access is granted',
      ['access', 'full'],
      'files',
      [100, 60, 'full'],
    ],
    ['of the API itself', ['perApi'], 'orders', [2, 1, 'perApi']],
    ['of the policy, where the API has none', ['perApi'], 'stock', [100, 60, 'perApi']],
    ['per API that allows more', ['perApi', 'perApiMore'], 'orders', [2, 1, 'perApi']],
    ['per API below that of all', ['generous', 'perApi'], 'orders', [10, 1, 'generous']],
    ['of the last without APIs', ['access', 'rate', 'bare'], 'files', [3, 60, 'bare']],
  ])('%s', (_, names, apiId, expected) => {
    expect(rateAt(apiId, ...names)).toEqual(expected);
  });
});

describe('the quota', () => {
  it.each<readonly [string, readonly Name[], string, readonly unknown[]]>([
    ['of the only policy', ['full'], 'orders', [5000, 3600, 'full']],
    ['that is larger', ['slow', 'full'], 'orders', [5000, 3600, 'full']],
    ['that is none', ['full', 'generous'], 'orders', [undefined, undefined, 'generous,full']],
    [
      'of two, each with its part',
      ['full', 'quotaOfOrders'],
      'orders',
      [6000, 3600, 'quotaOfOrders,full'],
    ],
    ['that never resets', ['slow'], 'orders', [90, 0, 'slow']],
    ['of the key, where none governs it', ['access'], 'files', [undefined, undefined, '']],
    ['of a policy without APIs', ['access', 'quota'], 'files', [70, 86_400, 'quota']],
    ['of the API itself', ['perApi'], 'orders', [7, 0, 'perApi']],
    [
      'per API that is none',
      ['perApi', 'perApiMore'],
      'orders',
      [undefined, undefined, 'perApiMore'],
    ],
    [
      'per API below none',
      ['perApiMore', 'perApi'],
      'orders',
      [undefined, undefined, 'perApiMore,perApi'],
    ],
  ])('%s', (_, names, apiId, expected) => {
    expect(quotaAt(apiId, ...names)).toEqual(expected);
  });
});

describe('throttling and depth', () => {
  it('are raised like the rest', () => {
    expect(at('orders', 'full', 'throttled').limits).toMatchObject({
      throttle: {retries: 5, intervalSeconds: 2},
      queryDepth: undefined,
    });
    expect(at('orders', 'throttled').limits.queryDepth).toBe(4);
    expect(at('orders', 'silent', 'throttled').limits.queryDepth).toBe(4);
  });
});

describe('what is the person’s own', () => {
  const lost = (...names: readonly Name[]) =>
    combined(...names).overwritten.map(({kind, by}) =>
      [kind, ...by.map(({name}) => name)].join(' '),
    );

  it('survives where no policy governs it', () => {
    expect(lost('access')).toEqual([]);
    expect(at('files', 'access').limits).toEqual(defaultLimits);
  });

  it('is lost, part by part, to all that govern it', () => {
    expect(lost('access', 'rate')).toEqual(['rate rate', 'throttle rate']);
    expect(lost('access', 'quota')).toEqual(['quota quota']);
    expect(lost('full', 'rate')).toEqual([
      'rate full rate',
      'throttle full rate',
      'quota full',
      'queryDepth full',
    ]);
  });

  it('metadata is lost to the last policy with its name', () => {
    const named = (name: string) =>
      policy({name, governs: only('acl'), metadataNames: ['owner', 'x']});
    const {overwritten, metadata} = combinePolicies([named('a'), named('b')], own);
    expect(overwritten).toMatchObject([{kind: 'metadata', name: 'owner', by: [{name: 'b'}]}]);
    expect(metadata).toMatchObject([
      {name: 'owner', by: {name: 'b'}},
      {name: 'x', by: {name: 'b'}},
    ]);
  });

  it('tags are united', () => {
    const tagged = policy({name: 'tagged', tags: ['gold', 'mine']});
    expect(combinePolicies([tagged], own).tags).toEqual(['mine', 'gold']);
  });
});

describe('the end of the key', () => {
  const ending = (name: string, keyExpiresIn: number) => policy({name, keyExpiresIn});
  const [never, day, week] = [ending('never', 0), ending('day', 86_400), ending('week', 604_800)];

  it.each([
    [[never], undefined],
    [[day, never], 'day'],
    [[never, day, week], 'week'],
    [[week, day, never], 'day'],
  ])('the last policy that says one: %#', (policies, expected) => {
    expect(combinePolicies(policies, own).expiry?.by.name).toBe(expected);
  });
});

describe('any policies', () => {
  const apiIds = ['a', 'b', 'c', 'd'] as const;

  /** Policies of one kind: plain and partitioned ones, with APIs. Rates are all different. */
  const anyPolicy = (chance: Chance, at: number): Policy => {
    const governs = chance.pick([
      {...eachApi, perApi: false},
      only('acl'),
      only('acl', 'quota'),
      only('rateLimit'),
      only('acl', 'rateLimit', 'complexity'),
    ]);
    const granted = apiIds.filter(() => chance.whole(0, 1) === 1);
    return policy({
      name: `p${at}`,
      governs,
      grants: (granted.length === 0 ? ['a'] : granted).map(id =>
        grant(id, `v${chance.whole(1, 3)}`),
      ),
      rate: chance.pick([-1, 0, chance.whole(1, 50) * 10 + at]),
      per: 60,
      quotaMax: chance.pick([-1, 0, chance.whole(1, 9)]),
      quotaRenewalRate: chance.pick([-1, 60, 3600]),
      queryDepth: chance.pick([-1, 0, chance.whole(1, 9)]),
      throttleInterval: chance.whole(-1, 3),
      throttleRetries: chance.whole(-1, 3),
      tags: [chance.pick(['x', 'y', 'z'])],
      metadataNames: [chance.pick(['m', 'n'])],
    });
  };

  const some = (chance: Chance): readonly Policy[] =>
    Array.from({length: chance.whole(1, 4)}, (_, at) => anyPolicy(chance, at));

  const shuffled = (policies: readonly Policy[], chance: Chance): readonly Policy[] =>
    policies
      .map(one => ({one, rank: chance.whole(0, 1_000_000)}))
      .sort((left, right) => left.rank - right.rank)
      .map(({one}) => one);

  /** Without whose it is, and in an order of its own. */
  const result = (policies: readonly Policy[]) => {
    const {apis, tags, metadata} = combinePolicies(policies, own);
    const plain = apis.map(({apiId, versions, limits}) => ({
      apiId,
      versions: [...versions].sort(),
      limits,
    }));
    return {
      apis: plain.sort((left, right) => (left.apiId < right.apiId ? -1 : 1)),
      tags: [...tags].sort(),
      metadata: metadata.map(({name}) => name).sort(),
    };
  };

  const cases = Array.from({length: 300}, (_, seed) => seed + 1);

  it('give the same in any order', () => {
    for (const seed of cases) {
      const chance = seeded(seed);
      const policies = some(chance);
      expect(result(shuffled(policies, chance)), `seed ${seed}`).toEqual(result(policies));
    }
  });

  it('but not the end, nor whose metadata it is, nor what one without APIs says', () => {
    const one = policy({name: 'one', keyExpiresIn: 1, metadataNames: ['m']});
    const other = policy({name: 'other', keyExpiresIn: 2, metadataNames: ['m']});
    const there = combinePolicies([one, other], own);
    const back = combinePolicies([other, one], own);
    expect([there.expiry?.seconds, back.expiry?.seconds]).toEqual([2, 1]);
    expect([there.metadata[0]?.by.name, back.metadata[0]?.by.name]).toEqual(['other', 'one']);
    expect(rateAt('files', 'access', 'rate', 'bare')).not.toEqual(
      rateAt('files', 'access', 'bare', 'rate'),
    );
  });

  it('give the same when one of them is named twice', () => {
    for (const seed of cases) {
      const chance = seeded(seed);
      const policies = some(chance);
      const twice = policies[chance.whole(0, policies.length - 1)] ?? expect.fail('none');
      expect(result([...policies, twice]), `seed ${seed}`).toEqual(result(policies));
    }
  });

  it('open no less with one more of them', () => {
    const opened = (policies: readonly Policy[]): readonly string[] =>
      openedBy(policies).flatMap(({apiId, versions}) => versions.map(each => `${apiId} ${each}`));
    for (const seed of cases) {
      const chance = seeded(seed);
      const policies = some(chance);
      const more = opened([...policies, anyPolicy(chance, 9)]);
      expect(more, `seed ${seed}`).toEqual(expect.arrayContaining([...opened(policies)]));
    }
  });
});
