import {policyRefusal} from '../../key/policy-refusal.ts';
import type {PolicyRefusal} from '../../key/policy-refusal.ts';
import type {Policy} from '../../key/policy.ts';
import {unlistedPolicy} from '../../key/policy.ts';
import {acted, isMove} from '../acts.ts';
import type {Press} from '../acts.ts';
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
    next: () => next(state, policy, event.wall),
    copyId: () =>
      policy === undefined ? step(state) : step(state, {kind: 'copyId', id: policy.id}),
    back: () => back(state, event.wall),
  });
};

const moved = (
  state: State,
  screen: PolicyScreen,
  move: Parameters<typeof movedPlace>[3],
): PolicyScreen => ({
  ...screen,
  cursor: movedPlace(state.policies.shelf, screen.found, screen.cursor, move, pageOf(state.size)),
});

const searched = (state: State, screen: PolicyScreen, key: KeyPress): PolicyScreen => {
  const query = editLine(screen.query, key) ?? screen.query;
  const next = refoundPolicies(state, {...screen, query});
  const longer = query.text.length > screen.query.text.length;
  return longer ? {...next, cursor: placeAt(state.policies.shelf, next.found, 0)} : next;
};

const next = (state: State, policy: Policy | undefined, wall: number): Step => {
  if (policy === undefined) return unlisted(state, wall);
  const because = refusalOfPolicy(state, policy);
  if (because !== undefined) {
    return step({...state, note: {kind: 'policyRefused', because, name: policy.name}});
  }
  return proceed({...state, draft: {...state.draft, policy}}, wall);
};

/** Where a server lists no policies, what is typed is taken as the id of one. */
const unlisted = (state: State, wall: number): Step => {
  const screen = present(state);
  const id = screen.kind === 'policies' ? screen.query.text.trim() : '';
  const isUnlisted = state.policies.problem?.kind === 'policiesNotListed';
  if (!isUnlisted || id === '') return step({...state, note: {kind: 'nothingHere'}});
  return proceed({...state, draft: {...state.draft, policy: unlistedPolicy(id)}}, wall);
};

/** Why a key can't be made from this policy, as far as the list of APIs can tell by now. */
export const refusalOfPolicy = ({apis}: State, policy: Policy): PolicyRefusal | undefined => {
  const known = {complete: 'all', loading: 'some', idle: 'none', failed: 'none'} as const;
  return policyRefusal(policy, apis.shelf.rows, known[apis.status]);
};
