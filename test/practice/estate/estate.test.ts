import {describe, expect, test} from 'vitest';
import {authsOf, type PracticeApi} from '../../../source/practice/estate/api.ts';
import {createEstate, type Estate} from '../../../source/practice/estate/estate.ts';
import {classicDefinition} from '../../../source/practice/estate/definition.ts';
import {listItem} from '../../../source/practice/estate/list-item.ts';
import {templated} from '../../../source/practice/estate/templates.ts';
import {placedSeed} from '../../../source/practice/estate/places.ts';

const places = (estate: Estate): readonly number[] =>
  Array.from({length: estate.size}, (_, place) => place);
const apisOf = (estate: Estate): readonly PracticeApi[] =>
  places(estate).flatMap(place => estate.rowAt(place).api ?? []);

describe('the handmade estate', () => {
  const estate = createEstate({});
  const apis = apisOf(estate);

  test('has some sixty APIs that a gateway would load, each with an id and a path of its own', () => {
    expect(apis.length).toBe(estate.size);
    expect(apis.length).toBe(60);
    expect(new Set(apis.map(api => api.api_id)).size).toBe(60);
    expect(new Set(apis.map(api => api.proxy.listen_path)).size).toBe(60);
  });

  test('is keyless for about a third', () => {
    const keyless = apis.filter(api => api.use_keyless).length;
    expect(keyless / apis.length).toBeGreaterThan(0.3);
    expect(keyless / apis.length).toBeLessThan(0.4);
  });

  test('knows every way to ask who is calling', () => {
    expect([...new Set(apis.flatMap(authsOf))].sort()).toEqual([
      'authToken',
      'basic',
      'custom',
      'externalOauth',
      'hmac',
      'jwt',
      'mutualTls',
      'oauth',
      'oidc',
    ]);
  });

  test('has each kind of oddity at least once', () => {
    const tokens = apis.map(api => api.auth_configs['authToken']);
    const counts = {
      oas: apis.filter(api => api.is_oas),
      oasWithHash: apis.filter(api => api.is_oas && api.name.includes('#')),
      oasBase: apis.filter(api => Object.keys(api.definition.versions).length > 0),
      versionedClassic: apis.filter(api => !api.version_data.not_versioned),
      categoryWithBlank: apis.filter(api => api.categories.some(each => each.includes(' '))),
      uncategorised: apis.filter(api => api.categories.length === 0),
      inactive: apis.filter(api => !api.active),
      internal: apis.filter(api => api.internal),
      longName: apis.filter(api => api.name.length > 120),
      japanese: apis.filter(api => /\p{Script=Han}/u.test(api.name)),
      arabic: apis.filter(api => /\p{Script=Arabic}/u.test(api.name)),
      greek: apis.filter(api => /\p{Script=Greek}/u.test(api.name)),
      emoji: apis.filter(api => /\p{Extended_Pictographic}/u.test(api.name)),
      severalAuths: apis.filter(api => authsOf(api).length > 1),
      oneAuthIsEnough: apis.filter(api => api.oneAuthIsEnough),
      withoutAnyFlag: apis.filter(
        api => !api.use_keyless && !api.use_standard_auth && authsOf(api)[0] === 'authToken',
      ),
      certificateBound: tokens.filter(token => token?.use_certificate),
      ownHeader: tokens.filter(token => token?.auth_header_name.startsWith('X-')),
      inQuery: tokens.filter(token => token?.use_param),
      inCookie: tokens.filter(token => token?.use_cookie),
      ignoresRateLimit: apis.filter(api => api.disable_rate_limit),
      sessionLifetime: apis.filter(api => api.session_lifetime > 0),
      foreign: apis.filter(api => api.org_id !== estate.organisation),
    };
    for (const [kind, found] of Object.entries(counts))
      expect.soft(found.length, kind).toBeGreaterThan(0);
  });

  test('has two APIs of one name', () => {
    const titles = apis.map(api => api.name.split('#')[0]?.trim());
    expect(titles.filter(title => title === 'Payments').length).toBe(2);
  });

  test('has old definitions with nulls and without the newer members', () => {
    const texts = places(estate).map(place => estate.rowAt(place).itemText);
    expect(texts.filter(text => text.includes('"auth_configs":null')).length).toBe(2);
    expect(texts.filter(text => !text.includes('"use_standard_auth"')).length).toBe(2);
  });

  test('grants a sister API of an OAS base by an id that is listed', () => {
    const base = apis.find(api => Object.keys(api.definition.versions).length > 0);
    const sisters = Object.values(base?.definition.versions ?? {});
    expect(sisters.map(id => estate.rowById(id)?.name)).toEqual([
      'Delivery Slots v2',
      'Delivery Slots v3',
    ]);
  });

  test('has items as long as real ones: 8 to 9 kB, OAS more', () => {
    const ordinary = estate.rowAt(0).itemText.length;
    expect(ordinary).toBeGreaterThan(8000);
    expect(ordinary).toBeLessThan(9000);
  });
});

