import {describe, expect, it} from 'vitest';
import type {Api} from '../../../source/key/api.ts';
import {readBareApi, readListedApi} from '../../../source/tyk/parse/api.ts';

/** The definition of tyk-facts 1.1. */
const wire = {
  id: '5fd08ed769710900018bc196',
  api_id: 'accbdd1b89e84ec97f4f16d4e3197d5c',
  org_id: '5e9d9544a1dcd60001d0ed20',
  name: 'Basic Protected API #orders #internal-team',
  active: true,
  internal: false,
  is_oas: false,
  use_keyless: false,
  use_standard_auth: true,
  external_oauth: {enabled: false, providers: []},
  base_identity_provided_by: '',
  auth_configs: {authToken: {auth_header_name: 'Authorization', use_certificate: false}},
  definition: {location: 'header', key: 'x-api-version'},
  version_data: {not_versioned: true, default_version: '', versions: {Default: {name: 'Default'}}},
  proxy: {listen_path: '/basic-protected-api/', strip_listen_path: true},
  graphql: {enabled: false, execution_mode: 'proxyOnly'},
  tags: ['segment'],
  session_lifetime: 0,
};

/** An item of the Dashboard's list, with changes to its definition and to itself. */
const read = (definition: object = {}, item: object = {}): Api | undefined =>
  readListedApi({
    created_at: '2020-12-09T08:46:15Z',
    api_definition: {...wire, ...definition},
    ...item,
  });

it('reduces an item of the list to what a key needs', () => {
  expect(read()).toEqual({
    id: 'accbdd1b89e84ec97f4f16d4e3197d5c',
    name: 'Basic Protected API',
    organisation: '5e9d9544a1dcd60001d0ed20',
    listenPath: '/basic-protected-api/',
    authTypes: ['authToken'],
    sessionFrom: undefined,
    certificateBound: false,
    keyPlace: {in: 'header', name: 'Authorization'},
    categories: ['orders', 'internal-team'],
    definition: 'classic',
    active: true,
    internal: false,
    graphql: false,
    versions: ['Default'],
    versioned: false,
    defaultVersion: '',
    sisters: [],
    sessionLifetime: 0,
    ignoresRateLimit: false,
    ignoresQuota: false,
  });
});

describe('authentication types', () => {
  const off = {use_standard_auth: false};

  it.each<[string, object, readonly string[]]>([
    ['keyless ends the evaluation', {use_keyless: true, enable_jwt: true}, ['keyless']],
    ['auth token', {}, ['authToken']],
    ['basic', {...off, use_basic_auth: true}, ['basic']],
    ['JWT', {...off, enable_jwt: true}, ['jwt']],
    ['HMAC', {...off, enable_signature_checking: true}, ['hmac']],
    ['OAuth', {...off, use_oauth2: true}, ['oauth']],
    ['OpenID', {...off, use_openid: true}, ['oidc']],
    ['mutual TLS', {...off, use_mutual_tls_auth: true}, ['mutualTls']],
    ['coprocess', {...off, enable_coprocess_auth: true}, ['custom']],
    ['Go plugin', {...off, use_go_plugin_auth: true}, ['custom']],
    [
      'custom plugin',
      {...off, custom_plugin_auth_enabled: true, enable_coprocess_auth: true},
      ['custom'],
    ],
    ['external OAuth', {...off, external_oauth: {enabled: true}}, ['externalOauth']],
    ['no flag at all', off, ['authToken']],
    [
      'filled auth_configs without flags',
      {...off, auth_configs: {jwt: {}, basic: {}, oauth: {}}},
      ['authToken'],
    ],
    ['several', {enable_jwt: true, use_basic_auth: true}, ['authToken', 'basic', 'jwt']],
    ['flags that are no booleans', {...off, enable_jwt: 'true', use_basic_auth: 1}, ['authToken']],
  ])('%s', (_, definition, types) => {
    expect(read(definition)?.authTypes).toEqual(types);
  });

  it.each([
    ['auth_token', 'authToken'],
    ['hmac_key', 'hmac'],
    ['basic_auth_user', 'basic'],
    ['jwt_claim', 'jwt'],
    ['oidc_user', 'oidc'],
    ['oauth_key', 'oauth'],
    ['custom_auth', 'custom'],
    ['', undefined],
    ['constructor', undefined],
  ])('with several, %j says whose session counts: %s', (source, type) => {
    const several = {enable_jwt: true, base_identity_provided_by: source};
    expect(read(several)?.sessionFrom).toBe(type);
  });

  it('with one, nobody is asked', () => {
    expect(read({base_identity_provided_by: 'jwt_claim'})?.sessionFrom).toBeUndefined();
  });

  it.each<[string, object, boolean]>([
    ['new place', {auth_configs: {authToken: {use_certificate: true}}}, true],
    ['old place', {auth_configs: null, auth: {use_certificate: true}}, true],
    ['both places: the new one counts', {auth: {use_certificate: true}}, false],
    [
      'without auth token',
      {
        use_standard_auth: false,
        enable_jwt: true,
        auth_configs: {authToken: {use_certificate: true}},
      },
      false,
    ],
  ])('certificate-bound: %s', (_, definition, bound) => {
    expect(read(definition)?.certificateBound).toBe(bound);
  });
});

