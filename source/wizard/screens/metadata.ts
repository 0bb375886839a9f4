import {isNonEmpty} from '../../key/non-empty.ts';
import {finished} from '../finish.ts';
import type {Metadata} from '../../key/request.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {editLine} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {put, step} from '../path.ts';
import {closePage} from '../proceed.ts';
import type {MetadataScreen, State} from '../state.ts';

const emptyRow: Metadata = {name: '', value: ''};

/** Name and value rows; the last one is always empty, for one more. What is typed is kept as it is typed. */
export const pressMetadata = (state: State, screen: MetadataScreen, event: Press): Step => {
  return acted(state, event.intent, {
    edit: () => step(kept(state, typed(screen, event.key))),
    nextRow: () => step(kept(state, moved(screen, 1))),
    previousRow: () => step(kept(state, moved(screen, -1))),
    up: () => step(kept(state, moved(screen, -2))),
    down: () => step(kept(state, moved(screen, 2))),
    remove: () => step(kept(state, removed(screen))),
    next: () =>
      isOpenEnd(screen) ? left(state, screen, event.wall) : step(kept(state, moved(screen, 1))),
    back: () => closePage(kept(state, screen), event.wall),
  });
};

const isEmpty = ({name, value}: Metadata): boolean => name === '' && value === '';

const rowOf = (screen: MetadataScreen): Metadata => screen.rows[screen.at] ?? emptyRow;

/** Enter on the empty row at the end means: that was all. */
const isOpenEnd = (screen: MetadataScreen): boolean =>
  rowOf(screen).name.trim() === '' &&
  rowOf(screen).value === '' &&
  screen.at === screen.rows.length - 1;

/** The draft always holds what the page shows, without the empty row at the end. */
const kept = (state: State, screen: MetadataScreen): State => {
  const shown = put(state, screen);
  const metadata = screen.rows.filter(row => !isEmpty(row));
  return {...shown, draft: {...state.draft, metadata}};
};

const typed = (screen: MetadataScreen, key: KeyPress): MetadataScreen => {
  const row = rowOf(screen);
  const line = editLine({text: row[screen.part], caret: screen.caret}, key);
  if (line === undefined) return screen;
  const changed = {...row, [screen.part]: line.text};
  const rows = screen.rows.map((other, at) => (at === screen.at ? changed : other));
  return {...withEmptyEnd(screen, rows), caret: line.caret, problem: undefined};
};

const withEmptyEnd = (screen: MetadataScreen, rows: readonly Metadata[]): MetadataScreen => {
  const last = rows.at(-1);
  const open = last !== undefined && isEmpty(last);
  const all = open ? rows : [...rows, emptyRow];
  return {...screen, rows: isNonEmpty(all) ? all : [emptyRow]};
};

/** Fields are counted name, value, name, value…; the caret goes to the end of the field that is reached. */
const moved = (screen: MetadataScreen, by: number): MetadataScreen => {
  const fields = screen.rows.length * 2;
  const field = screen.at * 2 + (screen.part === 'name' ? 0 : 1);
  const to = Math.max(0, Math.min(field + by, fields - 1));
  const at = Math.floor(to / 2);
  const part = to % 2 === 0 ? 'name' : 'value';
  return {...screen, at, part, caret: (screen.rows[at] ?? emptyRow)[part].length};
};

const removed = (screen: MetadataScreen): MetadataScreen => {
  const rows = screen.rows.filter((_, at) => at !== screen.at);
  const next = withEmptyEnd(screen, rows);
  const at = Math.min(screen.at, next.rows.length - 1);
  return {
    ...next,
    at,
    part: 'name',
    caret: (next.rows[at] ?? emptyRow).name.length,
    problem: undefined,
  };
};

/** On from the page: a row that can't be sent is shown first. (Back never waits for that.) */
const left = (state: State, screen: MetadataScreen, wall: number): Step => {
  const settled = kept(state, screen);
  const parsed = finished(settled, wall);
  const problem = parsed.ok ? undefined : parsed.problems.find(({field}) => field === 'metadata');
  if (problem?.field !== 'metadata') return closePage(settled, wall);
  // The draft has no empty rows, the page may: the problem is counted without them.
  const filled = screen.rows.flatMap((row, index) => (isEmpty(row) ? [] : [index]));
  const at = filled[problem.at] ?? 0;
  const caret = (screen.rows[at] ?? emptyRow).name.length;
  return step(put(settled, {...screen, problem: {...problem, at}, at, part: 'name', caret}));
};
