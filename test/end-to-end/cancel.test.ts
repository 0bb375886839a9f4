import {describe, expect, it} from 'vitest';
import {untouchedModes} from '../helpers/emulator.ts';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {frontForTest, held, passOn} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';
import {beforeCreation, created, notCreated, revealed, stopAt, unknown} from './support/stops.ts';

const inThirds = [0, 1, 2].map(third => {
  const stops = beforeCreation.filter((_, at) => at % 3 === third);
  return {stops, names: stops.map(({screen}) => screen).join(', ')};
});

describe('Ctrl+C', () => {
  it.each(inThirds)('leaves with 130 on $names', async ({stops}) => {
    const ends = stops.map(async stop => {
      const {walk, front} = await stopAt(stop);
      await walk.decides('ctrl+c', () => walk.reads().includes(says.cancelled));
      expect(await walk.exit).toEqual({code: 130, signal: null});
      expect(walk.modes()).toEqual(untouchedModes);
      expect(front.posts()).toBe(0);
    });
    await Promise.all(ends);
  });

  it('leaves with 1 after a refusal, and with 3 when nobody knows', async () => {
    const refused = await stopAt(notCreated);
    refused.walk.press('ctrl+c');
    expect(await refused.walk.exit).toEqual({code: 1, signal: null});
    expect(refused.walk.reads()).toContain(says.notCreated);
    const unclear = await stopAt(unknown);
    unclear.walk.press('ctrl+c');
    expect(await unclear.walk.exit).toEqual({code: 3, signal: null});
    expect(unclear.walk.reads()).toContain(says.outcomeUnknown);
  });

  it('asks while a key is alive that nobody has, and a second one leaves with 0', async () => {
    const {walk, practice} = await stopAt(created);
    walk.press('ctrl+c');
    await walk.arrives('leave');
    expect(walk.isAt(rows.backToKey)).toBe(true);
    walk.write('\x03\x03\x03');
    await walk.hasRead();
    expect(walk.isOn('leave')).toBe(true);
    await walk.decides('ctrl+c', () => !walk.isOn('leave'));
    expect(await walk.exit).toEqual({code: 0, signal: null});
    expect(walk.reads()).toContain(says.keyNeverShown);
    expect(practice.keys()).toHaveLength(1);
  });

  it('asks on a revealed key too, and covers it', async () => {
    const {walk, practice} = await stopAt(revealed);
    walk.press('ctrl+c');
    await walk.arrives('leave');
    expect(holdsSecret(walk.text(), practice.keys()[0]?.key ?? '')).toBe(false);
    walk.press('escape');
    await walk.arrives('created');
    await walk.sees(says.hidden);
  });
});

describe('Ctrl+C while the key is made', () => {
  const begun = async () => {
    const practice = await practiceForTest();
    const post = held(passOn(practice));
    const front = await frontForTest(practice, {'POST /api/keys': post.answer});
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('creating'));
    await post.arrived;
    walk.press('ctrl+c');
    await walk.sees(says.waitingToLeave);
    return {walk, front, post, practice};
  };

  it('waits for the answer first, and shows the key that comes', async () => {
    const {walk, front, post, practice} = await begun();
    post.release();
    await walk.arrives('created');
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
    expect(front.posts()).toBe(1);
  });

  it('a second time gives up, and says that a key may exist', async () => {
    const {walk, front} = await begun();
    await walk.decides('ctrl+c', () => walk.isOn('unknown'));
    expect(walk.reads()).toContain(says.mayExist);
    await walk.pointsTo(rows.leave);
    walk.press('enter');
    expect(await walk.exit).toEqual({code: 3, signal: null});
    expect(front.posts()).toBe(1);
  });
});
