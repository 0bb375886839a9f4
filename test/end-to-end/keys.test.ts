import {describe, expect, it} from 'vitest';
import {keyBytes} from '../helpers/key-bytes.ts';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {startHere} from './support/here.ts';
import {practiceForTest} from './support/practice.ts';

const enter = keyBytes('enter');
const down = keyBytes('down');
const endOfFrame = '\x1b[?2026l';

const framesSince = (walk: Walk, mark: number): number =>
  walk.bytesSince(mark).toString().split(endOfFrame).length - 1;

const cursorRow = (walk: Walk): string => walk.screen().find(line => line.startsWith(' ›')) ?? '';

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
    ['in one write', (keys: readonly string[]) => [keys.join('')]],
    ['in many', (keys: readonly string[]) => keys],
  ])('reach the screens that each of them leads to, %s', async (_, writes) => {
    const walk = await startHere();
    const send = (...keys: readonly string[]): void => {
      for (const written of writes(keys)) walk.write(written);
    };
    send(enter, 'Orders', enter, 'ci', enter);
    await walk.sees(`${rows.alias} ci`);
    expect(walk.reads()).toContain('Key for Orders');
    await walk.waitFor(() => walk.isAt(rows.expires));
    send(enter, down, down, enter, 'edge', enter);
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
