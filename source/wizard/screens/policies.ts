import {isNonEmpty} from '../../key/non-empty.ts';
import {besideRefusal, policiesRefusal} from '../../key/policies-refusal.ts';
import type {PoliciesRefusal} from '../../key/policies-refusal.ts';
import type {Known} from '../../key/policy-refusal.ts';
import type {Policy} from '../../key/policy.ts';
import {unlistedPolicy} from '../../key/policy.ts';
import {acted, isMove} from '../acts.ts';
import type {Move, Press} from '../acts.ts';
import {keptPlace, movedPlace, pageOf, placeAt, rowAt} from '../cursor.ts';
import {editLine, lineOf} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {findPolicies, nothingFound} from '../find.ts';
import {present, put, step} from '../path.ts';
import {back, proceed} from '../proceed.ts';
import type {PolicyScreen, State} from '../state.ts';

export const policyScreen = (state: State): PolicyScreen =>
  refoundPolicies(state, {
    kind: 'policies',
    query: lineOf(''),
    found: nothingFound,
    cursor: undefined,
  });

/** Searched anew; the cursor stays on its row while that is there. */
export const refoundPolicies = (state: State, screen: PolicyScreen): PolicyScreen => {
  const {shelf} = state.policies;
  const found = findPolicies(shelf, screen.query.text);
  return {...screen, found, cursor: keptPlace(shelf, found, screen.cursor)};
};

export const pressPolicies = (state: State, screen: PolicyScreen, event: Press): Step => {
  const policy = rowAt(state.policies.shelf, screen.cursor);
  if (isMove(event.intent)) return step(put(state, moved(state, screen, event.intent)));
  return acted(state, event.intent, {
    edit: () => step(put(state, searched(state, screen, event.key))),
    clear: () => step(put(state, refoundPolicies(state, {...screen, query: lineOf('')}))),
    mark: () =>
      step(policy === undefined ? {...state, note: {kind: 'nothingHere'}} : toggled(state, policy)),
    next: () => next(state, policy, event.wall),
    copyId: () =>
      policy === undefined ? step(state) : step(state, {kind: 'copyId', id: policy.id}),
    back: () => back(state, event.wall),
  });
};

const moved = (state: State, screen: PolicyScreen, move: Move): PolicyScreen => ({
  ...screen,
  cursor: movedPlace(state.policies.shelf, screen.found, screen.cursor, move, pageOf(state.size)),
});

const searched = (state: State, screen: PolicyScreen, key: KeyPress): PolicyScreen => {
  const query = editLine(screen.query, key) ?? screen.query;
  const next = refoundPolicies(state, {...screen, query});
  const longer = query.text.length > screen.query.text.length;
  return longer ? {...next, cursor: placeAt(state.policies.shelf, next.found, 0)} : next;
};

/** The mark of a policy goes on or off; what can't be on one key is refused on the spot. */
const toggled = (state: State, policy: Policy): State => {
  const {policies} = state.draft;
  const without = policies.filter(({id}) => id !== policy.id);
  if (without.length < policies.length) return withPolicies(state, without);
  const refusal = besideRefusal(policy, policies, state.apis.shelf.rows, known(state));
  if (refusal !== undefined) return noted(state, refusal);
  return withPolicies(state, [...policies, policy]);
};

const withPolicies = (state: State, policies: readonly Policy[]): State => ({
  ...state,
  draft: {...state.draft, policies},
});

const noted = (state: State, refusal: PoliciesRefusal): State => ({
  ...state,
  note: {kind: 'policiesRefused', refusal},
});

/** On with the marked ones, in the order of their marks; with none, the one under the cursor is marked. */
const next = (state: State, policy: Policy | undefined, wall: number): Step => {
  const typed = typedPolicies(state);
  if (isNonEmpty(typed)) return proceed(withPolicies(state, typed), wall);
  if (state.draft.policies.length > 0) return withMarked(state, wall);
  if (policy === undefined) return step({...state, note: {kind: 'nothingHere'}});
  const refusal = policiesRefusal([policy], state.apis.shelf.rows, known(state));
  if (refusal !== undefined) return step(noted(state, refusal));
  return proceed(withPolicies(state, [policy]), wall);
};

/** Looked at again: since they were marked, more may have become known of their APIs. */
const withMarked = (state: State, wall: number): Step => {
  const refusal = policiesRefusal(state.draft.policies, state.apis.shelf.rows, known(state));
  return refusal === undefined ? proceed(state, wall) : step(noted(state, refusal));
};

/** Where a server lists no policies, what is typed are ids, with commas or blanks between; each once. */
const typedPolicies = (state: State): readonly Policy[] => {
  const screen = present(state);
  if (screen.kind !== 'policies' || state.policies.problem?.kind !== 'policiesNotListed') return [];
  const ids = screen.query.text.split(/[\s,]+/).filter(id => id !== '');
  return [...new Set(ids)].map(unlistedPolicy);
};

/** Why a key can't have this policy beside the marked ones, as far as the list of APIs can tell by now. */
export const refusalOfPolicy = (state: State, policy: Policy): PoliciesRefusal | undefined => {
  const others = state.draft.policies.filter(({id}) => id !== policy.id);
  return besideRefusal(policy, others, state.apis.shelf.rows, known(state));
};

const known = ({apis}: State): Known =>
  (({complete: 'all', loading: 'some', idle: 'none', failed: 'none'}) as const)[apis.status];
