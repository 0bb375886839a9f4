import type {Move} from './acts.ts';
import type {Found, Shelf} from './find.ts';
import type {Place, Size} from './state.ts';

type Named = {readonly id: string};

/** Rows that a list has on the screen, about: a page for PageUp and PageDown. */
export const pageOf = (size: Size): number => Math.max(1, size.rows - 10);

/** The n-th item, counting through the groups. */
export const placeAt = (shelf: Shelf<Named>, found: Found, stop: number): Place | undefined => {
  const wanted = Math.max(0, Math.min(stop, found.stops - 1));
  const group = found.groups.findLast(candidate => candidate.before <= wanted);
  const row = group && shelf.rows[group.items[wanted - group.before] ?? -1];
  return group && row && {id: row.id, group: group.key};
};

/** Where the cursor stands now, whatever has arrived in between; `undefined` when its row is gone. */
export const stopOf = (
  shelf: Shelf<Named>,
  found: Found,
  place: Place | undefined,
): number | undefined => {
  if (place === undefined) return undefined;
  const groups = [...found.groups].sort(
    (a, b) => Number(b.key === place.group) - Number(a.key === place.group),
  );
  for (const group of groups) {
    const item = group.items.findIndex(index => shelf.rows[index]?.id === place.id);
    if (item !== -1) return group.before + item;
  }
  return undefined;
};

/** The same row if it is still there, else the first one. */
export const keptPlace = (
  shelf: Shelf<Named>,
  found: Found,
  place: Place | undefined,
): Place | undefined => {
  const stop = stopOf(shelf, found, place);
  return placeAt(shelf, found, stop ?? 0);
};

/** Where a move leads from the row of the cursor, or from the first one where that is gone. */
export const movedPlace = (
  shelf: Shelf<Named>,
  found: Found,
  place: Place | undefined,
  move: Move,
  page: number,
): Place | undefined => {
  const stop = stopOf(shelf, found, place) ?? 0;
  const by = {
    up: -1,
    down: 1,
    pageUp: -page,
    pageDown: page,
    first: -found.stops,
    last: found.stops,
  };
  return placeAt(shelf, found, stop + by[move]);
};

/** The row of a cursor, wherever it is in the list by now. */
export const rowAt = <T extends Named>(shelf: Shelf<T>, place: Place | undefined): T | undefined =>
  place === undefined ? undefined : shelf.rows.find(row => row.id === place.id);
