import {describe, expect, it} from 'vitest';
import type {Creation} from '../../source/key/backend.ts';
import {patience} from '../../source/wizard/screens/outcome.ts';
import type {CopyResult} from '../../source/wizard/state.ts';
import {createdKey, keyText} from '../helpers/estate.ts';
import {everyScreen, refused} from '../helpers/screens.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atCreated, atCreating, atReview, atWay, monday} from '../helpers/wizard.ts';

const unknown: Creation = {
  outcome: 'unknown',
  problem: {kind: 'cut', detail: 'ECONNRESET'},
  sentAt: monday,
  tookMs: 1500,
  sentExpires: 1_796_652_000,
};

const tick = (walk: Walk, now: number): Walk => walk.happen({kind: 'tick', now});

describe('while the request runs', () => {
  it('the seconds are counted from the key press', () => {
    const walk = atCreating();
    const {since} = walk.on('creating');
    expect(tick(walk, since + 3000).on('creating')).toMatchObject({since, now: since + 3000});
  });

  it('the first Ctrl+C waits for the answer, the second one gives up', () => {
    const walk = atCreating().press('ctrl+c');
    expect(walk.on('creating').leavingAt).toBeDefined();
    expect(walk.asked('abandonCreation')).toEqual([]);
    walk.press('ctrl+c');
    expect(walk.asked('abandonCreation')).toHaveLength(1);
    expect(walk.screen.kind).toBe('creating');
    expect(walk.state.ending).toBeUndefined();
  });

  it('waiting ends by itself', () => {
    const walk = atCreating().press('ctrl+c');
    const at = walk.on('creating').leavingAt ?? 0;
    expect(at - walk.on('creating').now).toBe(patience);
    expect(tick(walk, at - 1).asked('abandonCreation')).toEqual([]);
    expect(tick(walk, at).asked('abandonCreation')).toHaveLength(1);
  });

  it('Ctrl+C below the help is no way to leave with "no key was created"', () => {
    const walk = atCreating().press('f1', 'ctrl+c');
    expect(walk.state.ending).toBeUndefined();
    expect(walk.state.help).toBeUndefined();
    expect(walk.on('creating').leavingAt).toBeDefined();
    walk.press('f1', 'ctrl+c');
    expect(walk.asked('abandonCreation')).toHaveLength(1);
    expect(walk.state.ending).toBeUndefined();
  });

  it('a key that was made is shown, also to somebody who wanted to leave or reads the help', () => {
    const leaver = atCreating().press('ctrl+c').answer({outcome: 'created', key: createdKey()});
    expect(leaver.screen.kind).toBe('created');
    const reader = atCreating().press('f1').answer({outcome: 'created', key: createdKey()});
    expect([reader.screen.kind, reader.state.help]).toEqual(['created', undefined]);
  });

  it('a second answer changes nothing', () => {
    const walk = atCreated();
    const {state} = walk;
    expect(walk.answer({outcome: 'notCreated', problem: refused}).state).toEqual(state);
  });
});

describe('not created', () => {
  const at = (): Walk => everyScreen.notCreated();

  it.each([
    ['review', 'review'],
    ['configure', 'configure'],
    ['access', 'choose'],
  ])('%s leads to %s with everything kept', (value, kind) => {
    const walk = at().choose(value);
    expect(walk.screen.kind).toBe(kind);
    expect(walk.state.draft).toMatchObject({alias: 'orders team', grants: [{}]});
  });

  it('a second try is a second request, and only then', () => {
    const walk = at().choose('review');
    expect(walk.asked('createKey')).toHaveLength(1);
    walk.press('enter');
    expect(walk.asked('createKey')).toHaveLength(2);
  });

  it('leaving says that no key was created', () => {
    const walk = at().choose('leave');
    expect(walk.state.ending).toEqual({kind: 'notCreated'});
    expect(walk.asked('exit')).toHaveLength(1);
    expect(at().press('ctrl+c').state.ending).toEqual({kind: 'notCreated'});
  });
});

