import {authsOf, type PracticeApi} from '../estate/api.ts';
import type {World} from '../keys/issue-key.ts';
import type {StoredPracticeKey} from '../keys/key-store.ts';
import {member} from '../reader.ts';
import {type Asked, plain, type Reply} from '../wire/exchange.ts';
import {type Denied, missing, refusalOf, sentKey, tokenSettings} from './credentials.ts';
import type {Usage} from './usage.ts';
import {versionOf} from './version.ts';

/** The data plane: what an API's consumer meets at its listen path (texts: tyk-facts 5.1, gateway.md B). */
export const answerCall = (asked: Asked, world: World, usage: Usage): Reply => {
  const listening = world.estate.apiByPath(asked.path);
  if (listening === undefined || listening.internal || !(listening.active || world.servesInactive))
    return plain(404, 'Not Found');
  const version = versionOf(listening, asked, world);
  if (!version.ok) return denied(version);
  const {api, name, headers} = version;
  const entrance = enter(api, asked, world);
  if (!entrance.ok) return denied(entrance);
  if (entrance.key === undefined) return upstream(api, asked, headers);
  const refusal = refusalOfKey(entrance.key, api, name, asked, world.now());
  if (refusal !== undefined) return denied(refusal);
  const counted = usage.count(entrance.key.key, entrance.key.session, api, world.now());
  if (!counted.ok) return denied(counted.why === 'rate' ? overRate : overQuota);
  return upstream(api, asked, {...headers, ...counted.headers});
};

type Entrance =
  | ({readonly ok: false} & Denied)
  /** `undefined`: a keyless API, where nobody is asked. */
  | {readonly ok: true; readonly key: StoredPracticeKey | undefined};

/** Several authentication types: all must pass, or one of them where the API says so. */
const enter = (api: PracticeApi, asked: Asked, world: World): Entrance => {
  const tried = authsOf(api).map((auth): Entrance => {
    if (auth !== 'authToken') return {ok: false, ...refusalOf(auth, api, asked)};
    const sent = sentKey(api, asked);
    if (sent === '') return {ok: false, ...missing};
    const key = world.keys.find(sent, api.org_id);
    return key === undefined || isCertificateMissing(api)
      ? {ok: false, ...disallowed}
      : {ok: true, key};
  });
  const wanted = tried.find(({ok}) => ok === api.oneAuthIsEnough);
  return wanted ?? tried.at(-1) ?? {ok: true, key: undefined};
};

/** Nobody can show a client certificate on a loopback port without TLS. */
const isCertificateMissing = (api: PracticeApi): boolean => tokenSettings(api).use_certificate;

const refusalOfKey = (
  {session}: StoredPracticeKey,
  api: PracticeApi,
  version: string,
  asked: Asked,
  nowMs: number,
): Denied | undefined => {
  if (session.is_inactive) return {status: 403, message: 'Key is inactive, please renew'};
  if (session.expires >= 1 && session.expires * 1000 <= nowMs)
    return {status: 401, message: 'Key has expired, please renew'};
  const right = member(session.access_rights, api.api_id);
  if (right === undefined) return disallowed;
  // The list of versions is looked at only where an API has several (tyk-facts 1.5).
  if (!api.version_data.not_versioned && !right.versions.includes(version)) return disallowed;
  const allows = right.allowed_urls.some(
    ({url, methods}) => methods.includes(asked.method) && found(url, asked.path),
  );
  return right.allowed_urls.length > 0 && !allows
    ? {status: 403, message: 'Access to this resource has been disallowed'}
    : undefined;
};

/** A search, not anchored; a pattern that does not compile allows nothing (5.14). */
const found = (pattern: string, path: string): boolean => {
  try {
    return new RegExp(pattern).test(path);
  } catch {
    return false;
  }
};

const disallowed: Denied = {status: 403, message: 'Access to this API has been disallowed'};
const overRate: Denied = {status: 429, message: 'Rate Limit Exceeded'};
const overQuota: Denied = {status: 403, message: 'Quota exceeded'};

const denied = ({status, message, headers}: Denied): Reply => ({
  status,
  contentType: 'application/json',
  headers: {'x-generator': 'tyk.io', ...headers},
  // As the gateway's template error.json lays it out.
  body: `{\n    "error": ${JSON.stringify(message)}\n}\n`,
});

/** The upstream says what it was asked, without query and headers: there the key may stand. */
const upstream = (
  api: PracticeApi,
  {method, path}: Asked,
  headers: Readonly<Record<string, string>>,
): Reply => ({
  status: 200,
  contentType: 'application/json',
  headers,
  body: JSON.stringify({practice: true, api: api.name, method, path}),
});
