import type {Dispatcher} from 'undici';
import type {Api} from '../key/api.ts';
import type {Secret} from '../key/secret.ts';
import {buildRequest, send} from './http.ts';
import {quoting} from './quote.ts';
import {defaultBounds, defaultTimings} from './timings.ts';

/**
 * One GET of an API's listen path with a key, as a consumer would send it; the status, or `undefined` when
 * nothing answered. Reaches the upstream and counts against the key's quota.
 */
export const tryKey = async (
  dispatcher: Dispatcher,
  gateway: URL,
  api: Api,
  secret: Secret,
  now: () => number,
): Promise<number | undefined> => {
  const text = secret.reveal();
  const {keyPlace, listenPath} = api;
  const query = keyPlace.in === 'query' ? `?${keyPlace.name}=${encodeURIComponent(text)}` : '';
  const headers: Readonly<Record<string, string>> =
    keyPlace.in === 'query'
      ? {}
      : keyPlace.in === 'cookie'
        ? {cookie: `${keyPlace.name}=${text}`}
        : {[keyPlace.name]: text};
  const sent = await send(dispatcher, buildRequest(gateway, 'GET', listenPath + query, headers), {
    signal: new AbortController().signal,
    deadlines: defaultTimings.look,
    limitBytes: defaultBounds.answerBytes,
    quote: quoting([text]),
    now,
  });
  return sent.ok ? sent.value.status : undefined;
};
