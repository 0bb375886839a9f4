import {utc} from '../key/calendar.ts';
import type {CreatedKey} from '../key/backend.ts';
import type {KeyRequest} from '../key/request.ts';
import * as words from '../text/differences.ts';

/**
 * What the server stored otherwise than it was asked, in words. A member that the server did not name is no
 * difference: newer ones leave out what is zero. With a policy, what the policy governs is expected to differ.
 */
export const differences = (
  request: KeyRequest,
  {stored, sentExpires}: CreatedKey,
): readonly string[] => {
  const {access, limits} = request;
  const byPolicy = access.kind === 'policy';
  const rateIsOurs =
    !byPolicy || !(access.policy.governs.rateLimit || access.policy.governs.perApi);
  const sentRate = limits.rate ?? {requests: -1, perSeconds: 0};
  const found: readonly (string | false)[] = [
    differs(stored.alias, request.alias) && words.storedAlias(stored.alias ?? ''),
    expiryDiffers(stored.expires, sentExpires, request) &&
      words.storedExpires(stored.expires ?? 0, utc),
    stored.disabled === true && words.storedDisabled,
    differs(stored.detailedLogging, request.detailedLogging) &&
      words.storedLogging(stored.detailedLogging ?? false),
    rateIsOurs &&
      stored.rate !== undefined &&
      (stored.rate !== sentRate.requests || differs(stored.per, sentRate.perSeconds)) &&
      words.storedRate(stored.rate ?? 0, stored.per ?? 0),
    !byPolicy &&
      stored.tags !== undefined &&
      !sameSet(stored.tags, request.tags) &&
      words.storedTags(stored.tags),
    access.kind === 'apis' &&
      stored.apiIds !== undefined &&
      !sameSet(
        stored.apiIds,
        access.grants.map(({api}) => api.id),
      ) &&
      words.storedApis(stored.apiIds.length),
    ...metadataDifferences(request, stored.metadata),
  ];
  return found.filter(line => line !== false);
};

const differs = <T>(stored: T | undefined, asked: T): boolean =>
  stored !== undefined && stored !== asked;

const expiryDiffers = (
  stored: number | undefined,
  sent: number | undefined,
  {expiry}: KeyRequest,
): boolean => {
  if (stored === undefined || expiry.kind === 'byPolicy') return false;
  return sent === undefined ? stored > 0 : stored !== sent;
};

/** Tyk keeps no order of tags, and each once. */
const sameSet = (left: readonly string[], right: readonly string[]): boolean => {
  const [a, b] = [new Set(left), new Set(right)];
  return a.size === b.size && [...a].every(item => b.has(item));
};

const metadataDifferences = (
  {access, metadata}: KeyRequest,
  stored: Readonly<Record<string, string>> | undefined,
): readonly string[] => {
  if (stored === undefined) return [];
  const governed = access.kind === 'policy' ? access.policy.metadataNames : [];
  return metadata
    .filter(({name, value}) => !governed.includes(name) && stored[name] !== value)
    .map(({name}) => words.storedMetadata(name));
};
