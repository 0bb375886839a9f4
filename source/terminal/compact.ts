import {ESC, showCursor} from './control-bytes.ts';

/** A rule in the notation below: `^[` is ESC. */
const rule = (pattern: string): RegExp => new RegExp(pattern.replaceAll('^[', `${ESC}\\[`), 'g');

/** Hidden and shown again within one write: nobody sees the difference. */
const hideCursor = `${ESC}[?25l`;

const nextLines = rule('(?:^[E){2,}');
const downAndUp = rule('^[(\\d+)B^[1G^[(\\d+)A');
const upAndNext = rule('^[(\\d+)F^[(\\d*)E');
/** A line feed goes to the first column too: raw mode leaves the terminal's output as it is. */
const lineAndNext = rule('\\n^[(\\d*)E');
const nextAndUp = rule('^[(\\d*)E^[(\\d+)A(?=^[\\d+G)');
const firstColumn = rule('(\\n|^[\\d*E)^[1G');
const styles = rule('^[[\\d;]+m(?:^[[\\d;]+m)+');
const styleSeam = rule('m^[');
const style = rule('^[([\\d;]+)m');
/** Only text and styles: behind any other sequence nothing is known to be erased. */
const erasedLine = rule(`^[K(?:[^${ESC}\\n]|^[[\\d;]*m)*`);
const blanks = / {6,}(?=[^ \r\n])/g;

/**
 * The same frame in fewer bytes, for slow lines. Ink steps over each unchanged row by itself, moves to the
 * end of the frame before it begins, and fills columns with blanks on lines that it has just erased.
 */
export const compact = (frame: string): string =>
  withCursor(frame)
    .replace(nextLines, run => `${ESC}[${run.length / 3}E`)
    .replace(downAndUp, (_, down: string, up: string) => toLine(Number(down) - Number(up)))
    .replace(upAndNext, (_, up: string, next: string) => toLine(count(next) - Number(up)))
    .replace(lineAndNext, (_, next: string) => `${ESC}[${count(next) + 1}E`)
    .replace(nextAndUp, (_, next: string, up: string) => toLine(count(next) - Number(up)))
    .replace(firstColumn, '$1')
    .replace(styles, run => run.replace(styleSeam, ';'))
    .replace(style, closing())
    .replace(erasedLine, line => line.replace(blanks, run => `${ESC}[${run.length}C`));

const withCursor = (frame: string): string =>
  frame.startsWith(hideCursor) && frame.endsWith(showCursor)
    ? frame.slice(hideCursor.length, -showCursor.length)
    : frame;

/** What ends a style, and which kind it ends; 22 ends bold and dim. */
const ends: Readonly<Record<string, string>> = {
  22: 'weight',
  24: 'underline',
  39: 'colour',
};
const begins: Readonly<Record<string, string>> = {1: 'weight', 2: 'weight', 4: 'underline'};

/** Where the last open style ends, the short way to end all of them does. Each frame begins without any. */
const closing = (): ((sequence: string, numbers: string) => string) => {
  const open = new Set<string>();
  return (sequence, numbers) => {
    for (const number of numbers.split(';')) {
      const ended = ends[number];
      if (ended === undefined) open.add(begins[number] ?? 'colour');
      else open.delete(ended);
    }
    return open.size === 0 ? `${ESC}[m` : sequence;
  };
};

/** A sequence without a number means one. */
const count = (digits: string): number => (digits === '' ? 1 : Number(digits));

/** To the first column, and so many lines down. */
const toLine = (lines: number): string => {
  if (lines === 0) return '\r';
  return lines > 0 ? `${ESC}[${lines}E` : `${ESC}[${-lines}F`;
};
