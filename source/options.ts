import {Secret} from './key/secret.ts';
import {parseServerUrl} from './key/server-url.ts';
import type {ServerUrlProblem} from './key/server-url.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a person asked for at the start. */
export type WizardOptions = {
  readonly verb: 'wizard';
  readonly url: string | undefined;
  readonly credential: Secret | undefined;
  readonly gatewayUrl: string | undefined;
  readonly caFile: string | undefined;
  readonly allowHttp: boolean;
  /** The practice Dashboard, and with how many APIs. */
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
  | {readonly kind: 'badUrl'; readonly flag: string; readonly because: ServerUrlProblem}
  | {readonly kind: 'badCount'; readonly flag: string}
  | {readonly kind: 'secretInArguments'; readonly flag: string}
  | {readonly kind: 'plainHttp'; readonly address: string};

export type ParsedOptions =
  | {readonly ok: true; readonly options: Options}
  | {readonly ok: false; readonly problem: UsageProblem};

type FlagName =
  'url' | 'gateway-url' | 'ca' | 'allow-http' | 'demo' | 'demo-apis' | 'help' | 'version';

export type FlagRow = {
  readonly flag: FlagName;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly verbs: readonly 'wizard'[];
};

/** All flags, in the order of the help. */
export const flags: readonly FlagRow[] = [
  {flag: 'url', value: 'URL', verbs: ['wizard']},
  {flag: 'gateway-url', value: 'URL', verbs: ['wizard']},
  {flag: 'ca', value: 'FILE', verbs: ['wizard']},
  {flag: 'allow-http', verbs: ['wizard']},
  {flag: 'demo', verbs: ['wizard']},
  {flag: 'demo-apis', value: 'N', verbs: ['wizard']},
  {flag: 'help', verbs: ['wizard']},
  {flag: 'version', verbs: ['wizard']},
];

/** The verb without which nothing is named is the wizard; more verbs are more rows. */
export const verbs = ['wizard'] as const;

/** Names under which operators have these things in their environment already; the first that is set counts. */
export const variables = {
  url: ['TYK_URL', 'TYK_DASHBOARD_URL'],
  credential: ['TYK_AUTH', 'TYK_DASHBOARD_SECRET', 'TYKGIT_DB_SECRET'],
  allowHttp: ['TYKEY_ALLOW_HTTP'],
  gatewayUrl: ['TYKEY_GATEWAY_URL'],
  clipboardCommand: ['TYKEY_CLIPBOARD_COMMAND'],
} as const;

/** Flags that people try for the credential. They don't exist: arguments are visible to everybody in `ps`. */
const secretFlags = /^(?:auth|credentials?|dashboard-secret|key|password|secret|token)$/;

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
    const [name = '', attached] = splitFlag(word);
    const flag = `--${name}`;
    if (secretFlags.test(name)) return refuse({kind: 'secretInArguments', flag});
    const row = flags.find(candidate => candidate.flag === name);
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
    if (value === undefined || value === '') return refuse({kind: 'valueMissing', flag});
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
  const long = shortFlags[word] ?? word;
  if (!long.startsWith('--')) return [word.replace(/^-+/, '').slice(0, 20)];
  const at = long.indexOf('=');
  return at === -1 ? [long.slice(2)] : [long.slice(2, at), long.slice(at + 1)];
};

const wrongValue = (values: Values, env: Environment): UsageProblem | undefined => {
  for (const flag of ['url', 'gateway-url'] as const) {
    const text = values.get(flag) ?? fromEnvironment(env, flag === 'url' ? 'url' : 'gatewayUrl');
    if (text === undefined) continue;
    const parsed = parseServerUrl(text);
    if (!parsed.ok) return {kind: 'badUrl', flag: `--${flag}`, because: parsed.because};
    if (flag === 'url' && parsed.server.inClear && !allowsHttp(values, env) && hasCredential(env)) {
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
  const credential = fromEnvironment(env, 'credential');
  const count = values.get('demo-apis');
  const isDemo = values.has('demo') || count !== undefined;
  return {
    verb: 'wizard',
    url: url === undefined ? undefined : addressOf(url),
    credential: credential === undefined ? undefined : new Secret(credential),
    gatewayUrl: values.get('gateway-url') ?? fromEnvironment(env, 'gatewayUrl'),
    caFile: values.get('ca'),
    allowHttp: allowsHttp(values, env),
    demo: isDemo ? {apis: count === undefined ? undefined : Number(count)} : undefined,
    clipboardCommand: fromEnvironment(env, 'clipboardCommand'),
  };
};

const addressOf = (url: string): string => {
  const parsed = parseServerUrl(url);
  return parsed.ok ? parsed.server.address : url;
};

const hasCredential = (env: Environment): boolean =>
  fromEnvironment(env, 'credential') !== undefined;

const allowsHttp = (values: Values, env: Environment): boolean =>
  values.has('allow-http') || fromEnvironment(env, 'allowHttp') === '1';

const fromEnvironment = (env: Environment, what: keyof typeof variables): string | undefined =>
  variables[what].map(name => env[name]?.trim()).find(value => value !== undefined && value !== '');