describe('where the consumer sends the key', () => {
  it.each<[string, object, Api['keyPlace']]>([
    ['own header', {auth_header_name: 'X-Partner-Key'}, {in: 'header', name: 'X-Partner-Key'}],
    ['no header named', {auth_header_name: ''}, {in: 'header', name: 'Authorization'}],
    [
      'a parameter besides the header',
      {use_param: true, param_name: 'k'},
      {in: 'header', name: 'Authorization'},
    ],
    [
      'a parameter instead',
      {disable_header: true, use_param: true, param_name: 'k'},
      {in: 'query', name: 'k'},
    ],
    [
      'a cookie instead',
      {disable_header: true, use_cookie: true, cookie_name: 'c'},
      {in: 'cookie', name: 'c'},
    ],
  ])('%s', (_, authToken, place) => {
    expect(read({auth_configs: {authToken}})?.keyPlace).toEqual(place);
  });

  it('is found in the place where old definitions have it', () => {
    const old = {auth_configs: undefined, auth: {auth_header_name: 'X-Old'}};
    expect(read(old)?.keyPlace).toEqual({in: 'header', name: 'X-Old'});
  });
});

describe('name and categories', () => {
  it.each<[string, object, object, string, readonly string[]]>([
    ['blanks in tags', {name: 'API #orders team #eu'}, {}, 'API', ['orders team', 'eu']],
    [
      'OAS',
      {name: 'C# Service', is_oas: true},
      {categories: ['orders', '#eu']},
      'C# Service',
      ['orders', 'eu'],
    ],
    [
      'both, case no difference',
      {name: 'A #Orders'},
      {categories: ['orders', 'hr']},
      'A',
      ['Orders', 'hr'],
    ],
    ['empty tags', {name: 'A # #x ##'}, {}, 'A', ['x']],
    ['nothing but a tag', {name: '#orders'}, {}, '#orders', ['orders']],
    ['gateway segments are none', {name: 'A', tags: ['segment']}, {}, 'A', []],
    ['categories that are no list', {name: 'A'}, {categories: 'x'}, 'A', []],
  ])('%s', (_, definition, item, name, categories) => {
    expect(read(definition, item)).toMatchObject({name, categories});
  });

  it('takes the listen path where there is no name, or else the id', () => {
    expect(read({name: ''})?.name).toBe('/basic-protected-api/');
    expect(read({name: null, proxy: null})?.name).toBe('accbdd1b89e84ec97f4f16d4e3197d5c');
  });

  it('neutralises and bounds a hostile name', () => {
    const name = read({name: `\u001b[2J\u202Eevil\n${'x'.repeat(10_000)}`})?.name ?? '';
    expect(name).not.toMatch(/[\u001b\u202E\n]/);
    expect(name.length).toBeLessThanOrEqual(1_000);
  });
});

