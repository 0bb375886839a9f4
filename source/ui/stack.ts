import type {Laid, PageRow} from './page.ts';
import {blankRow} from './page.ts';

/** A menu takes its height in one piece of the page. */
const rowHeight = (row: PageRow): number => (row.kind === 'menu' ? row.height : 1);
export const heightOfRows = (rows: readonly PageRow[]): number =>
  rows.reduce((sum, row) => sum + rowHeight(row), 0);

type Stack = Laid & {readonly secretHeight: number};

/** Blocks one below the other: what one of them says of its rows is then said of the rows of all. */
export const stacked = (parts: readonly Laid[]): Stack => {
  let stack: Stack = {rows: [], secretHeight: 0};
  let y = 0;
  for (const part of parts) {
    stack = {
      ...stack,
      rows: [...stack.rows, ...part.rows],
      ...(part.caret === undefined ? {} : {caret: {x: part.caret.x, y: y + part.caret.y}}),
      ...(part.focus === undefined ? {} : {focus: y + part.focus}),
      ...(part.secret === undefined
        ? {}
        : {secret: y + part.secret, secretHeight: part.rows.length}),
    };
    y += heightOfRows(part.rows);
  }
  return stack;
};

/** Exactly `room` rows: filled up with blank ones, or the part around the focus. */
export const windowed = (stack: Stack, room: number): Laid => {
  const height = heightOfRows(stack.rows);
  if (height <= room) {
    return {
      ...stack,
      rows: [...stack.rows, ...Array.from({length: room - height}, () => blankRow)],
    };
  }
  const focus = stack.focus ?? stack.secret ?? 0;
  const around = Math.max(0, Math.min(focus - Math.floor(room / 2), height - room));
  // All rows of a key or none: half of it is no use to anybody.
  const from = stack.secret === undefined ? around : Math.min(around, stack.secret);
  const rows = cutRows(stack.rows, from, room);
  const secretFits =
    stack.secret !== undefined &&
    stack.secret >= from &&
    stack.secret + stack.secretHeight <= from + room;
  const {caret} = stack;
  const caretFits = caret !== undefined && caret.y >= from && caret.y < from + room;
  return {
    rows,
    ...(caretFits ? {caret: {x: caret.x, y: caret.y - from}} : {}),
    ...(secretFits ? {secret: (stack.secret ?? 0) - from} : {}),
  };
};

/** Rows `from` to `from + room`; a menu that is cut there gets the height that is left. */
const cutRows = (rows: readonly PageRow[], from: number, room: number): readonly PageRow[] => {
  const kept: PageRow[] = [];
  let y = 0;
  for (const row of rows) {
    const end = y + rowHeight(row);
    const visible = Math.min(end, from + room) - Math.max(y, from);
    if (visible > 0) kept.push(row.kind === 'menu' ? {...row, height: visible} : row);
    y = end;
  }
  return kept;
};
