import {isNonEmpty} from '../../key/non-empty.ts';
import {pageOf} from '../cursor.ts';
import type {Press} from '../acts.ts';
import type {Step} from '../event.ts';
import {pop, put, step} from '../path.ts';
import type {State, VersionsScreen} from '../state.ts';
import {movedIndex, toggledIn} from './filter.ts';

/** Which versions of a versioned Classic API the key opens; the API's own order is kept. */
export const pressVersions = (state: State, screen: VersionsScreen, {intent}: Press): Step => {
  const {versions} = screen.api;
  const cursor = movedIndex(screen.cursor, intent, versions.length, pageOf(state.size));
  if (cursor !== undefined) return step(put(state, {...screen, cursor}));
  const version = versions[screen.cursor];
  if (intent === 'toggle' && version !== undefined) {
    return step(put(state, {...screen, marked: toggledIn(screen.marked, version)}));
  }
  if (intent === 'next') return step(accepted(state, screen));
  return step(intent === 'back' ? pop(state) : state);
};

const accepted = (state: State, {api, marked}: VersionsScreen): State => {
  const versions = api.versions.filter(version => marked.includes(version));
  if (!isNonEmpty(versions)) return {...state, note: {kind: 'versionNeeded'}};
  const isMarked = state.draft.grants.some(grant => grant.api.id === api.id);
  const grants = isMarked
    ? state.draft.grants.map(grant => (grant.api.id === api.id ? {api, versions} : grant))
    : [...state.draft.grants, {api, versions}];
  return {...pop(state), draft: {...state.draft, grants}};
};
