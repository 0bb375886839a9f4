import type {Expiry} from '../key/expiry.ts';
import {expiryInstant, expiryPresets, parseOwnExpiry} from '../key/expiry.ts';
import type {Draft} from '../key/draft.ts';
import {expiryByPolicy} from '../key/parse-draft.ts';
import {minuteWords} from '../text/when.ts';
import type {State} from '../wizard/state.ts';
import type {Place} from './place.ts';

/** Unix milliseconds by the server's clock, as far as it is known. */
const serverNow = (state: State, place: Place): number => place.now + (state.skewMs ?? 0);

/** `Mon 30 Nov 2026 14:02 UTC (15:02 CET)` if the key were created now; `undefined` for never. */
export const endWords = (expiry: Expiry, state: State, place: Place): string | undefined => {
  const end = expiryInstant(expiry, serverNow(state, place));
  return end === undefined ? undefined : minuteWords(end, place.zoneAt(end));
};

/** The expiry that is chosen in a draft, if it is understood. */
export const chosenExpiry = (draft: Draft, place: Place): Expiry | undefined => {
  const {expires} = draft;
  const byPolicy = expiryByPolicy(draft);
  if (byPolicy !== undefined) return byPolicy;
  switch (expires.kind) {
    case 'unset':
      return undefined;
    case 'preset':
      return expiryPresets.find(row => row.id === expires.id)?.expiry;
    case 'own': {
      const own = parseOwnExpiry(expires.text, place.now);
      return own.ok ? own.expiry : undefined;
    }
  }
};
