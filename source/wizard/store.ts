import type {Effect, Event, Step} from './event.ts';
import type {State} from './state.ts';

export type Store = {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * One state outside React. Each effect is performed exactly once, when the step that asks for it is taken,
 * which is why one confirmation is one POST.
 */
export const createStore = (
  initial: Step,
  update: (state: State, event: Event) => Step,
  perform: (effect: Effect) => void,
): Store => {
  let state = initial.state;
  const listeners = new Set<() => void>();
  const take = (step: Step): void => {
    const changed = step.state !== state;
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (changed) for (const listener of listeners) listener();
  };
  take(initial);
  return {
    state: () => state,
    dispatch: event => {
      take(update(state, event));
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
