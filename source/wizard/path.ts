import type {Effect, Step} from './event.ts';
import type {Screen, State} from './state.ts';

/** The screen that is shown. */
export const present = (state: State): Screen => {
  const top = state.path.at(-1);
  return top ?? state.path[0];
};

/** A step without an effect unless some are named. */
export const step = (state: State, ...effects: readonly Effect[]): Step => ({state, effects});

/** Another screen comes on top; going back returns to the one that was there. */
export const push = (state: State, screen: Screen): State => moved(state, [...state.path, screen]);

/** The present screen goes; the first one stays where it is. */
export const pop = (state: State): State =>
  state.path.length === 1 ? state : moved(state, state.path.slice(0, -1));

/** The present screen changes without being left: what was drawn of it still counts as drawn. */
export const put = (state: State, screen: Screen): State => ({
  ...state,
  path: nonEmptyPath([...state.path.slice(0, -1), screen], screen),
});

/** The present screen gives way to another one. */
export const exchange = (state: State, screen: Screen): State =>
  moved(state, [...state.path.slice(0, -1), screen]);

/** Back to the last screen of a kind, if the way here led over one. */
export const popTo = (state: State, kind: Screen['kind']): State | undefined => {
  const index = state.path.findLastIndex(screen => screen.kind === kind);
  return index === -1 ? undefined : moved(state, state.path.slice(0, index + 1));
};

/** A new beginning: nothing to go back to. */
export const startAt = (state: State, screen: Screen): State => moved(state, [screen]);

const moved = (state: State, screens: readonly Screen[]): State => ({
  ...state,
  path: nonEmptyPath(screens, state.path[0]),
  help: undefined,
  note: undefined,
  guardedSince: undefined,
});

const nonEmptyPath = (screens: readonly Screen[], otherwise: Screen): State['path'] => {
  const [first, ...rest] = screens;
  return first === undefined ? [otherwise] : [first, ...rest];
};
