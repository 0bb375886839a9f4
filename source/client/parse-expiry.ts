import type {ExpiryChoice} from '../key/draft.ts';
import {parseDuration} from '../key/duration.ts';
import type {OwnExpiryProblem} from '../key/expiry.ts';
import type {WishedExpiry} from './wish.ts';

/** What the wizard's own field would hold for it, or what is wrong with it as far as the field can't say. */
export const parseExpiry = (expires: WishedExpiry): ExpiryChoice | OwnExpiryProblem | 'missing' => {
  if (expires === 'never') return {kind: 'preset', id: 'never'};
  if (typeof expires !== 'object') return 'missing';
  if ('after' in expires) {
    const text = expires.after.trim();
    if (text === '') return 'empty';
    return parseDuration(text) === undefined ? 'notUnderstood' : {kind: 'own', text};
  }
  if (!Number.isSafeInteger(expires.at)) return 'notUnderstood';
  if (expires.at < 0) return 'inThePast';
  // Milliseconds, most likely: a key that would never end.
  if (expires.at > LAST_SECOND) return 'tooFar';
  return {kind: 'own', text: new Date(expires.at * 1000).toISOString().replace('.000', '')};
};

/** The last second of the year 9999: what a date of the own notation can say. */
const LAST_SECOND = 253_402_300_799;
