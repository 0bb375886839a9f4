import {inspect} from 'node:util';
import {describe, expect, it} from 'vitest';
import type {Environment, UsageProblem, WizardOptions} from '../source/options.ts';
import {flags, parseOptions, variables} from '../source/options.ts';
import {helpText, usageProblem} from '../source/text/usage.ts';

const given = (argv: readonly string[], env: Environment = {}): WizardOptions => {
  const parsed = parseOptions(argv, env);
  if (!parsed.ok) throw new Error(`refused: ${parsed.problem.kind}`);
  if (parsed.options.verb !== 'wizard') throw new Error(`not the wizard: ${parsed.options.verb}`);
  return parsed.options;
};

const problem = (argv: readonly string[], env: Environment = {}): UsageProblem | undefined => {
  const parsed = parseOptions(argv, env);
  return parsed.ok ? undefined : parsed.problem;
};

describe('without anything', () => {
  it('nothing is assumed', () => {
    expect(given([])).toEqual({
      verb: 'wizard',
      server: 'dashboard',
      organisation: '',
      url: undefined,
      credential: undefined,
      gatewayUrl: undefined,
      caFile: undefined,
      allowHttp: false,
      demo: undefined,
      clipboardCommand: undefined,
    });
  });

  it('the wizard is the verb, and can be named', () => {
    expect(given(['wizard', '--demo']).demo).toEqual({apis: undefined});
  });
});

describe('flags', () => {
  it.each([
    [['--url', 'dash.example.com'], {url: 'https://dash.example.com'}],
    [['--url=https://dash.example.com/tyk/'], {url: 'https://dash.example.com/tyk'}],
    [['--url=https://a?x=1=2'], {url: 'https://a'}],
    [['--url', 'https://a', '--url', 'https://b'], {url: 'https://b'}],
    [['--gateway-url', 'gw.example.com/'], {gatewayUrl: 'https://gw.example.com'}],
    [['--ca', '/etc/ca.pem'], {caFile: '/etc/ca.pem'}],
    [['--allow-http'], {allowHttp: true}],
    [['--gateway'], {server: 'gateway'}],
    [['--demo'], {demo: {apis: undefined}, server: 'dashboard'}],
    [['--demo-gateway'], {demo: {apis: undefined}, server: 'gateway'}],
    [['--demo-apis', '500'], {demo: {apis: 500}}],
    [['--demo', '--demo-apis=1'], {demo: {apis: 1}}],
  ])('%j', (argv, expected) => {
    expect(given(argv)).toMatchObject(expected);
  });

  it.each([['--help'], ['-h']])('%s asks for the help', flag => {
    expect(parseOptions([flag], {})).toEqual({ok: true, options: {verb: 'help'}});
  });

  it.each([['--version'], ['-V']])('%s asks for the version', flag => {
    expect(parseOptions(['--demo', flag], {})).toEqual({ok: true, options: {verb: 'version'}});
  });

  it.each<readonly [readonly string[], UsageProblem]>([
    [['revoke'], {kind: 'unknownVerb'}],
    [['--demo', 'revoke'], {kind: 'unknownVerb'}],
    [['--nonsense'], {kind: 'unknownFlag', flag: '--nonsense'}],
    [['-url', 'x'], {kind: 'unknownFlag', flag: '-u'}],
    [['--'], {kind: 'unknownFlag', flag: '--'}],
    [['--url'], {kind: 'valueMissing', flag: '--url'}],
    [['--url='], {kind: 'valueMissing', flag: '--url'}],
    [['--url', '--demo'], {kind: 'valueMissing', flag: '--url'}],
    [['--demo=1'], {kind: 'noValueTaken', flag: '--demo'}],
    [['--url', 'ftp://x'], {kind: 'badUrl', from: '--url', because: 'notHttp'}],
    [['--url', 'ht tp'], {kind: 'badUrl', from: '--url', because: 'notUrl'}],
    [['--gateway-url', 'ftp://x'], {kind: 'badUrl', from: '--gateway-url', because: 'notHttp'}],
    [['--demo-apis', '0'], {kind: 'badCount', flag: '--demo-apis'}],
    [['--demo-apis', '1.5'], {kind: 'badCount', flag: '--demo-apis'}],
    [['--demo-apis', '1000001'], {kind: 'badCount', flag: '--demo-apis'}],
    [['--demo-apis', 'many'], {kind: 'badCount', flag: '--demo-apis'}],
  ])('%j is refused', (argv, expected) => {
    expect(problem(argv)).toEqual(expected);
  });
});

