import type {Estate} from '../estate/estate.ts';
import type {World} from '../keys/issue-key.ts';
import {type Asked, json, type Reply, streamedJson} from '../wire/exchange.ts';
import {pageOf} from '../wire/paging.ts';
import type {Route} from '../wire/router.ts';

/**
 * APIs, categories, policies (tyk-facts 1.1, part 4). `sort`, `category` and `auth_type` are ignored,
 * as older Dashboards do without a word.
 */
export const listRoutes = ({estate}: World): readonly Route[] => [
  ['GET', '/api/apis', asked => apiList(estate, asked)],
  ['GET', '/api/apis/search', asked => apiList(estate, asked)],
  ['GET', '/api/apis/categories', () => json(200, {categories: categoriesOf(estate)})],
  ['GET', '/api/portal/policies', asked => policyList(estate, asked)],
];

const apiList = (estate: Estate, asked: Asked): Reply => {
  const wanted = asked.query.get('q') ?? '';
  const places = wanted === '' ? undefined : [...named(estate, wanted.toLowerCase())];
  const page = pageOf(asked, places?.length ?? estate.size);
  // Go writes a list that was never filled as null.
  if (page.from === page.to) return json(200, {apis: null, pages: page.pages});
  const rows = itemTexts(estate, places, page);
  return streamedJson('{"apis":[', rows, `],"pages":${page.pages}}`);
};

function* named(estate: Estate, wanted: string): Iterable<number> {
  for (let place = 0; place < estate.size; place += 1)
    if (estate.rowAt(place).name.toLowerCase().includes(wanted)) yield place;
}

function* itemTexts(
  estate: Estate,
  places: readonly number[] | undefined,
  {from, to}: {readonly from: number; readonly to: number},
): Iterable<string> {
  for (let at = from; at < to; at += 1) yield estate.rowAt(places?.[at] ?? at).itemText;
}

const categoriesOf = (estate: Estate): readonly {name: string; count: number}[] => {
  const counts = new Map<string, number>();
  for (let place = 0; place < estate.size; place += 1)
    for (const name of estate.rowAt(place).categories)
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({name, count}));
};

const policyList = ({policies}: Estate, asked: Asked): Reply => {
  const page = pageOf(asked, policies.length);
  return json(200, {Data: policies.slice(page.from, page.to), Pages: page.pages});
};
