import {Secret} from './key/secret.ts';
import {parseServerUrl} from './key/server-url.ts';
import type {ServerUrlProblem} from './key/server-url.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a person asked for at the start. */
export type WizardOptions = {
  readonly verb: 'wizard';
  readonly server: 'dashboard' | 'gateway';
  /** For keys whose APIs do not say their organisation. */
  readonly organisation: string;
  readonly url: string | undefined;
  readonly credential: Secret | undefined;
  readonly gatewayUrl: string | undefined;
  readonly caFile: string | undefined;
  readonly allowHttp: boolean;
  /** A practice server (of the kind of `server`), and with how many APIs. */
  readonly demo: {readonly apis: number | undefined} | undefined;
  readonly clipboardCommand: string | undefined;
};

export type Options = WizardOptions | {readonly verb: 'help'} | {readonly verb: 'version'};

/** Why the arguments can't be used; never holds a value that was given. */
export type UsageProblem =
  | {readonly kind: 'unknownVerb'}
  | {readonly kind: 'unknownFlag'; readonly flag: string}
  | {readonly kind: 'valueMissing'; readonly flag: string}
  | {readonly kind: 'noValueTaken'; readonly flag: string}
  /** `from`: the flag or the variable that it stands in. */
  | {readonly kind: 'badUrl'; readonly from: string; readonly because: ServerUrlProblem}
  | {readonly kind: 'badCount'; readonly flag: string}
  | {readonly kind: 'secretInArguments'; readonly flag: string}
  | {readonly kind: 'plainHttp'; readonly address: string};

export type ParsedOptions =
  | {readonly ok: true; readonly options: Options}
  | {readonly ok: false; readonly problem: UsageProblem};

type FlagName =
  | 'url'
  | 'gateway'
  | 'gateway-url'
  | 'ca'
  | 'allow-http'
  | 'demo'
  | 'demo-gateway'
  | 'demo-apis'
  | 'help'
  | 'version';

export type FlagRow = {
  readonly flag: FlagName;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
};

/** All flags, in the order of the help. */
export const flags: readonly FlagRow[] = [
  {flag: 'url', value: 'URL'},
  {flag: 'gateway'},
  {flag: 'gateway-url', value: 'URL'},
  {flag: 'ca', value: 'FILE'},
  {flag: 'allow-http'},
  {flag: 'demo'},
  {flag: 'demo-gateway'},
  {flag: 'demo-apis', value: 'N'},
  {flag: 'help'},
  {flag: 'version'},
];

/** The verb without which nothing is named is the wizard; more verbs are more rows. */
const verbs = ['wizard'] as const;

/** Names under which operators have these things in their environment already; the first that is set counts. */
export const variables = {
  url: ['TYK_URL', 'TYK_DASHBOARD_URL'],
  /** Of a Dashboard's user. Tyk Operator's users have their gateway's secret in the first one too. */
  credential: ['TYK_AUTH', 'TYK_DASHBOARD_SECRET', 'TYKGIT_DB_SECRET'],
  /** Of a gateway. */
  secret: ['TYK_GW_SECRET', 'TYKGIT_GW_SECRET'],
  organisation: ['TYK_ORG'],
  mode: ['TYK_MODE'],
  allowHttp: ['TYKEY_ALLOW_HTTP'],
  gatewayUrl: ['TYKEY_GATEWAY_URL'],
  clipboardCommand: ['TYKEY_CLIPBOARD_COMMAND'],
} as const;

/** Flags that people try for the credential. They don't exist: arguments are visible to everybody in `ps`. */
const secretFlags = /^(?:.*[-_])?(?:auth|authorization|credentials?|key|password|secret|token)$/i;

/** `argv`: without the program's own name. Nothing but a table: no file is read and no server asked here. */
export const parseOptions = (argv: readonly string[], env: Environment): ParsedOptions => {
  const [verb, rest] = verbOf(argv);
  if (verb === undefined) return {ok: false, problem: {kind: 'unknownVerb'}};
  const given = readFlags(rest);
  if (!given.ok) return given;
  const {values} = given;
  if (values.has('help')) return {ok: true, options: {verb: 'help'}};
  if (values.has('version')) return {ok: true, options: {verb: 'version'}};
  const problem = wrongValue(values, env);
  return problem === undefined
    ? {ok: true, options: wizardOptions(values, env)}
    : {ok: false, problem};
};

const verbOf = (
  argv: readonly string[],
): readonly [(typeof verbs)[number] | undefined, readonly string[]] => {
  const [first, ...rest] = argv;
  if (first === undefined || first.startsWith('-')) return ['wizard', argv];
  return [verbs.find(verb => verb === first), rest];
};

type Values = ReadonlyMap<FlagName, string>;
type Read =
  | {readonly ok: true; readonly values: Values}
  | {readonly ok: false; readonly problem: UsageProblem};

