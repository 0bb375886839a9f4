import type {PracticeApi} from '../estate/api.ts';
import type {World} from '../keys/issue-key.ts';
import {member} from '../reader.ts';
import type {Asked} from '../wire/exchange.ts';
import type {Denied} from './credentials.ts';

export type Versioned =
  | {
      readonly ok: true;
      /** The API that answers: a sister, where the base of an OAS API was asked for another version. */
      readonly api: PracticeApi;
      /** The Classic version; `''` where the API has none. */
      readonly name: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | ({readonly ok: false} & Denied);

/** Which version a call means (tyk-facts 1.5). */
export const versionOf = (api: PracticeApi, asked: Asked, {estate, now}: World): Versioned => {
  const {location, key, versions: sisters} = api.definition;
  const wanted =
    (location === 'url-param' ? asked.query.get(key) : asked.header(key.toLowerCase())) ?? '';
  const sisterId = member(sisters, wanted);
  if (sisterId !== undefined) {
    const sister = estate.rowById(sisterId)?.api;
    return sister === undefined
      ? unknown
      : {ok: true, api: sister, name: '', headers: {'x-tyk-base-api-id': api.api_id}};
  }
  const {not_versioned: unversioned, default_version: standard, versions} = api.version_data;
  if (unversioned) return {ok: true, api, name: '', headers: {}};
  const name = wanted || standard;
  if (name === '') return {ok: false, status: 403, message: 'Version information not found'};
  const version = member(versions, name);
  if (version === undefined) return unknown;
  const endsAt = Date.parse(`${version.expires.replace(' ', 'T')}Z`);
  return endsAt <= now()
    ? {
        ok: false,
        status: 403,
        message: 'API has expired, please check documentation or contact administrator',
      }
    : {ok: true, api, name, headers: {}};
};

const unknown: Versioned = {
  ok: false,
  status: 403,
  message: 'This API version does not seem to exist',
};
