import type {Api, AuthType} from '../../key/api.ts';
import {plainKey} from '../../key/plain-key.ts';
import type {Press} from '../acts.ts';
import type {Step} from '../event.ts';
import {authTypeOrder, categoryKeys, noFilter} from '../find.ts';
import type {Filter} from '../find.ts';
import {fold} from '../fold.ts';
import {once} from '../../key/once.ts';
import {pageOf} from '../cursor.ts';
import {pop, present, put, step} from '../path.ts';
import type {FilterScreen, State} from '../state.ts';
import {refound} from './choose.ts';

/** A row of the filter: a check mark and how many APIs have it. */
export type FilterRow =
  | {readonly kind: 'onlyOpenable'; readonly hides: number}
  | {readonly kind: 'authType'; readonly type: AuthType; readonly count: number}
  /** `key` is folded; `label` is as it was first written, '' for APIs without a category. */
  | {
      readonly kind: 'category';
      readonly key: string;
      readonly label: string;
      readonly count: number;
    };

/** The rows in the order in which they are shown. Counts are over the whole list. */
export const filterRows = once((apis: readonly Api[]): readonly FilterRow[] => {
  const types = new Map<AuthType, number>();
  const categories = new Map<string, {label: string; count: number}>();
  let hides = 0;
  for (const api of apis) {
    if (plainKey(api).kind !== 'opens') hides += 1;
    for (const type of api.authTypes) types.set(type, (types.get(type) ?? 0) + 1);
    for (const key of new Set(categoryKeys(api))) {
      const known = categories.get(key) ?? {label: labelOf(api, key), count: 0};
      categories.set(key, {...known, count: known.count + 1});
    }
  }
  return [
    {kind: 'onlyOpenable', hides},
    ...authTypeOrder.flatMap(type => {
      const count = types.get(type);
      return count === undefined ? [] : [{kind: 'authType' as const, type, count}];
    }),
    ...[...categories]
      .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
      .map(([key, {label, count}]) => ({kind: 'category' as const, key, label, count})),
  ];
});

const labelOf = (api: Api, key: string): string =>
  api.categories.find(category => fold(category) === key) ?? '';

export const isOn = (filter: Filter, row: FilterRow): boolean => {
  switch (row.kind) {
    case 'onlyOpenable':
      return filter.onlyOpenable;
    case 'authType':
      return filter.authTypes.includes(row.type);
    case 'category':
      return filter.categories.includes(row.key);
  }
};

const toggledRow = (filter: Filter, row: FilterRow): Filter => {
  switch (row.kind) {
    case 'onlyOpenable':
      return {...filter, onlyOpenable: !filter.onlyOpenable};
    case 'authType':
      return {...filter, authTypes: toggledIn(filter.authTypes, row.type)};
    case 'category':
      return {...filter, categories: toggledIn(filter.categories, row.key)};
  }
};

/** A list with the value added, or taken out if it was there. */
export const toggledIn = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter(other => other !== value) : [...list, value];

export const pressFilter = (state: State, screen: FilterScreen, {intent}: Press): Step => {
  const rows = filterRows(state.apis.shelf.rows);
  const cursor = movedIndex(screen.cursor, intent, rows.length, pageOf(state.size));
  if (cursor !== undefined) return step(put(state, {...screen, cursor}));
  const row = rows[screen.cursor];
  if (intent === 'toggle' && row !== undefined) {
    return step(put(state, {...screen, filter: toggledRow(screen.filter, row)}));
  }
  if (intent === 'clearFilter') return step(put(state, {...screen, filter: noFilter}));
  if (intent === 'next') return step(applied(pop(state), screen.filter));
  return step(intent === 'back' ? pop(state) : state);
};

const applied = (state: State, filter: Filter): State => {
  const list = present(state);
  return list.kind === 'choose' ? put(state, refound(state, {...list, filter})) : state;
};

/** Where a cursor over `count` rows goes, or `undefined` for an intent that does not move it. */
export const movedIndex = (
  at: number,
  intent: string,
  count: number,
  page: number,
): number | undefined => {
  const by = new Map([
    ['up', -1],
    ['down', 1],
    ['pageUp', -page],
    ['pageDown', page],
    ['first', -count],
    ['last', count],
  ]).get(intent);
  return by === undefined ? undefined : Math.max(0, Math.min(at + by, count - 1));
};
