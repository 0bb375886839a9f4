import {randomInt} from 'node:crypto';
import type {Estate} from '../estate/estate.ts';
import {applyPolicies} from './apply-policies.ts';
import type {KeyStore, StoredPracticeKey} from './key-store.ts';
import type {Session} from './session.ts';

/** What both dialects stand on: one estate, one store, one clock (Unix ms, the server's). */
export type World = {
  readonly estate: Estate;
  readonly keys: KeyStore;
  readonly now: () => number;
  readonly hashesKeys: boolean;
  /** A gateway with files serves inactive APIs; one fed by a Dashboard never hears of them. */
  readonly servesInactive: boolean;
};

/** The gateway's reasons; each path puts them into words of its own. */
export type Refusal =
  | {readonly ok: false; readonly why: 'noRights'}
  | {readonly ok: false; readonly why: 'policy'; readonly reason: string};

export type Prepared = {readonly ok: true; readonly session: Session} | Refusal;

/** What would be stored: policies applied, expiry and quota counted from now, tags in no order. */
export const prepareSession = (sent: Session, {estate, now}: World): Prepared => {
  const nowSeconds = Math.floor(now() / 1000);
  const renewing = {...sent, quota_renews: nowSeconds + sent.quota_renewal_rate};
  const applied = applyPolicies(renewing, id => estate.policyById(id, sent.org_id));
  if (!applied.ok) return {ok: false, why: 'policy', reason: applied.reason};
  const {session, policies} = applied;
  const apiIds = Object.keys(session.access_rights);
  if (apiIds.length === 0) return {ok: false, why: 'noRights'};
  const isLoaded = apiIds.some(apiId => estate.rowById(apiId)?.api !== undefined);
  const expiresIn = policies.map(policy => policy.key_expires_in).findLast(each => each > 0);
  return {
    ok: true,
    session: {
      ...session,
      ...(expiresIn !== undefined && isLoaded ? {expires: nowSeconds + expiresIn} : {}),
      // A policy that governs a single API leaves 0.
      quota_renews: session.quota_renews && nowSeconds + session.quota_renewal_rate,
      tags: shuffled([...new Set(session.tags)]),
      date_created: new Date(now()).toISOString(),
      last_updated: String(nowSeconds),
    },
  };
};

/** Stores a prepared session for as long as its APIs keep keys. */
export const storeKey = (session: Session, world: World, customId?: string): StoredPracticeKey => {
  const lifetimeMs = 1000 * lifetimeOf(session, world);
  return world.keys.add(session, {
    ...(customId === undefined ? {} : {customId}),
    ...(lifetimeMs > 0 ? {untilMs: world.now() + lifetimeMs} : {}),
  });
};

/** Seconds; 0 = for good. The longest among the key's APIs, unless the key says it itself. */
const lifetimeOf = (session: Session, {estate, now}: World): number => {
  if (session.session_lifetime > 0) return session.session_lifetime;
  const left = Math.max(0, session.expires - Math.floor(now() / 1000));
  const lifetimes = Object.keys(session.access_rights).map(apiId => {
    const api = estate.rowById(apiId)?.api;
    if (api === undefined || api.session_lifetime <= 0) return 0;
    return api.session_lifetime_respects_key_expiration
      ? Math.max(api.session_lifetime, left)
      : api.session_lifetime;
  });
  return Math.max(0, ...lifetimes);
};

/** In an order of chance. */
export const shuffled = <T>(list: readonly T[]): readonly T[] =>
  list
    .map(each => ({each, rank: randomInt(2 ** 32)}))
    .sort((one, other) => one.rank - other.rank)
    .map(({each}) => each);