describe('texts from templates', () => {
  const estate = createEstate({apis: 300});

  test('are what JSON.stringify writes, for every shape', () => {
    for (const place of places(estate)) {
      const seed = placedSeed(place);
      expect(estate.rowAt(place).itemText).toBe(JSON.stringify(listItem(seed)));
      expect(estate.rowAt(place).definitionText).toBe(JSON.stringify(classicDefinition(seed)));
    }
  });

  test('stay JSON with quotes, backslashes and the very marks of a template in a name', () => {
    const name = 'Say "hi" \\ @path@ @name@ \u0007';
    const seed = {...placedSeed(6), name, oas: {categories: ['a "b"', '@categories@']}};
    const write = templated(listItem);
    expect(write(placedSeed(6))).toBe(JSON.stringify(listItem(placedSeed(6))));
    expect(write(seed)).toBe(JSON.stringify(listItem(seed)));
  });
});

describe('a generated estate', () => {
  const estate = createEstate({apis: 100_000});

  test('has exactly as many APIs as were asked for, the handmade ones first', () => {
    expect(estate.size).toBe(100_000);
    expect(estate.rowAt(0).name).toBe(createEstate({}).rowAt(0).name);
    expect(createEstate({apis: 3}).size).toBe(3);
    expect(createEstate({apis: 0}).size).toBe(0);
  });

  test.each([60, 4711, 99_999])('finds API %i by its id and by its path', place => {
    const api = estate.rowAt(place).api;
    expect(estate.rowById(api?.api_id ?? '')?.name).toBe(api?.name);
    expect(estate.apiByPath(`${api?.proxy.listen_path ?? ''}x`)?.api_id).toBe(api?.api_id);
  });

  test('does not know ids and paths beyond its end', () => {
    const beyond = placedSeed(100_000);
    expect(estate.rowById(beyond.apiId)).toBeUndefined();
    expect(estate.apiByPath(`/${beyond.path}/`)).toBeUndefined();
  });

  test('is the same in every run', () => {
    const again = createEstate({apis: 100_000});
    for (const place of [60, 777, 99_999])
      expect(again.rowAt(place).itemText).toBe(estate.rowAt(place).itemText);
  });

  test('has no two APIs of one id or one path', () => {
    const ids = new Set<string>();
    const paths = new Set<string>();
    for (const place of places(estate)) {
      const seed = placedSeed(place);
      ids.add(seed.apiId);
      paths.add(seed.path);
    }
    expect([ids.size, paths.size]).toEqual([100_000, 100_000]);
  });
});

describe('what a test brings along', () => {
  const item = {
    api_definition: {
      api_id: 'hostile',
      org_id: 'o',
      name: 'Red\u001b[31m',
      active: true,
      proxy: {listen_path: '/hostile'},
    },
  };

  test('is listed as it is, after the others, and found', () => {
    const estate = createEstate({extraApis: [item, null, 7]});
    expect(estate.size).toBe(63);
    expect(JSON.parse(estate.rowAt(60).itemText)).toEqual(item);
    expect([estate.rowAt(61).itemText, estate.rowAt(62).definitionText]).toEqual(['null', '7']);
    expect(estate.rowById('hostile')?.name).toBe('Red\u001b[31m');
    expect(estate.apiByPath('/hostile/x')?.api_id).toBe('hostile');
    expect(estate.apiByPath('/hostile-not/x')).toBeUndefined();
  });
});
