import {describe, expect, it} from 'vitest';
import {createdKey} from '../helpers/estate.ts';
import {everyScreen} from '../helpers/screens.ts';
import {atCreated, atCreating, atReview, quietMs, Walk} from '../helpers/wizard.ts';

const posts = (walk: Walk): number => walk.asked('createKey').length;

describe('creating a key', () => {
  it('takes one Enter on a review that was seen', () => {
    const walk = atReview().press('enter');
    expect(posts(walk)).toBe(1);
    expect(walk.screen.kind).toBe('creating');
  });

  it('asks for exactly one key, whatever is pressed after', () => {
    const everything = ['enter', 'enter', 'enter', 'escape', 'tab', 'v', 'q', ' ', 'down', 'up'];
    const walk = atReview()
      .press('enter')
      .press(...everything);
    walk.blind(...everything);
    walk.type('\r\rcreate').paste('\r\r\r');
    expect(posts(walk)).toBe(1);
    expect(walk.screen.kind).toBe('creating');
  });

  it.each([2, 5])('%i Enters in one read are one request', count => {
    const walk = atReview().look();
    walk.blind(...Array.from({length: count}, () => 'enter'));
    expect(posts(walk)).toBe(1);
  });

  it('needs a review that was drawn: type-ahead is told so, and asks for nothing', () => {
    const walk = atReview();
    expect(walk.state.guardedSince).toBeUndefined();
    walk.blind('enter');
    expect(posts(walk)).toBe(0);
    expect(walk.screen.kind).toBe('review');
    expect(walk.state.note).toEqual({kind: 'pressAgain'});
  });

  it('needs some quiet after the review was drawn', () => {
    const walk = atReview().happen({kind: 'drawn', now: 9000});
    walk.now = 9000 + quietMs - 1;
    expect(posts(walk.blind('enter'))).toBe(0);
    walk.now += quietMs;
    expect(posts(walk.blind('enter'))).toBe(1);
  });

  it('is out of reach of a key that is held down', () => {
    const walk = atReview().happen({kind: 'drawn', now: 9000});
    for (walk.now = 9010; walk.now < 20_000; walk.now += 30) walk.blind('enter');
    expect(posts(walk)).toBe(0);
    walk.now += quietMs;
    expect(posts(walk.blind('enter'))).toBe(1);
  });

  it('a drawing after the first one does not move the time from which keys count', () => {
    const walk = atReview().happen({kind: 'drawn', now: 9000}).happen({kind: 'drawn', now: 9900});
    expect(walk.state.guardedSince).toBe(9000);
  });

  it('coming back to the review starts the quiet time anew', () => {
    const walk = atReview().press('v', 'escape');
    expect(walk.screen.kind).toBe('review');
    expect(posts(walk.blind('enter'))).toBe(0);
  });

  it('64 kB that were typed ahead are keys one by one, and take no seconds', () => {
    const walk = new Walk();
    const before = performance.now();
    walk.type(`${'x'.repeat(65_535)}?`);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(walk.state.help).toBe(0);
  });

  it('a pasted newline is text or nothing, never a key', () => {
    const walk = atReview().paste('\r');
    expect(posts(walk)).toBe(0);
    expect(walk.screen.kind).toBe('review');
  });

  it('a key that is no create key leaves the quiet time alone', () => {
    const walk = atReview().happen({kind: 'drawn', now: 9000});
    walk.now = 9000 + quietMs - 1;
    walk.blind('down');
    expect(walk.state.guardedSince).toBe(9000);
  });
});

describe('a window that is too small to show anything', () => {
  const tiny = (walk: Walk): Walk =>
    walk.happen({kind: 'resized', size: {columns: 39, rows: 24}}).look();

  it('creates, reveals and copies nothing', () => {
    expect(posts(tiny(atReview()).press('enter'))).toBe(0);
    const walk = tiny(atCreated()).press('r', 'c', 'u');
    expect(walk.on('created')).toMatchObject({revealed: false, seen: false});
    expect(walk.asked('copyKey')).toEqual([]);
  });

  it('can be left, and works again when it has grown', () => {
    const walk = tiny(atCreated()).press('ctrl+c', 'ctrl+c');
    expect(walk.state.ending).toMatchObject({fate: 'neverShown'});
    const grown = tiny(atReview()).happen({kind: 'resized', size: {columns: 40, rows: 12}});
    expect(posts(grown.press('enter'))).toBe(1);
  });
});

describe('the screen of the key', () => {
  const guarded = ['r', 'c', 'u', 'q'] as const;

  it.each(guarded)('%s does nothing before the screen was drawn', key => {
    const walk = atCreated();
    const before = walk.screen;
    walk.blind(key);
    expect(walk.screen).toEqual(before);
    expect(walk.state.note).toEqual({kind: 'pressAgain'});
    expect(walk.state.ending).toBeUndefined();
    expect(walk.asked('copyKey')).toEqual([]);
  });

  it('hammering at the end of the creation loses no key and copies nothing', () => {
    const walk = atCreating().look();
    const hammer = ['enter', 'q', 'c', 'u', 'escape', 'ctrl+c', 'ctrl+c', 'enter', 'q', 'y'];
    walk.blind(...hammer);
    walk.answer({outcome: 'created', key: createdKey()});
    walk.blind(...hammer, ...hammer);
    expect(walk.state.ending).toBeUndefined();
    expect(walk.asked('exit')).toEqual([]);
    expect(walk.asked('copyKey')).toEqual([]);
    expect(walk.asked('revokeKey')).toEqual([]);
    expect(walk.state.path[0].kind).toBe('created');
  });

  it('many Ctrl+C in one read ask once, and leave nothing', () => {
    const walk = atCreated().look();
    walk.blind('ctrl+c', 'ctrl+c', 'ctrl+c', 'ctrl+c');
    expect(walk.screen.kind).toBe('leave');
    expect(walk.state.ending).toBeUndefined();
    walk.press('ctrl+c');
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'neverShown'});
  });

  it('neither does the help make a way around', () => {
    const walk = atCreated().look();
    walk.blind('ctrl+c', 'f1', 'ctrl+c', 'f1', 'ctrl+c');
    expect(walk.state.ending).toBeUndefined();
  });

  it('Enter typed ahead into the question chooses nothing', () => {
    const walk = everyScreen.leave();
    walk.blind('enter');
    expect(walk.state.note).toEqual({kind: 'pressAgain'});
    expect(walk.screen.kind).toBe('leave');
  });

  it('an answer to "pasted it?" counts only once it was asked', () => {
    const walk = atCreated().press('y');
    expect(walk.on('created').pasted).toBe('notAsked');
  });

  it('a paste is no key there', () => {
    const walk = atCreated().paste('q').paste('r').paste('c');
    expect(walk.on('created').revealed).toBe(false);
    expect(walk.effects.map(effect => effect.kind)).not.toContain('copyKey');
  });
});