describe('unknown', () => {
  const at = (): Walk => atCreating().answer(unknown);

  it('keeps what is known about the request', () => {
    expect(at().on('unknown')).toMatchObject({
      sentAt: monday,
      tookMs: 1500,
      sentExpires: 1_796_652_000,
      request: {alias: 'orders team'},
    });
  });

  it('never repeats the request by itself', () => {
    const walk = tick(at(), 99_999).press('f1', 'escape');
    expect(walk.asked('createKey')).toHaveLength(1);
  });

  it('is remembered on the way back, and is what the program ends with', () => {
    const walk = at().choose('review');
    expect(walk.state.unknownBefore).toMatchObject({sentAt: monday});
    expect(walk.press('ctrl+c').state.ending).toMatchObject({
      kind: 'unknown',
      alias: 'orders team',
      sentAt: monday,
    });
  });

  it('a later "not created" does not undo it', () => {
    const walk = at().choose('review').press('enter');
    walk.answer({outcome: 'notCreated', problem: refused}).choose('leave');
    expect(walk.state.ending).toMatchObject({kind: 'unknown', sentAt: monday});
  });

  it('a later key counts as created', () => {
    const walk = at().choose('review').press('enter');
    walk.answer({outcome: 'created', key: createdKey()}).press('r', 'q');
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'seen'});
  });
});

describe('created', () => {
  it('is masked until it is revealed, and can be masked again', () => {
    const walk = atCreated();
    expect(walk.on('created').revealed).toBe(false);
    expect(walk.press('r').on('created')).toMatchObject({revealed: true, seen: true});
    expect(walk.press('r').on('created')).toMatchObject({revealed: false, seen: true});
  });

  it('forgets the draft: a key is made of it once', () => {
    const walk = atCreated();
    expect(walk.state.draft).toMatchObject({alias: '', grants: []});
    expect(walk.state.path).toHaveLength(1);
  });

  it('Esc leaves neither it nor shows it', () => {
    const walk = atCreated();
    const {screen} = walk;
    expect(walk.press('escape', 'enter', 'tab', 'shift+tab').screen).toEqual(screen);
  });

  it('copies the key that was made', () => {
    const [effect] = atCreated().press('c').asked('copyKey');
    expect(effect?.secret.reveal()).toBe(keyText);
  });

  const results: readonly (readonly [CopyResult, 'asking' | 'notAsked'])[] = [
    ['sentTmux', 'asking'],
    ['sentScreen', 'asking'],
    ['sentTerminal', 'asking'],
    ['commandDone', 'asking'],
    ['failed', 'notAsked'],
    ['none', 'notAsked'],
  ];

  it.each(results)('after a copy that ended with %s the paste is %s', (result, pasted) => {
    const walk = atCreated().press('c').happen({kind: 'keyCopied', result});
    expect(walk.on('created')).toMatchObject({copied: result, pasted});
  });

  it('"pasted it: no" asks again after the next copy', () => {
    const walk = atCreated().press('c').happen({kind: 'keyCopied', result: 'sentTmux'}).press('n');
    expect(walk.on('created').pasted).toBe('notAsked');
    walk.press('c').happen({kind: 'keyCopied', result: 'sentTmux'});
    expect(walk.on('created').pasted).toBe('asking');
  });

  it('tries the key only in practice, on an API of its own and on another', () => {
    expect(atCreated().press('t').asked('tryKey')).toEqual([]);
    const walk = atWay({practice: true}).choose('apis').press('home', 'enter');
    expect(walk.screen.kind).toBe('configure');
    const {name} = walk.state.draft.grants[0]?.api ?? {};
    walk
      .type('practice')
      .press('enter', 'enter')
      .choose('1h')
      .press('enter', 'down', 'down', 'enter');
    walk.press('enter').answer({outcome: 'created', key: createdKey()}).press('t');
    const [effect] = walk.asked('tryKey');
    expect(effect?.calls.map(call => [call.api.name, call.shouldOpen])).toEqual([
      [name, true],
      [expect.not.stringMatching(`^${name ?? ''}$`), false],
    ]);
    expect(walk.on('created').trials).toBe('running');
  });
});

