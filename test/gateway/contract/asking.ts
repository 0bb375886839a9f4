import {ask, call, type Told} from '../asking.ts';
import type {Members} from '../estate.ts';
import {session} from '../session.ts';

export type Server = {readonly url: URL; readonly secret: string};
/** A key that was made before the question. */
export type Made = {readonly key: string; readonly hash: string};
type Sent = Readonly<Record<string, string>>;
export type Asking = (server: Server) => Promise<Told>;

const makeKey = async (server: Server, body: Members): Promise<Made> => {
  const told = await ask(server, 'POST', '/tyk/keys/create', body);
  const {key, key_hash: hash} = membersOf(told.json);
  if (typeof key !== 'string' || typeof hash !== 'string')
    throw new Error(`no key was made: ${told.text}`);
  return {key, hash};
};

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? {...value} : {};

/** The control API, asked as it is. */
export const control =
  (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Asking =>
  server =>
    ask(server, method, path, body, headers);

/** The same about a new key made from `body`. */
export const about =
  (body: Members, method: string, path: (made: Made) => string, sent?: unknown): Asking =>
  async server =>
    ask(server, method, path(await makeKey(server, body)), sent);

/** What the upstream says is no answer of the gateway. */
const withoutBody = (told: Told): Told =>
  told.status === 200 ? {...told, text: '', json: undefined} : told;

/** An API, called so often with a new key made from `body`: the last answer. */
export const calling =
  (body: Members, path: string, times = 1, headers: Sent = {}): Asking =>
  async server => {
    const {key} = await makeKey(server, body);
    for (let left = times; left > 1; left -= 1) await call(server, path, key, headers);
    return withoutBody(await call(server, path, key, headers));
  };

/** The same with what becomes of the key, or with nothing, in `Authorization`. */
export const callingWith =
  (path: string, sent?: (made: Made) => string, body: Members = session(['orders'])): Asking =>
  async server => {
    const key = sent === undefined ? undefined : sent(await makeKey(server, body));
    return withoutBody(await call(server, path, key));
  };

/** One element of a list, by the value of one of its members. */
export const elementOf =
  (path: string, member: string, value: string): Asking =>
  async server => {
    const told = await ask(server, 'GET', path);
    const list: readonly unknown[] = Array.isArray(told.json) ? told.json : [];
    const found = list.find(each => membersOf(each)[member] === value);
    return found === undefined ? told : {...told, json: found, text: JSON.stringify(found)};
  };
