import type {Event, Step} from './event.ts';
import type {Intent} from './keymap.ts';
import {step} from './path.ts';
import type {State} from './state.ts';

export type Press = Extract<Event, {kind: 'press'}>;

/** What a screen does for each intent of its rows in the keymap; no other intent reaches it. */
export type Acts = {readonly [intent in Intent]?: () => Step};

/** What the screen does for an intent; nothing for one that it does not name. */
export const acted = (state: State, intent: Intent, acts: Acts): Step =>
  acts[intent]?.() ?? step(state);

/** Intents that move a cursor over rows. */
export type Move = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

const moves: readonly Intent[] = [
  'up',
  'down',
  'pageUp',
  'pageDown',
  'first',
  'last',
] satisfies readonly Move[];

export const isMove = (intent: Intent): intent is Move => moves.includes(intent);
