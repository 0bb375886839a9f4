import type {Client} from './client/client.ts';
import {createClient} from './client/create-client.ts';
import type {Backend} from './key/backend.ts';
import type {Answer, Problem} from './key/problem.ts';
import {Secret} from './key/secret.ts';
import {parseServerUrl, type ServerUrlProblem} from './key/server-url.ts';
import {connectBackend} from './tyk/connect.ts';
import type {Server} from './tyk/link.ts';
import {recogniseServer} from './tyk/recognise.ts';

// The package export `tykey/client`: what the wizard does at a server, without any terminal.

export type {Cancellable, Client, Outcome} from './client/client.ts';
export type * from './client/wish.ts';
export type {Api, AuthType, KeyPlace} from './key/api.ts';
export type {Chunk, CreatedKey, Creation, StoredKey} from './key/backend.ts';
export type {DraftProblem} from './key/parse-draft.ts';
export type {PlainKeyRefusal} from './key/plain-key.ts';
export type {Partitions, Policy, PolicyGrant, PolicyState} from './key/policy.ts';
export type {PolicyRefusal} from './key/policy-refusal.ts';
export type {Answer, Problem} from './key/problem.ts';
export {Secret} from './key/secret.ts';

export type ConnectOptions = {
  /** Of a Dashboard or of a gateway's control API, with a path prefix if there is one; without a scheme https. */
  readonly url: string | URL | undefined;
  /** A Dashboard user's API access credential, or the gateway's `secret` (tyk.conf). */
  readonly credential: Secret | string | undefined;
  /** Default: the server is asked who it is, without the credential (up to three GETs). */
  readonly kind?: Backend['kind'] | undefined;
  /** `org_id` for keys whose APIs or policy don't say theirs. */
  readonly organisation?: string | undefined;
  /**
   * Texts of certificates (PEM) of further authorities. With any, Node no longer looks at
   * NODE_EXTRA_CA_CERTS: add the text of that file too.
   */
  readonly ca?: readonly string[] | undefined;
  /** For HTTPS_PROXY, HTTP_PROXY and NO_PROXY: `process.env`. Default: no proxy. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Accept `http://` to another host, where the credential and the keys travel in clear. Default: no. */
  readonly allowHttp?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Unix milliseconds. Default: this machine's clock. Keys end by the server's, whatever this says. */
  readonly now?: (() => number) | undefined;
};

export type ConnectProblem =
  | Problem
  | {readonly kind: 'badUrl'; readonly because: ServerUrlProblem | 'inClear'}
  | {readonly kind: 'noCredential'}
  /** Something answers there that is neither kind of Tyk server, as far as it says. */
  | {readonly kind: 'unrecognised'};

export type Connected =
  | {readonly ok: true; readonly value: Client}
  | {readonly ok: false; readonly problem: ConnectProblem};

/**
 * A client for one Tyk Dashboard or open-source Gateway. With `kind` given nothing is sent yet; else the
 * problems are those of the connection, 15 s at most for each question. Whether the credential is good shows
 * at the first call. Never throws for what a server or a network does.
 */
export const connect = async (options: ConnectOptions): Promise<Connected> => {
  const {credential = '', organisation = '', now = Date.now} = options;
  const url = urlOf(options);
  if (!url.ok) return url;
  const secret = typeof credential === 'string' ? new Secret(credential) : credential;
  if (secret.isEmpty) return {ok: false, problem: {kind: 'noCredential'}};
  const {createDispatchers} = await import('./tyk/dispatcher.ts');
  const {ca: authorities = [], env = {}} = options;
  const dispatchers = createDispatchers({url: url.value, env, authorities});
  if (!dispatchers.ok) return dispatchers;
  const server = {url: url.value, credential: secret, dispatchers: dispatchers.value, now, turn};
  const {lists} = dispatchers.value;
  const kind = await kindOf(server, options);
  if (!kind.ok) {
    await lists.close();
    return kind;
  }
  const backend = connectBackend({kind: kind.value, ...server});
  return {
    ok: true,
    value: createClient({backend, organisation, now, close: () => lists.close()}),
  };
};

type Asked<T> =
  {readonly ok: true; readonly value: T} | {readonly ok: false; readonly problem: ConnectProblem};

const urlOf = ({url = '', allowHttp = false}: ConnectOptions): Asked<URL> => {
  const parsed = parseServerUrl(String(url));
  if (!parsed.ok) return {ok: false, problem: {kind: 'badUrl', because: parsed.because}};
  return parsed.server.inClear && !allowHttp
    ? {ok: false, problem: {kind: 'badUrl', because: 'inClear'}}
    : {ok: true, value: new URL(parsed.server.address)};
};

/** Between parts of long work the event loop gets its turn. */
const turn = (): Promise<void> =>
  new Promise(resolve => {
    setImmediate(resolve);
  });

const kindOf = async (
  server: Server,
  {kind, signal = new AbortController().signal}: ConnectOptions,
): Promise<Asked<Backend['kind']>> => {
  if (kind !== undefined) return {ok: true, value: kind};
  const found = await recogniseServer(server, signal);
  if (found !== 'unknown') return {ok: true, value: found};
  // Nobody there, or somebody else? Any question tells.
  const heard: Answer<number> = await connectBackend({kind: 'gateway', ...server}).readClockSkew(
    signal,
  );
  const isThere = heard.ok || heard.problem.kind === 'unreadable';
  return {ok: false, problem: isThere ? {kind: 'unrecognised'} : heard.problem};
};
