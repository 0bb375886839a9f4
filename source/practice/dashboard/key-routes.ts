import type {Usage} from '../door/usage.ts';
import {prepareSession, storeKey, type World} from '../keys/issue-key.ts';
import type {StoredPracticeKey} from '../keys/key-store.ts';
import {type Asked, json, type Reply} from '../wire/exchange.ts';
import {pageOf} from '../wire/paging.ts';
import type {Route} from '../wire/router.ts';
import {envelope} from './envelope.ts';
import {parseSession, readSession} from './session-body.ts';

/** Keys: create, preview, look up, change, delete, list (tyk-facts 2.1, 2.6, 2.8, 2.10, 6.1). */
export const keyRoutes = (world: World, usage: Usage): readonly Route[] => [
  ['POST', '/api/keys', asked => create(asked, undefined, world, usage)],
  ['POST', '/api/keys/preview', asked => preview(asked, world)],
  ['GET', '/api/keys/detailed', asked => details(asked, world)],
  ['GET', '/api/apis/keys', asked => ids(asked, world)],
  ['POST', '/api/keys/{}', (asked, customId) => create(asked, customId, world, usage)],
  ['GET', '/api/keys/{}', (asked, id) => read(asked, id, world)],
  ['PUT', '/api/keys/{}', (asked, id) => change(asked, id, world, usage)],
  ['DELETE', '/api/keys/{}', (asked, id) => remove(asked, id, world)],
];

const create = (asked: Asked, customId: string | undefined, world: World, usage: Usage): Reply => {
  const session = readSession(asked, world);
  if (!session.ok) return session.reply;
  const stored = storeKey(session.value, world, customId);
  usage.forget(stored.key);
  return json(200, keyData(stored, stored.key));
};

const change = (asked: Asked, id: string, world: World, usage: Usage): Reply => {
  const stored = find(asked, id, world);
  if (stored === undefined) return envelope(404, 'Could not retrieve key detail.');
  const session = readSession(asked, world);
  if (!session.ok) return session.reply;
  if (asked.query.get('suppress_reset') !== '1') usage.forget(stored.key);
  return json(200, keyData(world.keys.replace(stored, session.value), id));
};

const read = (asked: Asked, id: string, world: World): Reply => {
  const stored = find(asked, id, world);
  return stored === undefined
    ? envelope(404, 'Could not retrieve key detail.')
    : json(200, keyData(stored, id));
};

const remove = (asked: Asked, id: string, world: World): Reply => {
  const stored = find(asked, id, world);
  if (stored === undefined) return envelope(500, 'Could not delete key.');
  world.keys.remove(stored);
  return envelope(200, 'Key deleted successfully.');
};

const find = ({query}: Asked, id: string, {keys, estate}: World): StoredPracticeKey | undefined => {
  if (query.has('hashed')) return keys.findByHash(id);
  const found = keys.find(id, estate.organisation);
  return found ?? (query.has('auto_guess') ? keys.findByHash(id) : undefined);
};

const ids = (asked: Asked, {keys}: World): Reply => {
  const all = keys.all().map(shownId);
  const page = pageOf(asked, all.length);
  return json(200, {data: {keys: all.slice(page.from, page.to)}, pages: page.pages});
};

const details = (asked: Asked, {keys}: World): Reply => {
  const wanted = asked.query.get('q') ?? '';
  const all = keys.all().filter(stored => shownId(stored).includes(wanted));
  const page = pageOf(asked, all.length);
  const shown = all.slice(page.from, page.to).map(stored => keyData(stored, shownId(stored)));
  return json(200, {keys: shown, pages: page.pages});
};

/** A server that hashes does not know its keys any more. */
const shownId = ({key, hash}: StoredPracticeKey): string => hash ?? key;

/** `data` is the whole session, zeros included: only gateways leave them out. */
const keyData = ({hash, session}: StoredPracticeKey, id: string) => ({
  api_model: {},
  key_id: id,
  data: session,
  ...(hash === undefined ? {} : {key_hash: hash}),
});

/** Like a gateway's: policies that fail are not an error here, but nothing is opened then. */
const preview = (asked: Asked, world: World): Reply => {
  const sent = parseSession(asked, world, 'User/Key object validation failed.');
  if (!sent.ok) return sent.reply;
  const prepared = prepareSession(sent.value, world);
  return json(200, prepared.ok ? prepared.session : {...sent.value, access_rights: {}});
};
