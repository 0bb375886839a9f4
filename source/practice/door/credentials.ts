import type {PracticeApi, PracticeAuth} from '../estate/api.ts';
import type {Asked} from '../wire/exchange.ts';
import {decoded} from '../wire/exchange.ts';

/** Why a call does not get through. */
export type Denied = {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What the caller sent where this API looks for a key: header, query, cookie; `''` = nothing. */
export const sentKey = (api: PracticeApi, asked: Asked): string => {
  const settings = tokenSettings(api);
  const inHeader = asked.header((settings.auth_header_name || 'Authorization').toLowerCase());
  const inQuery = settings.use_param
    ? asked.query.get(settings.param_name || settings.auth_header_name)
    : undefined;
  const inCookie = settings.use_cookie
    ? cookieOf(asked, settings.cookie_name || settings.auth_header_name)
    : undefined;
  return withoutBearer(inQuery || inCookie || inHeader || '');
};

/** Old definitions know only `auth`. */
export const tokenSettings = (api: PracticeApi): PracticeApi['auth'] =>
  api.auth_configs['authToken'] ?? api.auth;

const withoutBearer = (value: string): string => value.replace(/^Bearer /i, '');

const cookieOf = (asked: Asked, name: string): string | undefined => {
  const cookies = (asked.header('cookie') ?? '').split(/; */);
  const found = cookies.find(cookie => cookie.startsWith(`${name}=`));
  return found === undefined ? undefined : decoded(found.slice(name.length + 1));
};

/**
 * Every type but the auth token: this door knows none of their secrets, so it refuses whatever is
 * sent, with what a real gateway says to a bare key. Reading how the gateway does it: tyk-facts 2.3,
 * gateway.md B 2.3.
 */
export const refusalOf = (
  auth: Exclude<PracticeAuth, 'authToken'>,
  api: PracticeApi,
  asked: Asked,
): Denied => {
  const sent = asked.header('authorization') ?? '';
  switch (auth) {
    case 'basic':
      return basicRefusal(api, sent);
    case 'hmac':
      return {status: 400, message: 'Authorization field missing, malformed or invalid'};
    case 'oauth':
      if (sent === '') return missing;
      return /^Bearer /i.test(sent)
        ? {status: 403, message: 'Key not authorised'}
        : {status: 400, message: 'Bearer token malformed'};
    case 'mutualTls':
      return {status: 403, message: 'Client TLS certificate is required'};
    case 'jwt':
      return sent === '' ? {...missing, status: 400} : {status: 403, message: 'Key not authorized'};
    case 'oidc':
    case 'externalOauth':
      return sent === '' ? missing : {status: 403, message: 'Key not authorized'};
    case 'custom':
      return {status: 403, message: 'Key not authorised'};
  }
};

export const missing: Denied = {status: 401, message: 'Authorization field missing'};

const basicRefusal = (api: PracticeApi, sent: string): Denied => {
  const asks = {'www-authenticate': `Basic realm="${asciiOnly(api.name)}"`};
  if (sent === '') return {...missing, headers: asks};
  return /^Basic /i.test(sent)
    ? {status: 401, message: 'User not authorised', headers: asks}
    : {
        status: 400,
        message: 'Attempted access with malformed header, header not in basic auth format',
      };
};

/** A header takes bytes, not letters. */
const asciiOnly = (name: string): string => name.replace(/[^ -~]/g, '?');