describe('leaving the key', () => {
  it('asks when nobody has seen it', () => {
    expect(atCreated().press('q').screen.kind).toBe('leave');
  });

  it('does not ask when it was revealed', () => {
    const walk = atCreated().press('r', 'r', 'q');
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'seen', hash: 'a7c1f0e2'});
    expect(walk.asked('exit')).toHaveLength(1);
  });

  it('a copy alone is no proof; a paste that was confirmed is', () => {
    const copied = atCreated().press('c').happen({kind: 'keyCopied', result: 'sentTmux'});
    expect(copied.press('q').screen.kind).toBe('leave');
    const pasted = atCreated().press('c').happen({kind: 'keyCopied', result: 'sentTmux'});
    expect(pasted.press('y', 'q').state.ending).toMatchObject({kind: 'created', fate: 'sent'});
  });

  it.each(['back', 'escape'])('%s returns to the key', how => {
    const walk = everyScreen.leave();
    if (how === 'back') walk.choose('back');
    else walk.press('escape');
    expect(walk.on('created').key.secret.reveal()).toBe(keyText);
  });

  it('alive means alive: nothing is revoked', () => {
    const walk = everyScreen.leave().choose('leave');
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'neverShown'});
    expect(walk.asked('revokeKey')).toEqual([]);
  });

  it('a copy that was sent is said at the end', () => {
    const walk = atCreated().press('c').happen({kind: 'keyCopied', result: 'sentTerminal'});
    expect(walk.press('q').choose('leave').state.ending).toMatchObject({fate: 'sent'});
    const failed = atCreated().press('c').happen({kind: 'keyCopied', result: 'failed'});
    expect(failed.press('q').choose('leave').state.ending).toMatchObject({fate: 'neverShown'});
  });

  it('revoked is claimed only when the server says so', () => {
    const walk = everyScreen.leave().choose('revoke');
    expect(walk.asked('revokeKey').map(effect => effect.secret.reveal())).toEqual([keyText]);
    expect(walk.state.ending).toBeUndefined();
    walk.happen({kind: 'revokeEnded', answer: {ok: false, problem: refused}});
    expect(walk.state.ending).toBeUndefined();
    expect(walk.on('leave')).toMatchObject({revoking: false, problem: refused});
    walk.choose('revoke').happen({kind: 'revokeEnded', answer: {ok: true, value: undefined}});
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'revoked'});
    expect(walk.asked('exit')).toHaveLength(1);
  });

  it('while it is being revoked nobody goes back to a key that may be dead', () => {
    const walk = everyScreen.leave().choose('revoke');
    walk.press('escape', 'shift+tab', 'enter', 'down');
    expect(walk.on('leave').revoking).toBe(true);
    expect(walk.asked('revokeKey')).toHaveLength(1);
    expect(walk.says.hints.map(hint => hint.key)).toEqual(['F1']);
  });

  it('u goes to the question as well: nothing is revoked by one key', () => {
    const walk = atCreated().press('u');
    expect(walk.screen.kind).toBe('leave');
    expect(walk.asked('revokeKey')).toEqual([]);
  });

  it('Ctrl+C hides the key and asks', () => {
    const walk = atCreated().press('r', 'ctrl+c');
    expect(walk.screen.kind).toBe('leave');
    expect(walk.choose('back').on('created')).toMatchObject({revealed: false, seen: true});
  });

  it('the end names what the server stored as the expiry', () => {
    const walk = atCreated({stored: {expires: 0}}).press('r', 'q');
    expect(walk.state.ending).toMatchObject({expires: 0});
    expect(atCreated().press('r', 'q').state.ending).toMatchObject({expires: 1_796_652_000});
  });
});

describe('cancelling before a key is asked for', () => {
  it.each(['way', 'choose', 'configure', 'metadata', 'review', 'request'] as const)(
    'Ctrl+C on %s ends at once: certainly no key',
    kind => {
      const walk = everyScreen[kind]().press('ctrl+c');
      expect(walk.state.ending).toEqual({kind: 'cancelled'});
      expect(walk.asked('exit')).toHaveLength(1);
      expect(walk.asked('createKey')).toEqual([]);
    },
  );

  it('the review can be reached again after a cancelled help', () => {
    expect(atReview().press('f1', 'down', 'up', 'pageDown', 'q').screen.kind).toBe('review');
  });
});