const readFlags = (words: readonly string[]): Read => {
  const values = new Map<FlagName, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [dashed, attached] = splitFlag(word);
    const flag = shownFlag(dashed);
    if (isSecretFlag(dashed)) return refuse({kind: 'secretInArguments', flag});
    const row = flags.find(candidate => `--${candidate.flag}` === dashed);
    if (row === undefined) {
      return word.startsWith('-')
        ? refuse({kind: 'unknownFlag', flag})
        : refuse({kind: 'unknownVerb'});
    }
    if (row.value === undefined) {
      if (attached !== undefined) return refuse({kind: 'noValueTaken', flag});
      values.set(row.flag, '');
      continue;
    }
    const value = attached ?? words[(at += 1)];
    // `--url --demo`: the value was forgotten.
    const isFlag = attached === undefined && value?.startsWith('-') === true;
    if (value === undefined || value === '' || isFlag) return refuse({kind: 'valueMissing', flag});
    values.set(row.flag, value);
  }
  return {ok: true, values};
};

const refuse = (problem: UsageProblem): {readonly ok: false; readonly problem: UsageProblem} => ({
  ok: false,
  problem,
});

const shortFlags: Readonly<Record<string, string>> = {'-h': '--help', '-V': '--version'};

const splitFlag = (word: string): readonly [string, string?] => {
  const [dashed = '', ...rest] = (shortFlags[word] ?? word).split('=');
  return rest.length === 0 ? [dashed] : [dashed, rest.join('=')];
};

const isSecretFlag = (dashed: string): boolean =>
  dashed.startsWith('-') && secretFlags.test(dashed.replace(/^--?/, ''));

/** What may be said of a flag: its name, unless a value could be stuck to it (`-pSECRET`). */
const shownFlag = (dashed: string): string =>
  /^--[a-z]+(?:-[a-z]+)*$/.test(dashed) && dashed.length <= 24 ? dashed : dashed.slice(0, 2);

const wrongValue = (values: Values, env: Environment): UsageProblem | undefined => {
  for (const flag of ['url', 'gateway-url'] as const) {
    // A practice server has its own address; whatever the environment says does not matter there.
    if (flag === 'url' && isDemo(values)) continue;
    const text = values.get(flag) ?? fromEnvironment(env, flag === 'url' ? 'url' : 'gatewayUrl');
    if (text === undefined) continue;
    const parsed = parseServerUrl(text);
    const from = values.has(flag)
      ? `--${flag}`
      : variables[flag === 'url' ? 'url' : 'gatewayUrl'][0];
    if (!parsed.ok) return {kind: 'badUrl', from, because: parsed.because};
    if (
      flag === 'url' &&
      parsed.server.inClear &&
      !allowsHttp(values, env) &&
      hasCredential(values, env)
    ) {
      return {kind: 'plainHttp', address: parsed.server.address};
    }
  }
  const count = values.get('demo-apis');
  if (count === undefined) return undefined;
  const isCount = /^\d{1,7}$/.test(count) && Number(count) > 0 && Number(count) <= 1_000_000;
  return isCount ? undefined : {kind: 'badCount', flag: '--demo-apis'};
};

const wizardOptions = (values: Values, env: Environment): WizardOptions => {
  const url = values.get('url') ?? fromEnvironment(env, 'url');
  const server = serverOf(values, env);
  const credential = credentialFor(server, env);
  const gatewayUrl = values.get('gateway-url') ?? fromEnvironment(env, 'gatewayUrl');
  const count = values.get('demo-apis');
  return {
    verb: 'wizard',
    server,
    organisation: fromEnvironment(env, 'organisation') ?? '',
    url: url === undefined ? undefined : addressOf(url),
    credential: credential === undefined ? undefined : new Secret(credential),
    gatewayUrl: gatewayUrl === undefined ? undefined : addressOf(gatewayUrl),
    caFile: values.get('ca'),
    allowHttp: allowsHttp(values, env),
    demo: isDemo(values) ? {apis: count === undefined ? undefined : Number(count)} : undefined,
    clipboardCommand: fromEnvironment(env, 'clipboardCommand'),
  };
};

const isDemo = (values: Values): boolean =>
  values.has('demo') || values.has('demo-gateway') || values.has('demo-apis');

const addressOf = (url: string): string => {
  const parsed = parseServerUrl(url);
  return parsed.ok ? parsed.server.address : url;
};

const hasCredential = (values: Values, env: Environment): boolean =>
  credentialFor(serverOf(values, env), env) !== undefined;

/** Asked for, or said by what is set: `TYK_MODE=ce` is Tyk Operator's word for a gateway without a Dashboard. */
const serverOf = (values: Values, env: Environment): WizardOptions['server'] => {
  if (values.has('gateway') || values.has('demo-gateway')) return 'gateway';
  if (isDemo(values)) return 'dashboard';
  const hasOnlySecret =
    fromEnvironment(env, 'secret') !== undefined &&
    fromEnvironment(env, 'credential') === undefined;
  return fromEnvironment(env, 'mode') === 'ce' || hasOnlySecret ? 'gateway' : 'dashboard';
};

const credentialFor = (server: WizardOptions['server'], env: Environment): string | undefined => {
  if (server === 'dashboard') return fromEnvironment(env, 'credential');
  const isCe = fromEnvironment(env, 'mode') === 'ce';
  return fromEnvironment(env, 'secret') ?? (isCe ? fromEnvironment(env, 'credential') : undefined);
};

const allowsHttp = (values: Values, env: Environment): boolean =>
  values.has('allow-http') || fromEnvironment(env, 'allowHttp') === '1';

const fromEnvironment = (env: Environment, what: keyof typeof variables): string | undefined =>
  variables[what].map(name => env[name]?.trim()).find(value => value !== undefined && value !== '');