describe('versions', () => {
  const versions = (...names: readonly string[]) =>
    Object.fromEntries(names.map(name => [name, {name, expires: ''}]));

  it.each<[string, object, Partial<Api>]>([
    [
      'versioned, with a default',
      {version_data: {not_versioned: false, default_version: 'v1', versions: versions('v1', 'v2')}},
      {versioned: true, versions: ['v1', 'v2'], defaultVersion: 'v1'},
    ],
    [
      'versioned, without a default',
      {version_data: {not_versioned: false, versions: versions('v1')}},
      {versioned: true, versions: ['v1'], defaultVersion: ''},
    ],
    [
      'a default that does not exist',
      {version_data: {not_versioned: false, default_version: 'v9', versions: versions('v1')}},
      {versioned: true, defaultVersion: ''},
    ],
    [
      'the name counts, not the key of the map',
      {version_data: {not_versioned: false, default_version: 'a', versions: {a: {name: 'v1'}}}},
      {versioned: true, versions: ['v1'], defaultVersion: 'v1'},
    ],
    [
      'unversioned under another name',
      {version_data: {not_versioned: true, versions: versions('1.0.0')}},
      {versioned: false, versions: ['1.0.0']},
    ],
    ['no version data', {version_data: null}, {versioned: false, versions: ['Default']}],
    [
      'empty map',
      {version_data: {not_versioned: false, versions: {}}},
      {versioned: false, versions: ['Default']},
    ],
    [
      'OAS: the empty name is not sent',
      {is_oas: true, version_data: {not_versioned: true, versions: {'': {name: ''}}}},
      {versioned: false, versions: ['Default'], definition: 'oas'},
    ],
    [
      'OAS base: its sisters',
      {
        is_oas: true,
        definition: {versions: {v2: 'id-of-v2', v1: 'accbdd1b89e84ec97f4f16d4e3197d5c', v3: 7}},
      },
      {sisters: [{name: 'v2', apiId: 'id-of-v2'}]},
    ],
  ])('%s', (_, definition, expected) => {
    expect(read(definition)).toMatchObject(expected);
  });
});

describe('marks', () => {
  it('are read from the definition', () => {
    const marked = {
      active: false,
      internal: true,
      graphql: {enabled: true},
      session_lifetime: 3600,
      disable_rate_limit: true,
      disable_quota: true,
    };
    expect(read(marked)).toMatchObject({
      active: false,
      internal: true,
      graphql: true,
      sessionLifetime: 3600,
      ignoresRateLimit: true,
      ignoresQuota: true,
    });
  });
});

describe('garbage', () => {
  it('of which nothing but the id is there is still an API', () => {
    expect(readBareApi({api_id: '1'})).toMatchObject({
      id: '1',
      name: '1',
      organisation: '',
      authTypes: ['authToken'],
      versions: ['Default'],
    });
  });

  it.each<unknown>([null, 7, 'text', [], {}, [null], {a: null}])(
    '%j in every other member is an API all the same',
    garbage => {
      const members = Object.keys(wire).map(name => [name, garbage] as const);
      const definition = {...Object.fromEntries(members), api_id: 'x'};
      expect(readBareApi(definition)?.id).toBe('x');
      expect(readBareApi({...definition, is_oas: true})?.id).toBe('x');
    },
  );

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    {api_definition: null},
    {api_definition: {api_id: ''}},
  ])('without a usable id is none: %j', item => {
    expect(readListedApi(item)).toBeUndefined();
  });

  it('as an id that could not be sent back unchanged is none', () => {
    expect(read({api_id: 'abc\u202E'})).toBeUndefined();
  });
});
