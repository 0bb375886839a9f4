import type {Usage} from '../door/usage.ts';
import {prepareSession, type Refusal, storeKey, type World} from '../keys/issue-key.ts';
import type {StoredPracticeKey} from '../keys/key-store.ts';
import {type Session, sessionReader, withoutZeros} from '../keys/session.ts';
import {firstDocument, isObject, parseJson, refused} from '../reader.ts';
import {type Asked, json, type Reply} from '../wire/exchange.ts';
import type {Route} from '../wire/router.ts';
import {complaint} from './complaint.ts';

/** Keys on `/tyk/keys`; `create` and `preview` are rows before the self-chosen ids, as in 5.14. */
export const keyRoutes = (world: World, usage: Usage): readonly Route[] => [
  ['GET', '/tyk/keys', () => json(200, {keys: world.keys.all().map(({key, hash}) => hash ?? key)})],
  ['POST', '/tyk/keys', asked => add(asked, undefined, world, usage)],
  ['POST', '/tyk/keys/create', asked => create(asked, world)],
  ['POST', '/tyk/keys/preview', asked => preview(asked, world)],
  ['POST', '/tyk/keys/{}', (asked, customId) => add(asked, customId, world, usage)],
  ['GET', '/tyk/keys/{}', (asked, id) => read(asked, id, world)],
  ['PUT', '/tyk/keys/{}', (asked, id) => change(asked, id, world, usage)],
  ['DELETE', '/tyk/keys/{}', (asked, id) => remove(asked, id, world)],
];

const readSession = (body: string): Session | undefined => {
  const sent = parseJson(body);
  const session = isObject(sent) ? sessionReader.read(sent) : refused;
  return session === refused ? undefined : session;
};

/** `/tyk/keys/create`: spells its reasons out, stores an `expires` of the past, reads no further than it must. */
const create = (asked: Asked, world: World): Reply => {
  const session = readSession(firstDocument(asked.body));
  if (session === undefined) return complaint(500, 'Unmarshalling failed');
  const prepared = prepareSession(session, world);
  if (!prepared.ok) return spelledOut(prepared);
  return done(storeKey(prepared.session, world), 'added');
};

const spelledOut = (refusal: Refusal): Reply => {
  switch (refusal.why) {
    case 'noRights':
      return complaint(
        400,
        'Failed to create key, keys must have at least one Access Rights record set.',
      );
    case 'policy':
      return complaint(500, `Failed to create key - ${refusal.reason}`);
  }
};

const add = (asked: Asked, customId: string | undefined, world: World, usage: Usage): Reply => {
  if (customId !== undefined && customId.length < MIN_ID)
    return complaint(400, tooShort(customId.length));
  const session = readSession(asked.body);
  if (session === undefined) return complaint(400, 'Request malformed');
  const had = customId === undefined ? undefined : world.keys.find(customId, session.org_id);
  const prepared = prepareSession(withoutPast(session, had?.session, world), world);
  if (!prepared.ok) return complaint(500, NO_DETAIL);
  const stored = storeKey(prepared.session, world, customId);
  usage.forget(stored.key);
  if (!asked.query.has('hashed')) return done(stored, 'added');
  // The trap of `hashed` on a POST: stored where no call looks, and the key itself as the hash.
  world.keys.remove(stored);
  return done({...stored, hash: stored.key}, 'added');
};

const NO_DETAIL = 'Failed to create key, ensure security settings are correct.';
const MIN_ID = 3;

const tooShort = (length: number): string =>
  `custom key ID length ${length} is less than min_token_length (${MIN_ID}); the key would be ` +
  `unreachable at auth time. Use an ID of at least min_token_length characters, or lower ` +
  `min_token_length in the gateway configuration.`;

/** The trap of `/tyk/keys`: an `expires` of the past becomes what it was before, for a new key never. */
const withoutPast = (session: Session, had: Session | undefined, {now}: World): Session =>
  session.expires > 1 && session.expires * 1000 <= now()
    ? {...session, expires: had?.expires ?? 0}
    : session;

/** Always 200 once the JSON is good: policies that fail only leave the rights out. */
const preview = (asked: Asked, world: World): Reply => {
  const session = readSession(firstDocument(asked.body));
  if (session === undefined) return complaint(500, 'Unmarshalling failed');
  const prepared = prepareSession(session, world);
  const shown = prepared.ok ? prepared.session : {...session, access_rights: {}};
  return json(200, withoutZeros({...shown, quota_renews: session.quota_renews}));
};

const read = (asked: Asked, id: string, world: World): Reply =>
  found(asked, id, world, 'Key not found', ({session}) => json(200, withoutZeros(session)));

const change = (asked: Asked, id: string, world: World, usage: Usage): Reply =>
  found(asked, id, world, 'Key is not found', stored => {
    const session = readSession(asked.body);
    if (session === undefined) return complaint(400, 'Request malformed');
    const prepared = prepareSession(withoutPast(session, stored.session, world), world);
    if (!prepared.ok) return complaint(500, NO_DETAIL);
    if (asked.query.get('suppress_reset') !== '1') usage.forget(stored.key);
    return done(world.keys.replace(stored, prepared.session), 'modified');
  });

const remove = (asked: Asked, id: string, world: World): Reply =>
  found(asked, id, world, 'There is no such key found', stored => {
    world.keys.remove(stored);
    if (asked.query.get('api_id') === '-1') return json(200, null);
    return json(200, {key: id, status: 'ok', action: 'deleted'});
  });

/** By key; by hash with `hashed`; by a self-chosen id only where its organisation or API is said. */
const found = (
  {query}: Asked,
  id: string,
  {keys, estate, hashesKeys}: World,
  otherwise: string,
  then: (stored: StoredPracticeKey) => Reply,
): Reply => {
  const byHash = query.has('hashed');
  if (byHash && !hashesKeys)
    return complaint(400, 'Key requested by hash but key hashing is not enabled');
  const owner = query.get('org_id') ?? estate.rowById(query.get('api_id') ?? '')?.api?.org_id;
  const stored = byHash ? keys.findByHash(id) : keys.find(id, owner);
  return stored === undefined ? complaint(404, otherwise) : then(stored);
};

const done = ({key, hash}: StoredPracticeKey, action: 'added' | 'modified'): Reply =>
  json(200, {
    key,
    status: 'ok',
    action,
    ...(hash === undefined ? {} : {key_hash: hash}),
  });
