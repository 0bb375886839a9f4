import {createHash, randomBytes} from 'node:crypto';
import type {Session} from './session.ts';

export type StoredPracticeKey = {
  /** What opens an API. */
  readonly key: string;
  /** Absent where the server does not hash keys. */
  readonly hash: string | undefined;
  readonly session: Session;
};

export type KeyStore = {
  /** Stores under a new random id, or under `customId`, silently replacing what was there. */
  readonly add: (
    session: Session,
    keep: {readonly customId?: string; readonly untilMs?: number},
  ) => StoredPracticeKey;
  /** By the key, or by a self-chosen id as its owner typed it where `organisation` is given. */
  readonly find: (key: string, organisation?: string) => StoredPracticeKey | undefined;
  readonly findByHash: (hash: string) => StoredPracticeKey | undefined;
  readonly replace: (stored: StoredPracticeKey, session: Session) => StoredPracticeKey;
  readonly remove: (stored: StoredPracticeKey) => void;
  /** Keys that are still there; expired ones are (tyk-facts 2.5). */
  readonly all: () => readonly StoredPracticeKey[];
};

type Kept = StoredPracticeKey & {readonly untilMs: number};

export const createKeyStore = (hashKeys: boolean, now: () => number): KeyStore => {
  const kept = new Map<string, Kept>();
  const present = (stored: Kept | undefined) =>
    stored !== undefined && now() < goneAt(stored) ? stored : undefined;
  return {
    add: (session, {customId, untilMs = Infinity}) => {
      const key = keyOf(session.org_id, customId ?? randomBytes(16).toString('hex'));
      const stored = {key, hash: hashKeys ? hashOf(key) : undefined, session, untilMs};
      kept.set(key, stored);
      return stored;
    },
    find: (key, organisation) =>
      present(kept.get(key)) ??
      (organisation === undefined ? undefined : present(kept.get(keyOf(organisation, key)))),
    findByHash: hash => present([...kept.values()].find(stored => stored.hash === hash)),
    replace: (stored, session) => {
      const changed = {...stored, untilMs: kept.get(stored.key)?.untilMs ?? Infinity, session};
      kept.set(stored.key, changed);
      return changed;
    },
    remove: stored => {
      kept.delete(stored.key);
    },
    all: () => [...kept.values()].filter(stored => present(stored) !== undefined),
  };
};

/** Base64 of an envelope with the organisation: 120 characters with ids of the usual length (tyk-facts 2.7). */
const keyOf = (organisation: string, id: string): string =>
  Buffer.from(`{"org":"${organisation}","id":"${id}","h":"murmur64"}`).toString('base64');

/** As long as a murmur64; nobody can tell which function made 16 hex digits. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

/** `post_expiry_action: delete` takes the record away after its grace; -1 keeps it for good. */
const goneAt = ({session, untilMs}: Kept): number => {
  const {post_expiry_action: action, post_expiry_grace_period: grace, expires} = session;
  const deleted = action === 'delete' && grace >= 0 && expires >= 1;
  return deleted ? Math.min(untilMs, (expires + grace) * 1000) : untilMs;
};
