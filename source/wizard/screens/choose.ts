import type {Api} from '../../key/api.ts';
import {grantOf} from '../../key/grant.ts';
import {plainKey} from '../../key/plain-key.ts';
import type {Grant} from '../../key/request.ts';
import {acted, isMove} from '../acts.ts';
import type {Move, Press} from '../acts.ts';
import {keptPlace, movedPlace, pageOf, placeAt, rowAt} from '../cursor.ts';
import {editLine, lineOf} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {findApis, noFilter, nothingFound} from '../find.ts';
import type {Note} from '../note.ts';
import {push, put, step} from '../path.ts';
import type {ChooseScreen, State} from '../state.ts';
import {back, proceed} from '../proceed.ts';

export const chooseScreen = (state: State): ChooseScreen =>
  refound(state, {
    kind: 'choose',
    query: lineOf(''),
    grouping: 'authType',
    filter: noFilter,
    found: nothingFound,
    cursor: undefined,
  });

/** Search, filter and groups anew; the cursor stays on its row while that is there. */
export const refound = (state: State, screen: ChooseScreen): ChooseScreen => {
  const {shelf} = state.apis;
  const found = findApis(shelf, screen.query.text, screen.grouping, screen.filter);
  return {...screen, found, cursor: keptPlace(shelf, found, screen.cursor)};
};

export const pressChoose = (state: State, screen: ChooseScreen, event: Press): Step => {
  const api = rowAt(state.apis.shelf, screen.cursor);
  if (isMove(event.intent)) return step(put(state, moved(state, screen, event.intent)));
  return acted(state, event.intent, {
    edit: () => step(put(state, searched(state, screen, event.key))),
    clear: () => step(put(state, refound(state, {...screen, query: lineOf('')}))),
    mark: () => step(api === undefined ? noted(state, {kind: 'nothingHere'}) : toggled(state, api)),
    next: () => next(state, api, event.wall),
    grouping: () => step(push(state, {kind: 'grouping'})),
    filter: () => step(push(state, {kind: 'filter', filter: screen.filter, cursor: 0})),
    clearFilter: () => step(put(state, refound(state, {...screen, filter: noFilter}))),
    versions: () => step(openVersions(state, api)),
    copyId: () => (api === undefined ? step(state) : step(state, {kind: 'copyId', id: api.id})),
    back: () => back(state, event.wall),
  });
};

const moved = (state: State, screen: ChooseScreen, move: Move): ChooseScreen => ({
  ...screen,
  cursor: movedPlace(state.apis.shelf, screen.found, screen.cursor, move, pageOf(state.size)),
});

/** A longer query looks only at what the shorter one left, and puts the cursor on the best hit. */
const searched = (state: State, screen: ChooseScreen, key: KeyPress): ChooseScreen => {
  const query = editLine(screen.query, key) ?? screen.query;
  if (query.text === screen.query.text) return {...screen, query};
  const {shelf} = state.apis;
  const found = findApis(shelf, query.text, screen.grouping, screen.filter, screen.found);
  const longer = query.text.length > screen.query.text.length;
  const cursor = longer ? placeAt(shelf, found, 0) : keptPlace(shelf, found, screen.cursor);
  return {...screen, query, found, cursor};
};

const noted = (state: State, note: Note): State => ({...state, note});

/** The mark of an API goes on or off; a refusal is said on the spot. */
const toggled = (state: State, api: Api): State => {
  const {grants} = state.draft;
  const without = grants.filter(grant => grant.api.id !== api.id);
  if (without.length < grants.length) return withGrants(state, without);
  const refusal = refusalOf(api, grants);
  if (refusal !== undefined) return noted(state, refusal);
  return {...withGrants(state, [...grants, grantOf(api)]), note: remarkOn(api)};
};

const withGrants = (state: State, grants: readonly Grant[]): State => ({
  ...state,
  draft: {...state.draft, grants},
});

const refusalOf = (api: Api, grants: readonly Grant[]): Note | undefined => {
  const opens = plainKey(api);
  if (opens.kind === 'refused') return {kind: 'refused', because: opens.because, name: api.name};
  const other = grants.find(grant => grant.api.organisation !== api.organisation);
  return other && {kind: 'otherOrganisation', name: other.api.name};
};

/** What a person should know about an API that was just marked. */
const remarkOn = (api: Api): Note | undefined => {
  if (plainKey(api).kind === 'noEffect') return {kind: 'noEffect', name: api.name};
  if (api.sisters.length === 0) return undefined;
  return {kind: 'opensOnlyBase', name: api.name, versions: api.sisters.map(sister => sister.name)};
};

const next = (state: State, api: Api | undefined, wall: number): Step => {
  if (state.draft.grants.length > 0) return proceed(state, wall);
  if (api === undefined) return step(noted(state, {kind: 'nothingChosen'}));
  const chosen = toggled(state, api);
  return chosen.draft.grants.length === 0 ? step(chosen) : proceed(chosen, wall);
};

/** The page marks nothing by itself: only accepting it does. */
const openVersions = (state: State, api: Api | undefined): State => {
  if (api === undefined) return noted(state, {kind: 'nothingHere'});
  if (!api.versioned) return noted(state, remarkOn(api) ?? {kind: 'notVersioned'});
  const {grants} = state.draft;
  const grant = grants.find(candidate => candidate.api.id === api.id);
  const refusal = grant === undefined ? refusalOf(api, grants) : undefined;
  if (refusal !== undefined) return noted(state, refusal);
  const marked = (grant ?? grantOf(api)).versions;
  return push(state, {kind: 'versions', api, marked, cursor: 0});
};
