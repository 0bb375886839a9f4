import {describe, expect, it} from 'vitest';
import {rows, screens, type ScreenName} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {plain} from '../tyk/support/server.ts';
import {frontForTest} from './support/front.ts';
import {startHere} from './support/here.ts';
import {practiceForTest} from './support/practice.ts';

describe('Enter moves exactly one screen', () => {
  const movesOn = async (walk: Walk, to: ScreenName): Promise<void> => {
    walk.press('enter');
    await walk.arrives(to);
    await walk.hasRead();
    expect(walk.reads()).toContain(screens[to]);
  };

  it('in the menus before a key is made', async () => {
    const walk = await startHere();
    await movesOn(walk, 'apis');
    walk.press('ctrl+t');
    await walk.arrives('grouping');
    await movesOn(walk, 'apis');
    await walk.chooseApi('Orders');
    await walk.pointsTo(rows.expires);
    await movesOn(walk, 'expiry');
    await movesOn(walk, 'ownExpiry');
    walk.press('escape');
    await walk.arrives('expiry');
    await walk.pointsTo(rows.never);
    await movesOn(walk, 'never');
  });

  it.each([
    ['not created', plain('{"Status":"Error","Message":"no"}', 400)],
    ['unknown', plain('<html>', 502)],
  ])('in the menu after an outcome that is %s', async (_, answer) => {
    const front = await frontForTest(await practiceForTest(), {'POST /api/keys': answer});
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => !walk.isOn('review') && !walk.isOn('creating'));
    walk.press('enter');
    await walk.arrives('review');
    await walk.hasRead();
    expect(walk.isOn('review')).toBe(true);
    expect(front.posts()).toBe(1);
  });

  it('in the menu on the way out', async () => {
    const walk = startWalk({server: await practiceForTest()});
    await walk.toCreatedKey();
    await walk.decides('q', () => walk.isOn('leave'));
    await walk.decides('enter', () => walk.isOn('created'));
    await walk.hasRead();
    expect(walk.isOn('created')).toBe(true);
  });
});
