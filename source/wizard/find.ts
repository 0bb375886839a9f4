import type {Api, AuthType} from '../key/api.ts';
import {plainKey} from '../key/plain-key.ts';
import type {Policy} from '../key/policy.ts';
import {fold} from './fold.ts';
import {match, prepare} from './match.ts';
import type {Match, Prepared} from './match.ts';

export type Grouping = 'authType' | 'category' | 'none';

/** Several values of one part mean OR, the two parts AND. Categories are folded: case does not count. */
export type Filter = {
  readonly authTypes: readonly AuthType[];
  readonly categories: readonly string[];
  readonly onlyOpenable: boolean;
};

export const noFilter: Filter = {authTypes: [], categories: [], onlyOpenable: false};

/** What has arrived of a list, made ready for searching; `order` is alphabetical, keyless APIs last. */
export type Shelf<T> = {
  readonly rows: readonly T[];
  readonly order: readonly number[];
  readonly prepared: Prepared;
};

/** `key` is an authentication type, a folded category, or '' for the one group of an ungrouped list. */
export type Group = {
  readonly key: string;
  /** Indices into the shelf's rows. */
  readonly items: readonly number[];
  /** How many items stand in the groups before this one. */
  readonly before: number;
};

/** What a query and a filter leave of a list. An item that stands in two groups counts once in `hits`. */
export type Found = {
  readonly groups: readonly Group[];
  readonly hits: number;
  /** Items over all groups: the places where the cursor can be. */
  readonly stops: number;
  /** What the query alone left: a longer query may need to look only at this. */
  readonly match: Match | undefined;
};

export const nothingFound: Found = {groups: [], hits: 0, stops: 0, match: undefined};

export const emptyShelf = <T>(): Shelf<T> => ({rows: [], order: [], prepared: prepare([])});

/** More rows have come. Sorted by merging, so that a long list does not sort itself anew with every part. */
export const stock = <T extends Api | Policy>(shelf: Shelf<T>, more: readonly T[]): Shelf<T> => {
  if (more.length === 0) return shelf;
  const rows = [...shelf.rows, ...more];
  const prepared = prepare(more, shelf.prepared);
  const isLast = (at: number): boolean => isKeyless(rows[at]);
  const compare = (a: number, b: number): number => {
    if (isLast(a) !== isLast(b)) return isLast(a) ? 1 : -1;
    const [left = '', right = ''] = [prepared.names[a], prepared.names[b]];
    return left < right ? -1 : left > right ? 1 : a - b;
  };
  const fresh = more.map((_, at) => shelf.rows.length + at).sort(compare);
  return {rows, order: merge(shelf.order, fresh, compare), prepared};
};

const isKeyless = (row: Api | Policy | undefined): boolean =>
  row !== undefined && 'listenPath' in row && row.authTypes.includes('keyless');

const merge = (
  left: readonly number[],
  right: readonly number[],
  compare: (a: number, b: number) => number,
): readonly number[] => {
  const merged: number[] = [];
  let at = 0;
  for (const item of right) {
    for (let next = left[at]; next !== undefined && compare(next, item) < 0; next = left[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(item);
  }
  return [...merged, ...left.slice(at)];
};

/** `previous`: what was found before; it may spare looking at all rows again. */
export const findApis = (
  shelf: Shelf<Api>,
  query: string,
  grouping: Grouping,
  filter: Filter,
  previous: Found = nothingFound,
): Found => {
  const matched = match(shelf.prepared, query, shelf.order, previous.match);
  const categories = new Set(filter.categories);
  const hits = matched.indices.filter(at => {
    const api = shelf.rows[at];
    return api !== undefined && passes(api, filter, categories);
  });
  const groups = groupsOf(hits, at => groupKeys(shelf.rows[at], grouping));
  const isPlainOrder = matched.words.length === 0;
  return {
    ...laidOut(isPlainOrder ? inOrder(groups, grouping) : groups),
    hits: hits.length,
    match: matched,
  };
};

export const findPolicies = (shelf: Shelf<Policy>, query: string): Found => {
  const matched = match(shelf.prepared, query, shelf.order);
  const groups = groupsOf(matched.indices, () => ['']);
  return {...laidOut(groups), hits: matched.indices.length, match: matched};
};

const passes = (api: Api, filter: Filter, categories: ReadonlySet<string>): boolean =>
  (filter.authTypes.length === 0 || filter.authTypes.some(type => api.authTypes.includes(type))) &&
  (categories.size === 0 || categoryKeys(api).some(key => categories.has(key))) &&
  (!filter.onlyOpenable || plainKey(api).kind === 'opens');

/** Folded categories of an API; an API without any is in the category ''. */
export const categoryKeys = (api: Api): readonly string[] =>
  api.categories.length === 0 ? [''] : api.categories.map(fold);

const groupKeys = (api: Api | undefined, grouping: Grouping): readonly string[] => {
  if (api === undefined) return [];
  switch (grouping) {
    case 'authType':
      return api.authTypes;
    case 'category':
      return categoryKeys(api);
    case 'none':
      return [''];
  }
};

type Bare = {readonly key: string; readonly items: readonly number[]};

/** Groups in the order of their first item, which is their best hit. */
const groupsOf = (
  indices: readonly number[],
  keysOf: (index: number) => readonly string[],
): readonly Bare[] => {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    for (const key of keysOf(index)) {
      const items = groups.get(key);
      if (items === undefined) groups.set(key, [index]);
      else items.push(index);
    }
  }
  return [...groups].map(([key, items]) => ({key, items}));
};

/** Alphabetical by their label; what has no label, and keyless, come last. */
export const authTypeOrder: readonly AuthType[] = [
  'authToken',
  'basic',
  'custom',
  'externalOauth',
  'hmac',
  'jwt',
  'mutualTls',
  'oauth',
  'oidc',
  'keyless',
];

const inOrder = (groups: readonly Bare[], grouping: Grouping): readonly Bare[] => {
  const rank = (key: string): string => {
    if (grouping !== 'authType') return key === '' ? '1' : `0${key}`;
    return String.fromCharCode(97 + authTypeOrder.findIndex(type => type === key));
  };
  return [...groups].sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1));
};

const laidOut = (
  groups: readonly Bare[],
): {readonly groups: readonly Group[]; readonly stops: number} => {
  let stops = 0;
  const laid = groups.map(group => {
    const before = stops;
    stops += group.items.length;
    return {...group, before};
  });
  return {groups: laid, stops};
};
