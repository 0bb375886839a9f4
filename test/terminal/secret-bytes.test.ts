import {describe, expect, it} from 'vitest';
import {
  drawBytes,
  fits,
  isKeyText,
  rowsNeeded,
  wipeBytes,
  wipePageBytes,
} from '../../source/terminal/secret-bytes.ts';
import {HeadlessScreen} from './headless-screen.ts';
import {keyOfLength, piecesOf} from './made-up-key.ts';

const usualKey = keyOfLength(120);

/** A page with something in every row and the cursor where a frame leaves it. */
const pageOf = async (columns: number, rows: number): Promise<HeadlessScreen> => {
  const screen = new HeadlessScreen(columns, rows);
  const text = Array.from({length: rows - 1}, (_, row) => `row ${row}`).join('\r\n');
  await screen.write(`${text}\r\n`);
  return screen;
};

/** Rows that Ink would leave blank. */
const reserve = (screen: HeadlessScreen, from: number, count: number): Promise<void> =>
  screen.write(
    Array.from(
      {length: count},
      (_, at) => `\u001B7\u001B[${from + at + 1};1H\u001B[2K\u001B8`,
    ).join(''),
  );

const sizes = [
  [80, 120],
  [40, 120],
  [80, 80],
  [80, 160],
  [40, 80],
  [40, 1],
  [80, 79],
  [80, 81],
] as const;

describe('a key drawn on its rows', () => {
  it.each(sizes)(
    'at %i columns, %i characters are one line to a selection',
    async (columns, length) => {
      const screen = await pageOf(columns, 24);
      const key = keyOfLength(length);
      const place = {row: 6, columns, rows: 24};
      await reserve(screen, 6, rowsNeeded(length, columns));
      const cursor = screen.cursor;
      await screen.write(drawBytes(key, place));
      expect(screen.lines).toContain(key);
      expect([screen.cursor, screen.historyLength]).toEqual([cursor, 0]);
      const last = 6 + rowsNeeded(length, columns);
      expect(screen.rows.slice(0, 6)).toEqual([
        'row 0',
        'row 1',
        'row 2',
        'row 3',
        'row 4',
        'row 5',
      ]);
      expect(screen.rows[last]).toBe(`row ${last}`);
    },
  );

  it.each(sizes)(
    'at %i columns, %i characters are wiped and nothing else is',
    async (columns, length) => {
      const screen = await pageOf(columns, 24);
      const key = keyOfLength(length);
      const place = {row: 6, columns, rows: 24};
      await reserve(screen, 6, rowsNeeded(length, columns));
      const [rows, cursor] = [screen.rows, screen.cursor];
      await screen.write(drawBytes(key, place));
      await screen.write(wipeBytes(key.length, place));
      expect([screen.rows, screen.cursor]).toEqual([rows, cursor]);
      await screen.write('\u001B[7;1Hone\u001B[8;1Htwo');
      expect(screen.lines).toContain('one');
    },
  );

  it('on the lowest rows it may take, nothing scrolls', async () => {
    const screen = await pageOf(40, 12);
    const place = {row: 8, columns: 40, rows: 12};
    expect(fits(120, place)).toBe(true);
    await reserve(screen, 8, 3);
    await screen.write(drawBytes(usualKey, place));
    expect([screen.lines.includes(usualKey), screen.historyLength]).toEqual([true, 0]);
    expect(fits(120, {...place, row: 9})).toBe(false);
  });

  it('wraps though somebody turned wrapping off, and in plain style', async () => {
    const screen = new HeadlessScreen(40, 12);
    await screen.write('\u001B[?7l\u001B[31;7m');
    await screen.write(drawBytes(usualKey, {row: 2, columns: 40, rows: 12}));
    expect(screen.lines).toContain(usualKey);
  });

  it('has no place on a screen without rows or columns', () => {
    expect(fits(120, {row: 0, columns: 0, rows: 24})).toBe(false);
    expect(fits(120, {row: 0, columns: 80, rows: 0})).toBe(false);
    expect(fits(120, {row: -1, columns: 80, rows: 24})).toBe(false);
  });

  it.each(['abc\u001B[2J', 'a b', 'naïve', 'a\nb', '', 'abc\n'])('%j is no key', text => {
    expect(isKeyText(text)).toBe(false);
  });

  it.each([usualKey, 'eyJvcmciOiI1In0=', 'a-b_c.d+e/f'])('%s is one', text => {
    expect(isKeyText(text)).toBe(true);
  });
});

describe('a page overwritten in place', () => {
  const leavesNothing = (screen: HeadlessScreen): void => {
    const everything = screen.lines.join('\n');
    expect(piecesOf(usualKey).filter(piece => everything.includes(piece))).toEqual([]);
    expect(everything.trim()).toBe('');
  };

  it.each([
    [80, 24, 40, 24],
    [80, 24, 53, 24],
    [40, 24, 80, 24],
    [80, 24, 80, 40],
  ])('after %i by %i became %i by %i', async (columns, rows, newColumns, newRows) => {
    const screen = new HeadlessScreen(columns, rows);
    await screen.write(drawBytes(usualKey, {row: 6, columns, rows}));
    screen.resize(newColumns, newRows);
    await screen.write(wipePageBytes(newColumns, newRows));
    leavesNothing(screen);
    expect([screen.cursor, screen.historyLength]).toEqual([[0, 0], 0]);
  });

  it.each([
    [40, 12, 5],
    [100, 40, 30],
    [80, 25, 22],
  ])(
    'by a size that is out of date (really %i by %i) scrolls nothing',
    async (columns, rows, row) => {
      const screen = new HeadlessScreen(columns, rows);
      await screen.write(drawBytes(usualKey, {row, columns, rows}));
      await screen.write(wipePageBytes(80, 24));
      leavesNothing(screen);
      expect(screen.historyLength).toBe(0);
    },
  );

  it('leaves wrapping on', async () => {
    const screen = new HeadlessScreen(40, 12);
    await screen.write(`${wipePageBytes(40, 12)}${usualKey}`);
    expect(screen.rows.slice(0, 3).join('')).toBe(usualKey);
  });
});
