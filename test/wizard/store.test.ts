import {describe, expect, it} from 'vitest';
import type {Effect, Event, Step} from '../../source/wizard/event.ts';
import type {State} from '../../source/wizard/state.ts';
import {createStore} from '../../source/wizard/store.ts';
import {update} from '../../source/wizard/update.ts';
import {atWay} from '../helpers/wizard.ts';

const {state: first} = atWay();
const redraw: Effect = {kind: 'redraw'};

const opened = (change: (state: State, event: Event) => Step = update) => {
  const performed: Effect[] = [];
  const heard: State[] = [];
  const store = createStore({state: first, effects: [{kind: 'suspend'}]}, change, effect =>
    performed.push(effect),
  );
  const forget = store.subscribe(() => heard.push(store.state()));
  return {store, performed, heard, forget};
};

describe('the store', () => {
  it('performs the effects of the first step at once, and each one once', () => {
    const {store, performed} = opened(state => ({state, effects: [redraw, redraw]}));
    expect(performed).toEqual([{kind: 'suspend'}]);
    store.dispatch({kind: 'tick', now: 0});
    expect(performed).toEqual([{kind: 'suspend'}, redraw, redraw]);
  });

  it('tells its listeners of a change, and only of a change', () => {
    const {store, heard} = opened();
    store.dispatch({kind: 'tick', now: 1});
    expect(heard).toEqual([]);
    store.dispatch({kind: 'resized', size: {columns: 40, rows: 12}});
    expect(heard.map(state => state.size.columns)).toEqual([40]);
  });

  it('has the new state before an effect is performed', () => {
    const sizes: number[] = [];
    const store = createStore(
      {state: first, effects: []},
      (state, event) =>
        event.kind === 'resized'
          ? {state: {...state, size: event.size}, effects: [redraw]}
          : {state, effects: []},
      () => sizes.push(store.state().size.columns),
    );
    store.dispatch({kind: 'resized', size: {columns: 99, rows: 12}});
    expect(sizes).toEqual([99]);
  });

  it('a listener that left hears no more', () => {
    const {store, heard, forget} = opened();
    forget();
    store.dispatch({kind: 'resized', size: {columns: 40, rows: 12}});
    expect(heard).toEqual([]);
  });
});
