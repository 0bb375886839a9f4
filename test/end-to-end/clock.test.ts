import {describe, expect, it} from 'vitest';
import {says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';

const hours = 3600;
const week = 7 * 24 * hours;

describe('a server whose clock is', () => {
  it.each([
    ['two hours ahead', 2 * hours],
    ['two hours behind', -2 * hours],
  ])('%s: its clock counts, and the review says so', async (_, ahead) => {
    const practice = await practiceForTest({clockSkewMs: ahead * 1000});
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    await walk.sees(says.serverClock);
    const before = Math.floor(Date.now() / 1000) + ahead + week;
    await walk.create();
    const after = Math.ceil(Date.now() / 1000) + ahead + week;
    const {expires} = practice.keys()[0]?.session ?? expect.fail('no key was created');
    // The `Date` header is in whole seconds.
    expect(expires).toBeGreaterThanOrEqual(before - 2);
    expect(expires).toBeLessThanOrEqual(after + 2);
  });

  it('right: nothing is said about it', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toFilledReview();
    await walk.hasRead();
    expect(walk.reads()).not.toContain("server's clock");
  });
});
