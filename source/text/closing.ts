import {formatInstant} from '../key/calendar.ts';
import type {Ending} from '../wizard/state.ts';
import {fates} from './created.ts';

/** The one line on the normal screen afterwards. The key is not in it. */
export const closingWords = (ending: Ending): string => {
  switch (ending.kind) {
    case 'cancelled':
      return 'Cancelled. No key was created.';
    case 'notAuthorised':
      return 'Not authorised. No key was created.';
    case 'notCreated':
      return 'No key was created.';
    case 'unknown': {
      const end =
        ending.sentExpires === undefined
          ? 'never ends'
          : `ends ${formatInstant(ending.sentExpires)}`;
      return `Outcome unknown: a key "${ending.alias}" may exist, sent ${formatInstant(Math.floor(ending.sentAt / 1000))}; it ${end}. It was not created a second time.`;
    }
    case 'created': {
      const {alias, hash, expires, fate} = ending;
      const end =
        expires === undefined || expires <= 0
          ? 'never expires'
          : `expires ${formatInstant(expires)}`;
      const named = hash === undefined ? '' : `, hash ${hash}`;
      return `Key "${alias}" ${fates[fate]}${named}, ${end}.`;
    }
  }
};
