import type {StoredKey} from '../../key/backend.ts';
import {Secret} from '../../key/secret.ts';
import type {Answer} from '../../key/problem.ts';
import {unreadable} from './json.ts';
import {fieldsOf} from './shape.ts';
import {readStoredKey} from './stored-key.ts';

export type CreatedAnswer = {
  readonly secret: Secret;
  readonly hash: string | undefined;
  readonly stored: StoredKey;
};

/** What may stand in a key or a hash; anything else must not reach a terminal or a clipboard. */
const keyAlphabet = /^[A-Za-z0-9+/=_.-]{1,1024}$/;

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && keyAlphabet.test(value);

/** The Dashboard's `{key_id, key_hash, data}`. */
export const readDashboardKey = (value: unknown): Answer<CreatedAnswer> => {
  const {key_id, key_hash, data} = fieldsOf(value);
  if (!isKey(key_id)) return unreadable('key_id');
  return created(key_id, key_hash, readStoredKey(data));
};

/** The Gateway's `{key, status, action, key_hash}`, which does not say what was stored. */
export const readGatewayKey = (value: unknown): Answer<CreatedAnswer> => {
  const {key, key_hash, status} = fieldsOf(value);
  if (!isKey(key)) return unreadable('key');
  if (status !== 'ok') return unreadable('status');
  return created(key, key_hash, {});
};

/** A "hash" that is the key itself opens everything that the key opens: it must not be shown as harmless. */
const created = (key: string, hash: unknown, stored: StoredKey): Answer<CreatedAnswer> => ({
  ok: true,
  value: {secret: new Secret(key), hash: isKey(hash) && hash !== key ? hash : undefined, stored},
});
