import {describe, expect, it} from 'vitest';
import {compact} from '../../source/terminal/compact.ts';
import {seeded, type Chance} from '../helpers/seeded.ts';
import {HeadlessScreen} from './headless-screen.ts';

const ROWS = 23;
const COLUMNS = 80;

/** A row as Ink draws it: from a column on, erased, with styles and blanks; or stepped over. */
const row = (chance: Chance): string => {
  if (chance.whole(0, 2) > 0) return '\x1b[E';
  const from = chance.pick(['\x1b[1G', '\x1b[5G', '\x1b[20G']);
  const words = Array.from(
    {length: chance.whole(0, 3)},
    () =>
      `${chance.pick(['', '\x1b[2m', '\x1b[1m\x1b[36m'])}${chance.text(['a', 'é', '漢'], 4)}\x1b[0m` +
      ' '.repeat(chance.whole(0, 12)),
  );
  return `${from}\x1b[K${words.join('')}\n`;
};

/** A frame of Ink's incremental rendering, with the caret on the third row before and after. */
const frame = (chance: Chance): string => {
  const rows = Array.from({length: ROWS}, () => row(chance)).join('');
  return `\x1b[21B\x1b[1G\x1b[23A${rows}\x1b[21A\x1b[${chance.whole(1, 40)}G`;
};

const before = (chance: Chance): string =>
  `${Array.from({length: ROWS}, () => chance.text(['x', 'y', ' '], COLUMNS - 1)).join('\n')}\n\x1b[3;4H`;

describe('a compact frame', () => {
  it('leaves the same screen and the same cursor as the frame that Ink wrote', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const chance = seeded(seed);
      const [start, wanted] = [before(chance), frame(chance)];
      const [plain, small] = [
        new HeadlessScreen(COLUMNS, ROWS + 1),
        new HeadlessScreen(COLUMNS, ROWS + 1),
      ];
      await plain.write(start + wanted);
      await small.write(start + compact(wanted));
      expect({seed, rows: small.rows, cursor: small.cursor}).toEqual({
        seed,
        rows: plain.rows,
        cursor: plain.cursor,
      });
    }
  });

  it('is a good deal shorter where one row of many changes', () => {
    const still = '\x1b[E'.repeat(10);
    const changed = `\x1b[1G\x1b[K› name${' '.repeat(40)}cell\n`;
    const wanted = `\x1b[22B\x1b[1G\x1b[23A${still}${changed}${still}\x1b[22A\x1b[10G`;
    expect(compact(wanted).length).toBeLessThan(wanted.length / 2);
  });

  it.each([
    ['one run of styles', '\x1b[1m\x1b[36m› a\x1b[39m\x1b[22m b', '\x1b[1;36m› a\x1b[m b'],
    [
      'a style inside another',
      '\x1b[2ma\x1b[4mb\x1b[24mc\x1b[22md',
      '\x1b[2ma\x1b[4mb\x1b[24mc\x1b[md',
    ],
    ['a colour that goes on', '\x1b[1m\x1b[36ma\x1b[22mb\x1b[39mc', '\x1b[1;36ma\x1b[22mb\x1b[mc'],
  ])('%s ends where it ended', (_, written, wanted) => {
    expect(compact(written)).toBe(wanted);
  });

  it.each([
    ['blanks on a line that was not erased', `a${' '.repeat(20)}b`],
    ['blanks behind a move, as the key is overwritten', `\x1b[K\x1b[5;1H${' '.repeat(20)}\x1b8`],
    ['blanks at the end of an erased line', `\x1b[Kname${' '.repeat(20)}\n`],
  ])('keeps %s', (_, bytes) => {
    expect(compact(bytes)).toContain(' '.repeat(20));
  });
});
