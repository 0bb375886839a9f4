import type {Size} from './state.ts';

/** Below this there is room for one sentence only. */
const smallest: Size = {columns: 40, rows: 12};

/** Nothing of a screen can be read: what asks to be seen first is out of reach. */
export const isTooSmall = ({columns, rows}: Size): boolean =>
  columns < smallest.columns || rows < smallest.rows;
