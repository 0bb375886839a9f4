import {describe, expect, it} from 'vitest';
import {bracketedPaste, keyBytes} from '../helpers/key-bytes.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {frontForTest, held, passOn, type Front} from './support/front.ts';
import {holds} from './support/holds.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

const enter = keyBytes('enter');

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
