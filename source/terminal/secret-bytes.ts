import {
  eraseBelow,
  eraseLine,
  home,
  moveTo,
  plainStyle,
  restoreCursor,
  saveCursor,
  wrapOff,
  wrapOn,
} from './control-bytes.ts';

/** A place on the page: `row` counts from 0, the size is the terminal's. */
export type Place = {readonly row: number; readonly columns: number; readonly rows: number};

/** What a Tyk key or hash may consist of. Anything else could move the cursor, so it is not drawn. */
export const isKeyText = (text: string): boolean => /^[A-Za-z0-9+/=_.-]+$/.test(text);

export const rowsNeeded = (length: number, columns: number): number =>
  columns > 0 ? Math.ceil(length / columns) : Infinity;

/** The terminal's last row stays free: one that wraps eagerly would scroll the key into its history. */
export const fits = (length: number, {row, columns, rows}: Place): boolean =>
  row >= 0 && row + rowsNeeded(length, columns) < rows;

/** The text in one run, so that the terminal itself wraps it and a selection gives one line. */
export const drawBytes = (text: string, {row}: Place): string =>
  saveCursor + plainStyle + wrapOn + moveTo(row) + text + restoreCursor;

/** Overwrites the rows of a text of this length in place, and nothing else. */
export const wipeBytes = (length: number, {row, columns, rows}: Place): string => {
  const end = Math.min(row + rowsNeeded(length, columns), rows);
  return saveCursor + blankRows(row, end, columns) + restoreCursor;
};

/**
 * Overwrites every row of the page in place and leaves the cursor at its top: after a resize nobody
 * knows which rows the text was reflowed to. Never `ESC [ 2 J`, which moves the page into the history
 * of tmux and screen instead. Erasing below is for rows that we have not heard of; it starts past the
 * page because from its very top it would move the page too.
 */
export const wipePageBytes = (columns: number, rows: number): string =>
  blankRows(0, rows, columns) + moveTo(Math.max(1, rows)) + eraseBelow + home;

/**
 * Blanks first, then an erase for the last cell and for the mark that says that a row goes on in the
 * next one. Without wrapping a size that is already out of date can't make the page scroll.
 */
const blankRows = (from: number, to: number, columns: number): string => {
  const blanks = ' '.repeat(Math.max(0, columns - 1));
  let bytes = plainStyle + wrapOff;
  for (let row = from; row < to; row++) {
    bytes += moveTo(row) + blanks + eraseLine;
  }
  return bytes + wrapOn;
};
