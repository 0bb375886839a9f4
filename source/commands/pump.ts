import type {Event, KeyPress} from '../wizard/event.ts';
import {firstKey, route} from '../wizard/route.ts';
import type {State} from '../wizard/state.ts';

export type PumpWorld = {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** Hands one key to the widget that is on the screen. */
  readonly feed: (sequence: string) => void;
  /** Runs a task when the widget has taken its key and the screen that follows is there. */
  readonly afterWidget: (task: () => void) => void;
  readonly wall: () => number;
  readonly quietMs: number;
};

/**
 * Takes keys in order, each against the screen as it is when its turn comes. Keys for the store go through
 * in one turn, with one frame after them; after a key for a widget the rest waits.
 */
export const createPump = (world: PumpWorld): ((keys: readonly KeyPress[]) => void) => {
  const waiting: KeyPress[] = [];
  let isHeld = false;

  const pump = (): void => {
    isHeld = false;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const state = world.state();
      if (state.ending !== undefined) return;
      const [key, rest] = firstKey(state, next);
      if (rest !== undefined) waiting.unshift(rest);
      const routed = route(state, key, world.wall(), world);
      if (routed.to === 'store') world.dispatch(routed.event);
      if (routed.to === 'widget') {
        isHeld = true;
        world.feed(key.sequence);
        world.afterWidget(pump);
        return;
      }
    }
  };

  return keys => {
    waiting.push(...keys);
    if (!isHeld) pump();
  };
};
