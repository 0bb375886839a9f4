import {describe, expect, it} from 'vitest';
import {readPolicy} from '../../../source/tyk/parse/policy.ts';

/** The policy of tyk-facts part 4, with changes. */
const read = (changes: object = {}) =>
  readPolicy({
    _id: '5ead7120575961000181867f',
    id: '5ea11155f4f8460001a9389e',
    name: 'Swagger Petstore Policy',
    org_id: '5e9d9544a1dcd60001d0ed20',
    active: true,
    is_inactive: false,
    state: 'active',
    rate: 1000,
    per: 60,
    quota_max: -1,
    quota_renewal_rate: 3600,
    access_rights: {
      '42b6': {
        api_name: 'Swagger Petstore',
        api_id: '42b6',
        versions: ['Default'],
        allowed_urls: [],
      },
    },
    partitions: {quota: true, rate_limit: true, complexity: false, acl: true, per_api: false},
    key_expires_in: 0,
    tags: ['gold'],
    meta_data: {owner: 'someone'},
    auth_type: 'authToken',
    auth_types: ['authToken'],
    ...changes,
  });

it('reduces a policy to what a key needs, without the values of its metadata', () => {
  expect(read()).toEqual({
    id: '5ea11155f4f8460001a9389e',
    name: 'Swagger Petstore Policy',
    organisation: '5e9d9544a1dcd60001d0ed20',
    state: 'active',
    grants: [{apiId: '42b6', apiName: 'Swagger Petstore', versions: ['Default']}],
    authTypes: ['authToken'],
    governs: {acl: true, rateLimit: true, quota: true, complexity: false, perApi: false},
    partitioned: true,
    rate: 1000,
    per: 60,
    throttleInterval: 0,
    throttleRetries: 0,
    quotaMax: -1,
    quotaRenewalRate: 3600,
    queryDepth: 0,
    keyExpiresIn: 0,
    tags: ['gold'],
    metadataNames: ['owner'],
  });
});

it.each([
  ['', '5ead7120575961000181867f'],
  [null, '5ead7120575961000181867f'],
  [undefined, '5ead7120575961000181867f'],
  ['own', 'own'],
])('with the id %j goes by %s', (id, expected) => {
  expect(read({id})?.id).toBe(expected);
});

it.each<[string, object, string]>([
  ['active', {}, 'active'],
  ['inactive: its keys are refused', {is_inactive: true}, 'denied'],
  ['not active: a draft', {active: false}, 'draft'],
  ['both: refused', {active: false, is_inactive: true}, 'denied'],
  ['a word that makes it stricter', {state: 'deny'}, 'denied'],
  ['another word', {state: 'draft'}, 'draft'],
  ["the Gateway's, without a word", {state: undefined}, 'active'],
  [
    'neither flag nor word',
    {state: undefined, active: undefined, is_inactive: undefined},
    'active',
  ],
])('state, %s', (_, changes, state) => {
  expect(read(changes)?.state).toBe(state);
});

describe('what it governs', () => {
  const none = {acl: false, rateLimit: false, quota: false, complexity: false, perApi: false};
  const all = {acl: true, rateLimit: true, quota: true, complexity: true, perApi: false};

  it.each<[string, unknown, object]>([
    ['no partitions', undefined, all],
    ['null', null, all],
    [
      'all false',
      {quota: false, rate_limit: false, complexity: false, acl: false, per_api: false},
      all,
    ],
    ['quota', {quota: true}, {...none, quota: true}],
    ['rate', {rate_limit: true}, {...none, rateLimit: true}],
    ['rights', {acl: true}, {...none, acl: true}],
    ['complexity', {complexity: true}, {...none, complexity: true}],
    ['API by API', {per_api: true}, {...all, perApi: true}],
  ])('%s', (_, partitions, governs) => {
    expect(read({partitions})?.governs).toEqual(governs);
  });
});

it.each([
  [undefined, false],
  [{per_api: true}, false],
  [{quota: true}, true],
  [{quota: true, rate_limit: true, complexity: true, acl: true}, true],
  [{per_api: true, quota: true}, true],
])('with %j names its parts: %j', (partitions, partitioned) => {
  expect(read({partitions})?.partitioned).toBe(partitioned);
});

it('has limits for an API only where these say something', () => {
  const limit = {rate: 5, per: 1, throttle_interval: 2, throttle_retry_limit: 3, quota_max: 9};
  const right = (own: unknown) => ({api_id: 'a', limit: own});
  const of = (own: unknown) => read({access_rights: {a: right(own)}})?.grants[0]?.limits;
  expect(of({...limit, quota_renewal_rate: 60, max_query_depth: 4})).toEqual({
    rate: 5,
    per: 1,
    throttleInterval: 2,
    throttleRetries: 3,
    quotaMax: 9,
    quotaRenewalRate: 60,
    queryDepth: 4,
  });
  expect(of(null)).toBeUndefined();
  expect(of({rate: 0, per: 0, quota_max: 0})).toBeUndefined();
});

describe('what it grants', () => {
  it.each<[string, object, readonly unknown[]]>([
    [
      'the key of the map counts',
      {access_rights: {real: {api_id: 'other'}}},
      [{apiId: 'real', apiName: '', versions: []}],
    ],
    [
      'old names',
      {access_rights: {a: {apiid: 'a', apiname: 'A'}}},
      [{apiId: 'a', apiName: 'A', versions: []}],
    ],
    [
      'only the list',
      {
        access_rights: null,
        access_rights_array: [{api_id: 'a', api_name: 'A'}, {apiid: 'b'}, null],
      },
      [
        {apiId: 'a', apiName: 'A', versions: []},
        {apiId: 'b', apiName: '', versions: []},
      ],
    ],
    ['null', {access_rights: null}, []],
    ['empty', {access_rights: {}}, []],
    ['garbage in it', {access_rights: {a: null}}, [{apiId: 'a', apiName: '', versions: []}]],
  ])('%s', (_, changes, grants) => {
    expect(read(changes)?.grants).toEqual(grants);
  });
});

it.each<[unknown, unknown, readonly string[]]>([
  [['authToken', 'ba', 'other'], 'authToken', ['authToken', 'basic']],
  [['oauth', 'jwt', 'keyless'], '', ['oauth', 'jwt', 'keyless']],
  [undefined, 'mutualTLS', ['mutualTls']],
  [null, undefined, []],
])('authentication types %j and %j are %j', (auth_types, auth_type, types) => {
  expect(read({auth_types, auth_type})?.authTypes).toEqual(types);
});

it.each([null, 'x', [], {}, {id: '', _id: ''}])('is none without an id: %j', item => {
  expect(readPolicy(item)).toBeUndefined();
});
