import type {Api} from '../../key/api.ts';
import * as words from '../../text/review.ts';

/** What makes this API different from what a person expects of "the key opens it". */
export const remarksOn = (api: Api): readonly string[] => [
  ...(api.authTypes.includes('keyless') ? [words.keyless] : []),
  ...(api.active ? [] : [words.inactive]),
  ...(api.internal ? [words.internalApi] : []),
  ...(api.ignoresRateLimit ? [words.noRateLimit] : []),
  ...(api.ignoresQuota ? [words.noQuota] : []),
  ...(api.sessionLifetime > 0 ? [words.shortLived(api.sessionLifetime)] : []),
];
