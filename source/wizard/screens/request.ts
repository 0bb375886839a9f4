import {pageOf} from '../cursor.ts';
import type {Press} from '../acts.ts';
import type {Step} from '../event.ts';
import {pop, put, step} from '../path.ts';
import type {RequestScreen, State} from '../state.ts';
import {movedIndex} from './filter.ts';

/** The lines of what is shown: the JSON body, or the curl command. */
export const requestLines = ({text, shows}: RequestScreen): readonly string[] =>
  text === undefined ? [] : text[shows].split('\n');

export const pressRequest = (state: State, screen: RequestScreen, {intent}: Press): Step => {
  const top = movedIndex(
    screen.top,
    intent,
    Math.max(1, requestLines(screen).length),
    pageOf(state.size),
  );
  if (top !== undefined) return step(put(state, {...screen, top}));
  if (intent === 'otherForm') {
    return step(put(state, {...screen, shows: screen.shows === 'json' ? 'curl' : 'json', top: 0}));
  }
  return step(intent === 'back' ? pop(state) : state);
};
