import type {IBufferCell, IBufferLine} from '@xterm/headless';

/** Neighbouring cells of a row that look alike. A colour is a palette number, '#rrggbb', or absent. */
export type Run = {
  readonly text: string;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
  readonly underline: boolean;
  readonly colour: string | undefined;
  readonly background: string | undefined;
};

/** The runs of one row, from left to right; blank cells count. No line, no runs. */
export const rowRuns = (line: IBufferLine | undefined): readonly Run[] => {
  const runs: Run[] = [];
  for (let column = 0; line !== undefined && column < line.length; column++) {
    const cell = line.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const run = cellRun(cell);
    const last = runs.at(-1);
    if (last !== undefined && alike(last, run)) {
      runs[runs.length - 1] = {...last, text: last.text + run.text};
    } else {
      runs.push(run);
    }
  }
  return runs;
};

const cellRun = (cell: IBufferCell): Run => ({
  text: cell.getChars() || ' ',
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
  inverse: cell.isInverse() !== 0,
  underline: cell.isUnderline() !== 0,
  colour: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
  background: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
});

const colour = (isDefault: boolean, isRgb: boolean, value: number): string | undefined => {
  if (isDefault) return undefined;
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : String(value);
};

const alike = (one: Run, other: Run): boolean =>
  JSON.stringify({...one, text: ''}) === JSON.stringify({...other, text: ''});
