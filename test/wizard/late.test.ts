import {describe, expect, it} from 'vitest';
import type {Problem} from '../../source/key/problem.ts';
import type {ScreenKind} from '../../source/wizard/state.ts';
import {api, createdKey, estate, policy} from '../helpers/estate.ts';
import {everyScreen, refused, screenKinds} from '../helpers/screens.ts';
import {atCreated, atCreating, fillForm, Walk} from '../helpers/wizard.ts';

/* Answers that come when nobody waits for them any more. */

const unreachable: Problem = {kind: 'unreachable', reason: 'refused', detail: 'ECONNREFUSED'};

describe('a list that fails while a key is in the making', () => {
  const early = (): Walk => new Walk().arrive(estate).choose('apis').press('home', 'down', 'enter');

  it('never takes the screen away, even if the rows are gone', () => {
    const walk = fillForm(early()).press('down', 'down', 'down', 'enter', 'enter');
    expect(walk.screen.kind).toBe('creating');
    const bare = {...walk.state, apis: {...walk.state.apis, shelf: new Walk().state.apis.shelf}};
    walk.state = bare;
    walk.end(unreachable);
    expect(walk.screen.kind).toBe('creating');
    expect(walk.answer({outcome: 'created', key: createdKey()}).screen.kind).toBe('created');
  });

  const beyond: readonly ScreenKind[] = [
    ...(['configure', 'expiry', 'never', 'metadata', 'review', 'request'] as const),
    ...(['creating', 'notCreated', 'unknown', 'created', 'leave'] as const),
  ];

  it.each(beyond)('%s stays', kind => {
    const walk = everyScreen[kind]();
    const {screen} = walk;
    expect(walk.end(unreachable).screen).toEqual(screen);
  });
});

describe('rows that come late', () => {
  it.each(screenKinds.filter(kind => kind !== 'connect'))('%s stays the screen', kind => {
    const walk = everyScreen[kind]().arrive([api({name: 'Late'})]);
    walk.happen({kind: 'policiesArrived', chunk: {rows: [policy({name: 'L'})], receivedBytes: 1}});
    walk.happen({kind: 'policiesEnded', problem: undefined}).end();
    expect(walk.screen.kind).toBe(kind);
  });

  it('are found by a list that is not on the screen', () => {
    const walk = everyScreen
      .filter()
      .arrive([api({name: 'Late'})])
      .press('escape');
    expect(walk.on('choose').found.hits).toBe(11);
  });

  it('do not change what counts as drawn', () => {
    const walk = everyScreen.choose().look();
    const since = walk.state.guardedSince;
    expect(walk.arrive([api({name: 'Late'})]).state.guardedSince).toBe(since);
  });
});

describe('results of what was asked for', () => {
  it('a copy that ends after the screen was left changes nothing on the question', () => {
    const walk = atCreated().press('c', 'q');
    const {screen} = walk;
    walk.happen({kind: 'keyCopied', result: 'sentTmux'});
    expect(walk.screen).toEqual(screen);
    expect(walk.press('escape').on('created')).toMatchObject({copied: 'sentTmux'});
  });

  it.each(screenKinds.filter(kind => !['created', 'leave'].includes(kind)))(
    'a copy, a trial and a revocation mean nothing on %s',
    kind => {
      const walk = everyScreen[kind]();
      const {state} = walk;
      walk.happen({kind: 'keyCopied', result: 'sentTmux'});
      walk.happen({kind: 'tried', trials: []});
      walk.happen({kind: 'revokeEnded', answer: {ok: true, value: undefined}});
      expect(walk.state).toEqual(state);
    },
  );

  it.each(screenKinds.filter(kind => kind !== 'creating'))('no key appears on %s', kind => {
    const walk = everyScreen[kind]();
    const {state} = walk;
    expect(walk.answer({outcome: 'created', key: createdKey()}).state).toEqual(state);
  });

  it.each(screenKinds.filter(kind => kind !== 'creating'))('no second passes on %s', kind => {
    const walk = everyScreen[kind]();
    const {state} = walk;
    expect(walk.happen({kind: 'tick', now: 99_999}).state).toEqual(state);
  });

  it('a trial that ends on the question is there on the way back', () => {
    const walk = atCreated().press('q').happen({kind: 'tried', trials: []}).press('escape');
    expect(walk.on('created').trials).toEqual([]);
  });

  it('an answer of a menu that is gone is no answer', () => {
    for (const kind of ['choose', 'configure', 'review', 'creating', 'created'] as const) {
      const walk = everyScreen[kind]();
      const {state} = walk;
      walk.happen({kind: 'chose', value: 'leave', wall: 0});
      expect(walk.state).toEqual({...state, note: undefined});
      expect(walk.state.ending).toBeUndefined();
    }
  });

  it('an answer that no menu has is the harmless one', () => {
    expect(
      everyScreen.leave().happen({kind: 'chose', value: 'nonsense', wall: 0}).screen.kind,
    ).toBe('created');
  });
});

describe('the window', () => {
  it('changes its size on any screen and nothing else', () => {
    for (const kind of screenKinds) {
      const walk = everyScreen[kind]().look();
      const {state} = walk;
      walk.happen({kind: 'resized', size: {columns: 1, rows: 1}});
      expect(walk.state).toEqual({...state, size: {columns: 1, rows: 1}});
    }
  });
});

describe('an end', () => {
  it('of the creation with a problem keeps what was chosen', () => {
    const walk = atCreating().answer({outcome: 'notCreated', problem: refused});
    expect(walk.state.draft.alias).toBe('orders team');
  });
});
