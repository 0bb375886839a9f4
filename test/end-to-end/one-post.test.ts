import {describe, expect, it} from 'vitest';
import {bracketedPaste, keyBytes} from '../helpers/key-bytes.ts';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {postsAmong} from './support/front.ts';
import {holds} from './support/holds.ts';
import {practiceForTest} from './support/practice.ts';

const enter = keyBytes('enter');

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
