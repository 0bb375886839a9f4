import {utc} from '../key/calendar.ts';
import type {CreatedKey, StoredKey} from '../key/backend.ts';
import {combinePolicies} from '../key/combine-policies.ts';
import type {Combination} from '../key/combine-policies.ts';
import type {Limits} from '../key/limits.ts';
import type {Policy} from '../key/policy.ts';
import type {KeyRequest} from '../key/request.ts';
import * as words from '../text/differences.ts';

/**
 * What the server stored otherwise than it was asked, in words. A member that the server did not name is no
 * difference: newer ones leave out what is zero. With policies, what they make of the key is expected.
 */
export const differences = (
  request: KeyRequest,
  {stored, sentExpires}: CreatedKey,
): readonly string[] => {
  const {alias, detailedLogging} = request;
  const {apiIds, tags, rate, metadata} = expected(request);
  const found: readonly (string | false)[] = [
    differs(stored.alias, alias) && words.storedAlias(stored.alias ?? ''),
    expiryDiffers(stored.expires, sentExpires, request) &&
      words.storedExpires(stored.expires ?? 0, utc),
    stored.disabled === true && words.storedDisabled,
    differs(stored.detailedLogging, detailedLogging) &&
      words.storedLogging(stored.detailedLogging ?? false),
    rate !== undefined &&
      rateDiffers(stored, rate) &&
      words.storedRate(stored.rate ?? 0, stored.per ?? 0),
    tags !== undefined &&
      stored.tags !== undefined &&
      !sameSet(stored.tags, tags) &&
      words.storedTags(stored.tags),
    apiIds !== undefined &&
      stored.apiIds !== undefined &&
      !sameSet(stored.apiIds, apiIds) &&
      words.storedApis(stored.apiIds.length),
    ...metadataDifferences(metadata, stored.metadata),
  ];
  return found.filter(line => line !== false);
};

type Rate = {readonly limit: Limits['rate']};

/** What a server that does as it was asked would store; `undefined` where nobody can know. */
type Expected = {
  readonly apiIds: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  readonly rate: Rate | undefined;
  readonly metadata: KeyRequest['metadata'];
};

const expected = (request: KeyRequest): Expected => {
  const {access, limits, metadata, tags} = request;
  const own: Rate = {limit: limits.rate};
  if (access.kind === 'apis') {
    return {apiIds: access.grants.map(({api}) => api.id), tags, rate: own, metadata};
  }
  const {policies} = access;
  if (policies.some(({unlisted}) => unlisted)) {
    return {apiIds: undefined, tags: undefined, rate: undefined, metadata: []};
  }
  const combination = combinePolicies(policies, request);
  const lost = combination.overwritten.flatMap(each => ('name' in each ? [each.name] : []));
  const isOwnRate = combination.overwritten.every(({kind}) => kind !== 'rate');
  return {
    apiIds: combination.apis.map(({apiId}) => apiId),
    tags: combination.tags,
    rate: isOwnRate ? own : rateOfOne(policies, combination),
    metadata: metadata.filter(({name}) => !lost.includes(name)),
  };
};

/** Only where policies govern all of a single API, every gateway writes its limits on the key as well. */
const rateOfOne = (policies: readonly Policy[], {apis}: Combination): Rate | undefined => {
  const [only, ...more] = apis;
  const isWhole = policies.every(({partitioned, grants}) => !partitioned && grants.length > 0);
  return only !== undefined && more.length === 0 && isWhole ? {limit: only.limits.rate} : undefined;
};

const rateDiffers = ({rate, per}: StoredKey, {limit}: Rate): boolean => {
  if (rate === undefined) return false;
  if (limit === undefined) return rate > 0 && per !== undefined && per > 0;
  return rate !== limit.requests || differs(per, limit.perSeconds);
};

const differs = <T>(stored: T | undefined, asked: T): boolean =>
  stored !== undefined && stored !== asked;

const LATE_SECONDS = 300;

const expiryDiffers = (
  stored: number | undefined,
  sent: number | undefined,
  {expiry}: KeyRequest,
): boolean => {
  if (stored === undefined) return false;
  if (sent === undefined) return stored > 0;
  // A policy's time starts by the clock of a gateway, when that gets the key.
  return expiry.kind === 'byPolicy' ? Math.abs(stored - sent) > LATE_SECONDS : stored !== sent;
};

/** Tyk keeps no order of tags, and each once. */
const sameSet = (left: readonly string[], right: readonly string[]): boolean => {
  const [a, b] = [new Set(left), new Set(right)];
  return a.size === b.size && [...a].every(item => b.has(item));
};

const metadataDifferences = (
  metadata: KeyRequest['metadata'],
  stored: Readonly<Record<string, string>> | undefined,
): readonly string[] =>
  stored === undefined
    ? []
    : metadata
        .filter(({name, value}) => stored[name] !== value)
        .map(({name}) => words.storedMetadata(name));
