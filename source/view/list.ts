import type {Found, Shelf} from '../wizard/find.ts';
import {stopOf} from '../wizard/cursor.ts';
import type {Place as ListPlace} from '../wizard/state.ts';
import type {Block, ListLine, Text} from './content.ts';

type Named = {readonly id: string; readonly name: string};

/** What a row of a list shows; made only for the rows that are on the screen. */
export type RowContent = Pick<Extract<ListLine, {kind: 'item'}>, 'mark' | 'name' | 'cells'>;

/**
 * A found list as a block. A group's heading is a line of its own where there are groups, so line numbers
 * run ahead of item numbers by one for each group that has begun.
 */
export const listBlock = <T extends Named>(
  shelf: Shelf<T>,
  found: Found,
  cursor: ListPlace | undefined,
  headings: ((key: string) => string) | undefined,
  columns: readonly number[],
  content: (row: T) => RowContent,
): Block => {
  const extra = headings === undefined ? 0 : 1;
  const stop = stopOf(shelf, found, cursor) ?? 0;
  const groupOf = (test: (firstLine: number, before: number) => boolean): number =>
    found.groups.findLastIndex((group, at) => test(group.before + at * extra, group.before));
  return {
    kind: 'list',
    total: found.stops + found.groups.length * extra,
    cursor: stop + (groupOf((_, before) => before <= stop) + 1) * extra,
    columns,
    line: index => {
      const at = groupOf(firstLine => firstLine <= index);
      const group = found.groups[at];
      if (group === undefined) return {kind: 'group', label: '', count: 0};
      const item = index - (group.before + at * extra) - extra;
      if (item < 0 && headings !== undefined) {
        return {kind: 'group', label: headings(group.key), count: group.items.length};
      }
      const row = shelf.rows[group.items[item] ?? -1];
      const focused = group.before + item === stop;
      return row === undefined
        ? {kind: 'group', label: '', count: 0}
        : {kind: 'item', focused, ...content(row)};
    },
  };
};

/** A name with the letters that matched. `positions` are indices into it. */
export const highlighted = (name: string, positions: readonly number[]): Text => {
  if (positions.length === 0) return [{text: name}];
  const matched = new Set(positions);
  const spans: {text: string; role: 'plain' | 'match'}[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const role = matched.has(at) ? 'match' : 'plain';
    const last = spans.at(-1);
    if (last?.role === role) last.text += name.charAt(at);
    else spans.push({text: name.charAt(at), role});
  }
  return spans;
};
