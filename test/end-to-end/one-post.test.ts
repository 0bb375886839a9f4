import {setTimeout as pass} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {bracketedPaste, keyBytes} from '../helpers/key-bytes.ts';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {frontForTest, held, passOn, postsAmong, type Front} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

const enter = keyBytes('enter');

/* A keyboard repeats a key that is held some thirty times a second. */
const holds = async (walk: Walk, keys: readonly string[], times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    walk.press(keys[time % keys.length] ?? '');
    await pass(30);
  }
};

describe('Enter on the review', () => {
  it.each([2, 5])('creates once when it comes %i times in one write', async times => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    await walk.hasRead();
    walk.write(enter.repeat(times));
    await walk.arrives('created');
    expect(postsAmong(practice.requests())).toBe(1);
    expect(practice.keys()).toHaveLength(1);
  });

  it('creates nothing when it was pressed before the review was there', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toForm();
    await walk.alias('ci');
    await walk.expires('1 week');
    await walk.pointsTo(rows.review);
    walk.write(enter.repeat(4));
    await walk.sees(says.pressAgain);
    expect(walk.isOn('review')).toBe(true);
    walk.write(bracketedPaste('yes\r\r'));
    walk.write('\r\n\r\n');
    await walk.hasRead();
    expect(walk.isOn('review')).toBe(true);
    expect(postsAmong(practice.requests())).toBe(0);
    await walk.create();
    expect(postsAmong(practice.requests())).toBe(1);
  });

  it.each([
    ['closes the help above it and is held', 'f1', 'help'],
    ['leaves the request and is held', 'v', 'request'],
  ] as const)('creates nothing when it %s', async (_, key, page) => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    walk.press(key);
    await walk.arrives(page);
    await walk.hasRead();
    walk.write(enter.repeat(2));
    await holds(walk, ['enter'], 15);
    await walk.sees(says.pressAgain);
    expect(walk.isOn('review')).toBe(true);
    expect(postsAmong(practice.requests())).toBe(0);
  });

  it('creates nothing when it was typed behind Ctrl+Z', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    await walk.hasRead();
    walk.write(`${keyBytes('ctrl+z')}${enter.repeat(3)}`);
    await walk.sees(says.pressAgain);
    await walk.hasRead();
    expect(walk.isOn('review')).toBe(true);
    expect(postsAmong(practice.requests())).toBe(0);
  });

  it('creates nothing in a window that is too small to show the review', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    walk.resize(30, 8);
    await walk.arrives('tooSmall');
    await walk.hasRead();
    walk.press('enter');
    await walk.hasRead();
    walk.resize(80, 24);
    await walk.arrives('review');
    expect(postsAmong(practice.requests())).toBe(0);
  });

  it('creates nothing while it is held from the form on', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toForm();
    await walk.alias('ci');
    await walk.expires('1 week');
    await walk.pointsTo(rows.review);
    await holds(walk, ['enter'], 30);
    await walk.sees(says.pressAgain);
    await walk.hasRead();
    expect(walk.isOn('review')).toBe(true);
    expect(postsAmong(practice.requests())).toBe(0);
    await walk.create();
    expect(postsAmong(practice.requests())).toBe(1);
  });
});

describe('keys while a key is made', () => {
  const begun = async (): Promise<{
    walk: Walk;
    front: Front;
    release: () => void;
    key: () => string;
  }> => {
    const practice = await practiceForTest();
    const post = held(passOn(practice));
    const front = await frontForTest(practice, {'POST /api/keys': post.answer});
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('creating'));
    await post.arrived;
    return {walk, front, release: post.release, key: () => practice.keys()[0]?.key ?? ''};
  };

  const copied = (walk: Walk): boolean => walk.bytes().includes('\x1b]52');
  const all = ['c', 'q', 'enter', 'u', 'y', 'escape', 'r', 't'];

  it('neither lose nor copy nor show nor revoke it when they were typed ahead', async () => {
    const {walk, front, release, key} = await begun();
    walk.write('cyqqurt' + enter.repeat(3));
    walk.write(bracketedPaste('cqu\r'));
    release();
    await walk.arrives('created');
    await walk.hasRead();
    expect(walk.isOn('created')).toBe(true);
    expect(holdsSecret(walk.bytes().toString(), key())).toBe(false);
    expect(copied(walk)).toBe(false);
    expect(await walk.reveal()).toBe(key());
    expect(front.received.filter(({method}) => method === 'DELETE')).toEqual([]);
    expect(front.posts()).toBe(1);
  });

  it('do nothing to it when they are hammered while it comes', async () => {
    const {walk, front, release, key} = await begun();
    const hammering = holds(walk, all, 40);
    release();
    await hammering;
    await walk.hasRead();
    expect(walk.isOn('created')).toBe(true);
    expect(holdsSecret(walk.bytes().toString(), key())).toBe(false);
    expect(copied(walk)).toBe(false);
    expect(await walk.reveal()).toBe(key());
    expect(front.received.filter(({method}) => method === 'DELETE')).toEqual([]);
    expect(front.posts()).toBe(1);
  });
});
