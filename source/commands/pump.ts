import type {Event, KeyPress} from '../wizard/event.ts';
import {firstKey, route} from '../wizard/route.ts';
import type {State} from '../wizard/state.ts';

export type PumpWorld = {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** Hands one key to the widget that is on the screen; `false` where none listens. */
  readonly feed: (sequence: string) => boolean;
  /** Runs a task when the widget has taken its key and the screen that follows is there. */
  readonly afterWidget: (task: () => void) => void;
  readonly wall: () => number;
  readonly quietMs: number;
};

/** Turns that a key waits for its menu to appear. */
const patience = 3;

/**
 * Takes keys in order, each against the screen as it is when its turn comes. Keys for the store go through
 * in one turn, with one frame after them; after a key for a widget the rest waits.
 */
export const createPump = (world: PumpWorld): ((keys: readonly KeyPress[]) => void) => {
  const waiting: KeyPress[] = [];
  let isHeld = false;
  let turnsWaited = 0;

  const waitTurn = (): void => {
    isHeld = true;
    world.afterWidget(pump);
  };

  /** A menu that is not there yet gets its key a turn later; one that never comes (no room) does not. */
  const fed = (key: KeyPress, isChanged: boolean): void => {
    const isTaken = !isChanged && world.feed(key.sequence);
    const isGivenUp = !isTaken && turnsWaited >= patience;
    turnsWaited = isTaken || isGivenUp ? 0 : turnsWaited + 1;
    if (!isTaken && !isGivenUp) waiting.unshift(key);
    waitTurn();
  };

  const pump = (): void => {
    isHeld = false;
    // Whether the screen may have changed since React last made one: its widget is not there yet.
    let isChanged = false;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const state = world.state();
      if (state.ending !== undefined) return;
      const [key, rest] = firstKey(state, next);
      if (rest !== undefined) waiting.unshift(rest);
      const routed = route(state, key, world.wall(), world);
      if (routed.to === 'store') {
        world.dispatch(routed.event);
        isChanged = true;
      }
      if (routed.to === 'widget') {
        fed(key, isChanged);
        return;
      }
    }
  };

  return keys => {
    waiting.push(...keys);
    if (!isHeld) pump();
  };
};
