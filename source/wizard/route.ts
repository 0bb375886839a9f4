import type {Event, KeyPress} from './event.ts';
import {bindingsNow, takesText} from './keymap.ts';
import type {Binding} from './keymap.ts';
import {isTooSmall} from './size.ts';
import type {State} from './state.ts';

/** Where one key goes: to the store, to the widget that the screen shows, or nowhere. Never two of these. */
export type Routed =
  {readonly to: 'store'; readonly event: Event} | {readonly to: 'widget'} | {readonly to: 'nobody'};

/** Milliseconds of quiet that a guarded key needs after its screen was drawn, or after a refused one. */
export type Guard = {readonly quietMs: number};

/**
 * Routes one key against the screen as it is now. Type-ahead, a paste without brackets and a key that is
 * held down never reach a guarded row: each refused press starts the quiet time anew.
 */
export const route = (state: State, key: KeyPress, wall: number, guard: Guard): Routed => {
  const binding = bindingsNow(state).find(row => row.keys.includes(key.name));
  if (binding === undefined) return {to: 'nobody'};
  if (isUnseen(state, binding) || isTooEarly(state, binding, key, guard)) {
    return {to: 'store', event: {kind: 'tooEarly', at: key.readAt}};
  }
  if (binding.intent === 'widget') return {to: 'widget'};
  return {to: 'store', event: {kind: 'press', intent: binding.intent, key, wall}};
};

/** In a window that shows nothing of the screen; Ctrl+C still leads out of it. */
const isUnseen = (state: State, binding: Binding): boolean =>
  binding.guarded === true && binding.intent !== 'cancel' && isTooSmall(state.size);

const isTooEarly = (state: State, binding: Binding, key: KeyPress, guard: Guard): boolean =>
  binding.guarded === true &&
  (state.guardedSince === undefined || key.readAt < state.guardedSince + guard.quietMs);

/**
 * The first key of what was read, and the rest: a run of text is one key where text is typed, and one key
 * for each character elsewhere (a paste is never taken apart: it does not act as keys).
 */
export const firstKey = (
  state: State,
  key: KeyPress,
): readonly [KeyPress, KeyPress | undefined] => {
  if (key.name !== 'text' || takesText(state)) return [key, undefined];
  const [first = ''] = key.text;
  // Cut, not put together anew: 64 kB without brackets are as many keys, each with a rest of its own.
  const rest = key.text.slice(first.length);
  return [
    {...key, name: first, text: first, sequence: first},
    rest === '' ? undefined : {...key, text: rest, sequence: rest},
  ];
};