describe('the environment', () => {
  it.each([
    [{TYK_URL: 'https://a'}, {url: 'https://a'}],
    [{TYK_DASHBOARD_URL: 'https://b'}, {url: 'https://b'}],
    [{TYK_URL: 'https://a', TYK_DASHBOARD_URL: 'https://b'}, {url: 'https://a'}],
    [{TYK_URL: '  ', TYK_DASHBOARD_URL: ' https://b '}, {url: 'https://b'}],
    [{TYKEY_ALLOW_HTTP: '1'}, {allowHttp: true}],
    [{TYKEY_ALLOW_HTTP: 'true'}, {allowHttp: false}],
    [{TYKEY_GATEWAY_URL: 'http://gw'}, {gatewayUrl: 'http://gw'}],
    [{TYKEY_CLIPBOARD_COMMAND: 'xclip -i'}, {clipboardCommand: 'xclip -i'}],
    [{TYK_ORG: 'org-1'}, {organisation: 'org-1'}],
    [{TYK_MODE: 'ce'}, {server: 'gateway'}],
    [{TYK_MODE: 'pro', TYK_GW_SECRET: 's', TYK_AUTH: 'a'}, {server: 'dashboard'}],
    [{TYK_GW_SECRET: 's'}, {server: 'gateway'}],
  ])('%j', (env, expected) => {
    expect(given([], env)).toMatchObject(expected);
  });

  it.each(variables.credential)('%s holds the credential of a Dashboard', name => {
    expect(given([], {[name]: ' s3cret\n'}).credential?.reveal()).toBe('s3cret');
  });

  it.each(variables.secret)('%s holds the secret of a gateway', name => {
    expect(given(['--gateway'], {[name]: 's3cret'}).credential?.reveal()).toBe('s3cret');
  });

  it('the first name that is set counts', () => {
    const env = {TYK_AUTH: 'first', TYK_DASHBOARD_SECRET: 'second'};
    expect(given([], env).credential?.reveal()).toBe('first');
  });

  it('a Dashboard’s credential never goes to a gateway, unless the mode says that it is one', () => {
    expect(given(['--gateway'], {TYK_AUTH: 'user'}).credential).toBeUndefined();
    expect(given([], {TYK_AUTH: 'secret', TYK_MODE: 'ce'}).credential?.reveal()).toBe('secret');
    expect(given([], {TYK_AUTH: 'user', TYK_GW_SECRET: 'gw'}).credential?.reveal()).toBe('user');
  });

  it('a flag counts more', () => {
    expect(given(['--url', 'https://flag'], {TYK_URL: 'https://env'}).url).toBe('https://flag');
  });
});

describe('a connection in clear', () => {
  const far = {TYK_URL: 'http://dash.example.com', TYK_AUTH: 's3cret'};

  it('is refused before anything is sent', () => {
    expect(problem([], far)).toEqual({kind: 'plainHttp', address: 'http://dash.example.com'});
  });

  it('is asked about on the screen when the credential is asked for anyway', () => {
    expect(given(['--url', 'http://dash.example.com']).url).toBe('http://dash.example.com');
  });

  it.each([
    ['a flag', ['--allow-http'], {}],
    ['the environment', [], {TYKEY_ALLOW_HTTP: '1'}],
    ['this machine', ['--url', 'http://127.0.0.1:3000'], {}],
    ['practice', ['--demo'], {}],
  ])('is fine with %s', (_, argv, env) => {
    expect(problem(argv, {...far, ...env})).toBeUndefined();
  });

  it('practice does not care what the environment says', () => {
    expect(given(['--demo'], {TYK_URL: 'ftp://nonsense', TYK_MODE: 'ce'}).server).toBe('dashboard');
  });
});

describe('secrets', () => {
  const secret = 'sup3rs3cret';

  it.each([
    [['--auth', secret]],
    [[`--auth=${secret}`]],
    [['--credential', secret]],
    [['--credentials', secret]],
    [['--dashboard-secret', secret]],
    [['--key', secret]],
    [['--api-key', secret]],
    [['--password', secret]],
    [['--secret', secret]],
    [['--token', secret]],
    [['--AUTH', secret]],
    [[`-token=${secret}`]],
  ])('%j is refused with the right way named', argv => {
    const refused = problem(argv);
    expect(refused?.kind).toBe('secretInArguments');
    expect(refused === undefined ? '' : usageProblem(refused)).toContain('TYK_AUTH');
  });

  it.each([
    [['--auth', secret]],
    [[`--token=${secret}`]],
    [[`-token=${secret}`]],
    [[`-p${secret}`]],
    [[`-p=${secret}`]],
    [[`--unknown=${secret}`]],
    [[secret]],
    [['--demo', secret]],
    [['--url', `https://user:${secret}@dash.example.com`]],
    [['--url', `ftp://${secret}`]],
    [['--demo-apis', secret]],
    [[`--demo=${secret}`]],
  ])('%j is refused without an echo', argv => {
    const refused = problem(argv);
    expect(refused).toBeDefined();
    const said = refused === undefined ? '' : usageProblem(refused) + JSON.stringify(refused);
    expect(said).not.toContain(secret.slice(0, 6));
  });

  it('the credential does not print with the options', () => {
    const options = given([], {TYK_AUTH: secret});
    expect(inspect(options, {depth: Infinity}) + JSON.stringify(options)).not.toContain(secret);
  });
});

describe('the help', () => {
  const text = helpText(flags);

  it.each(flags)('names --$flag', ({flag, value}) => {
    const line = text.split('\n').find(one => one.startsWith(`  --${flag} `));
    expect(line).toMatch(value === undefined ? /^ {2}--\S+ {2,}\S/ : / [A-Z]+ +\S/);
  });

  it('fits into 110 columns and names where the credential comes from', () => {
    expect(text.split('\n').filter(line => line.length > 110)).toEqual([]);
    expect(text).toContain('TYK_AUTH');
    expect(text).toContain('130');
  });
});
