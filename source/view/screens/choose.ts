import type {Api} from '../../key/api.ts';
import {plainKey} from '../../key/plain-key.ts';
import * as words from '../../text/choose.ts';
import {
  apiMarks,
  authTypeNames,
  boundToCertificate,
  shortAuthTypeNames,
  shortId,
  uncategorised,
} from '../../text/names.ts';
import {problemSentences} from '../../text/problems.ts';
import {rowAt, stopOf} from '../../wizard/cursor.ts';
import {apiFacts} from '../../wizard/api-facts.ts';
import {positions} from '../../wizard/match.ts';
import type {ChooseScreen, State} from '../../wizard/state.ts';
import {nameOfGrant} from '../grants.ts';
import type {Block, Span} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';
import {hostOf} from '../host.ts';
import {highlighted, listBlock} from '../list.ts';
import type {RowContent} from '../list.ts';

export const chooseBody = (state: State, screen: ChooseScreen): readonly Block[] => {
  const {shelf} = state.apis;
  const api = rowAt(shelf, screen.cursor);
  return [
    searchRow(state, screen),
    {kind: 'text', oneLine: true, text: muted(overview(screen, shelf.rows))},
    gap,
    listOrReason(state, screen),
    gap,
    ...(api === undefined ? [] : [aboutApi(state, screen, api)]),
    tray(state),
    ...progress(state, 'apis'),
  ];
};

const searchRow = (state: State, screen: ChooseScreen): Block => ({
  kind: 'row',
  label: words.searchLabel,
  value: {
    value: screen.query.text,
    caret: screen.query.caret,
    placeholder: words.searchPlaceholder,
  },
  focused: false,
  aside: words.countWords(
    screen.found.hits,
    state.apis.shelf.rows.length,
    state.draft.grants.length,
  ),
});

/** Grouping and filter in words: an active filter is never invisible. */
const overview = ({grouping, filter}: ChooseScreen, apis: readonly Api[]): string => {
  const {categoryLabels, notOpenable} = apiFacts(apis);
  return [
    words.groupedBy[grouping],
    ...(filter.authTypes.length > 0
      ? [filter.authTypes.map(type => authTypeNames[type]).join(', ')]
      : []),
    ...(filter.categories.length > 0
      ? [words.inCategories(filter.categories.map(key => categoryLabels.get(key) ?? uncategorised))]
      : []),
    ...(filter.onlyOpenable ? [words.onlyOpenable(notOpenable)] : []),
  ].join(' · ');
};

const listOrReason = (state: State, screen: ChooseScreen): Block => {
  const {shelf, status} = state.apis;
  if (screen.found.hits > 0) return apiList(state, screen);
  if (shelf.rows.length === 0) {
    return status === 'complete' ? paragraph(words.emptyList(state.server).apis) : {kind: 'gap'};
  }
  return paragraph(screen.query.text === '' ? words.filteredOut : words.noMatch(screen.query.text));
};

const apiList = (state: State, screen: ChooseScreen): Block => {
  const {shelf} = state.apis;
  const {grouping, query} = screen;
  const {twins, categoryLabels} = apiFacts(shelf.rows);
  const heading = (key: string): string =>
    grouping === 'authType' ? authTypeHeading(key) : (categoryLabels.get(key) ?? uncategorised);
  const marked = new Set(state.draft.grants.map(grant => grant.api.id));
  return listBlock(
    shelf,
    screen.found,
    screen.cursor,
    grouping === 'none' ? undefined : heading,
    apiColumns,
    api => apiRow(api, query.text, marked.has(api.id), twins.has(api.name)),
  );
};

/** Authentication type, marks, categories. */
const apiColumns = [14, 12, 14];

const authTypeHeading = (key: string): string =>
  new Map<string, string>(Object.entries(authTypeNames)).get(key) ?? key;

const apiRow = (api: Api, query: string, isMarked: boolean, hasTwin: boolean): RowContent => ({
  mark: isMarked ? 'on' : plainKey(api).kind === 'refused' ? 'fixed' : 'off',
  name: highlighted(api.name, positions(api, query)),
  cells: [
    [
      ...api.authTypes.map(type => shortAuthTypeNames[type]),
      ...(api.certificateBound ? [boundToCertificate] : []),
    ].join(' + '),
    [...(hasTwin ? [shortId(api.id)] : []), ...apiMarks(api)].join(' '),
    api.categories.join(', '),
  ],
});

const aboutApi = ({apis}: State, {found, cursor}: ChooseScreen, api: Api): Block => {
  const position = words.positionWords((stopOf(apis.shelf, found, cursor) ?? 0) + 1, found.stops);
  const line = words.idLine(shortId(api.organisation), position, api.id, api.listenPath);
  return {kind: 'text', oneLine: true, text: plain(line)};
};

const tray = (state: State): Block =>
  state.draft.grants.length === 0
    ? paragraph(words.nothingMarked, 'muted', 6)
    : {
        kind: 'text',
        oneLine: true,
        text: [
          {text: words.markedLine(state.draft.grants.map(grant => nameOfGrant(state, grant)))},
        ],
      };

/** What is still coming, or why it is not. */
export const progress = (state: State, what: 'apis' | 'policies'): readonly Block[] => {
  const {status, shelf, receivedBytes, problem} = state[what];
  if (status === 'loading') {
    return [paragraph(words.loadingWords(what, shelf.rows.length, receivedBytes), 'muted')];
  }
  if (status !== 'failed' || problem === undefined) return [];
  const {says, next} = problemSentences(problem, hostOf(state.address), state.server);
  const spans: readonly Span[] = [{text: `! ${says} `, role: 'bad'}, {text: next}];
  return [{kind: 'text', text: spans}];
};
