import type {StoredKey} from '../../key/backend.ts';
import type {Answer} from '../../key/problem.ts';
import {unreadable} from './json.ts';
import {fieldsOf, isFields, textOf, textsOf, type Fields} from './shape.ts';

/** A session as a server returns it. Since 5.12 zeros and empties are left out: absent means "not said". */
export const readStoredKey = (value: unknown): StoredKey => {
  const session = fieldsOf(value);
  return known({
    alias: typeof session.alias === 'string' ? textOf(session.alias) : undefined,
    expires: saidNumber(session.expires),
    detailedLogging: loggingOf(session),
    disabled: typeof session.is_inactive === 'boolean' ? session.is_inactive : undefined,
    tags: Array.isArray(session.tags) ? textsOf(session.tags) : undefined,
    metadata: isFields(session.meta_data) ? metadataOf(session.meta_data) : undefined,
    apiIds: isFields(session.access_rights)
      ? Object.keys(session.access_rights).map(textOf)
      : undefined,
    policyIds: Array.isArray(session.apply_policies) ? textsOf(session.apply_policies) : undefined,
    rate: saidNumber(session.rate),
    per: saidNumber(session.per),
    quotaMax: saidNumber(session.quota_max),
    quotaRenewalRate: saidNumber(session.quota_renewal_rate),
  });
};

/** `what` names the session where it is none. */
export const storedAnswer = (session: unknown, what: string): Answer<StoredKey> =>
  isFields(session) ? {ok: true, value: readStoredKey(session)} : unreadable(what);

const saidNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Two independent members, the older one deprecated; either switches it on. */
const loggingOf = (session: Fields): boolean | undefined => {
  const said = [session.enable_detailed_recording, session.enable_detail_recording];
  if (said.includes(true)) return true;
  return said.includes(false) ? false : undefined;
};

/** Values may be any JSON; people see text. */
const metadataOf = (metadata: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      textOf(name),
      textOf(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  );

type Known<T> = {readonly [K in keyof T]?: Exclude<T[K], undefined>};

const known = <T extends object>(members: T): Known<T> =>
  // Only members that are not `undefined` are left, which `Object.fromEntries` can't say in types.
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Known<T>;
