import {setTimeout as pass} from 'node:timers/promises';
import type {Walk} from '../../helpers/walk.ts';

/** Presses the keys in turn as fast as a keyboard repeats one that is held: some thirty times a second. */
export const holds = async (walk: Walk, keys: readonly string[], times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    walk.press(keys[time % keys.length] ?? '');
    await pass(30);
  }
};
