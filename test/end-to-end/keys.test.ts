import {describe, expect, it} from 'vitest';
import {bracketedPaste, keyBytes} from '../helpers/key-bytes.ts';
import {rows, says, screens, type ScreenName} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {plain} from '../tyk/support/server.ts';
import {frontForTest, postsAmong} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';

const enter = keyBytes('enter');
const down = keyBytes('down');
const endOfFrame = '\x1b[?2026l';

const framesSince = (walk: Walk, mark: number): number =>
  walk.bytesSince(mark).toString().split(endOfFrame).length - 1;

const startHere = async (): Promise<Walk> => {
  const walk = startWalk({server: await practiceForTest()});
  await walk.arrives('way');
  await walk.hasLoaded();
  return walk;
};

describe('keys that arrive together', () => {
  it('search and choose in the list', async () => {
    const walk = await startHere();
    await walk.toApis();
    walk.write(`pay${enter}`);
    await walk.sees(`Payroll: ${says.takesTokens}`);
    walk.write(`ments${enter}`);
    await walk.sees('Key for Payments');
  });

  it.each([
    ['in one write', (walk: Walk, keys: readonly string[]) => walk.write(keys.join(''))],
    ['in many', (walk: Walk, keys: readonly string[]) => keys.forEach(key => walk.write(key))],
  ])('reach the screens that each of them leads to, %s', async (_, send) => {
    const walk = await startHere();
    send(walk, [enter, 'Orders', enter, 'ci', enter]);
    await walk.sees(`${rows.alias} ci`);
    expect(walk.reads()).toContain('Key for Orders');
    await walk.waitFor(() => walk.isAt(rows.expires));
    send(walk, [enter, down, down, enter, 'edge', enter]);
    await walk.sees(`${rows.tags} edge`);
    expect(walk.reads()).toContain(`${rows.expires} 6 hours`);
    await walk.waitFor(() => walk.isAt(rows.metadata));
  });

  it('move by all of 200 arrows, with few frames', async () => {
    const walk = startWalk({server: await practiceForTest({apis: 202})});
    await walk.toApis();
    await walk.hasLoaded();
    walk.press('ctrl+t');
    await walk.arrives('grouping');
    await walk.pointsTo('Nothing');
    walk.press('enter');
    await walk.sees('not grouped');
    const start = cursorRow(walk);
    walk.press('home');
    await walk.waitFor(() => cursorRow(walk) !== start);
    const first = cursorRow(walk);
    const mark = walk.mark();
    walk.write(down.repeat(200));
    await walk.waitFor(() => cursorRow(walk) !== first);
    await walk.hasRead();
    expect(framesSince(walk, mark)).toBeLessThan(6);
    const lastButOne = cursorRow(walk);
    walk.press('down');
    await walk.waitFor(() => cursorRow(walk) !== lastButOne);
    const last = cursorRow(walk);
    walk.press('end', 'up');
    await walk.waitFor(() => cursorRow(walk) === lastButOne);
    walk.press('down');
    await walk.waitFor(() => cursorRow(walk) === last);
  });

  it('delete whole emoji and accented letters', async () => {
    const walk = await startHere();
    await walk.toApis();
    await walk.chooseApi('Orders');
    await walk.alias('ab👩🚀👍🏽é🇪🇺');
    walk.write(keyBytes('backspace').repeat(5));
    await walk.waitFor(new RegExp(`${rows.alias} +ab {4}`));
    walk.write(`${keyBytes('backspace').repeat(30)}ci`);
    await walk.waitFor(new RegExp(`${rows.alias} +ci {4}`));
    expect(walk.isAt(rows.alias)).toBe(true);
  });
});

const cursorRow = (walk: Walk): string => walk.screen().find(line => line.startsWith(' ›')) ?? '';

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

describe('a paste', () => {
  const toAlias = async (): Promise<Walk> => {
    const walk = await startHere();
    await walk.toApis();
    await walk.chooseApi('Orders');
    return walk;
  };

  it('of two lines with control characters is one line of text', async () => {
    const walk = await toAlias();
    walk.paste('two\nlines\x07 \x1b[31mred\x1b[0m\u202e');
    await walk.sees(new RegExp(`${rows.alias} two lines`));
    expect(walk.isAt(rows.alias)).toBe(true);
    walk.press('enter');
    await walk.waitFor(() => walk.isAt(rows.expires));
    expect(walk.bytes().toString()).not.toMatch(/\x07|\x1b\[31mred|\u202e/);
  });

  it('that comes in pieces is one paste', async () => {
    const walk = await toAlias();
    const [head, tail] = [
      bracketedPaste('one\rtwo').slice(0, 8),
      bracketedPaste('one\rtwo').slice(8),
    ];
    walk.write(head);
    walk.write(tail);
    await walk.sees(`${rows.alias} one two`);
    expect(walk.isAt(rows.alias)).toBe(true);
  });

  it('of twelve lines without marks creates nothing and loses nothing typed before', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toApis();
    await walk.chooseApi('Orders');
    walk.write('line\r'.repeat(12));
    await walk.hasRead();
    expect(postsAmong(practice.requests())).toBe(0);
    for (let back = 0; back < 4 && !walk.isOn('form'); back += 1) {
      const before = walk.text();
      walk.press('shift+tab');
      await walk.waitFor(() => walk.text() !== before);
    }
    expect(walk.reads()).toContain(`${rows.alias} line`);
  });

  it('of lines with line feeds into the search acts as its keys and creates nothing', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toApis();
    await walk.hasLoaded();
    walk.write('orders\n\x1b\x00\x7f\x1b[200~ \x07\x1b[201~\n\n\n');
    await walk.hasRead();
    expect(postsAmong(practice.requests())).toBe(0);
    expect(walk.bytes().toString()).not.toMatch(/\x07/);
  });
});
