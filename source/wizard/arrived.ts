import type {Chunk} from '../key/backend.ts';
import type {Api} from '../key/api.ts';
import type {Policy} from '../key/policy.ts';
import type {Problem} from '../key/problem.ts';
import {Secret} from '../key/secret.ts';
import type {Event} from './event.ts';
import {stock} from './find.ts';
import {present, put, startAt} from './path.ts';
import {refound} from './screens/choose.ts';
import {connected, connectScreen} from './screens/connect.ts';
import {refoundPolicies} from './screens/policies.ts';
import type {CopyResult, Listing, Screen, State} from './state.ts';

export type Arrival = Extract<
  Event,
  {
    kind:
      | 'resized'
      | 'connected'
      | 'apisArrived'
      | 'apisEnded'
      | 'policiesArrived'
      | 'policiesEnded'
      | 'clockRead'
      | 'described'
      | 'keyDrawn'
      | 'keyCopied'
      | 'idCopied'
      | 'tried';
  }
>;

/** Something that was asked for has come: it changes what is known, and asks for nothing more. */
export const arrived = (state: State, event: Arrival): State => {
  switch (event.kind) {
    case 'resized':
      return {...state, size: event.size};
    case 'connected':
      return {
        ...state,
        address: event.address,
        apis: {...state.apis, status: 'loading', problem: undefined},
      };
    case 'apisArrived':
      return inLists(beyondConnect({...state, apis: grown(state.apis, event.chunk)}));
    case 'apisEnded':
      return apisEnded(state, event.problem);
    case 'policiesArrived':
      return inLists({...state, policies: grown(state.policies, event.chunk)});
    case 'policiesEnded':
      return inLists({...state, policies: ended(state.policies, event.problem)});
    case 'clockRead':
      return {...state, skewMs: event.skewMs};
    case 'described':
      return onScreen(state, 'request', screen => ({...screen, text: event.text}));
    case 'keyDrawn':
      return onScreen(state, 'created', screen => ({...screen, seen: true}));
    case 'keyCopied':
      return onScreen(state, 'created', screen => ({
        ...screen,
        copied: event.result,
        pasted: screen.pasted === 'yes' || !wasSent(event.result) ? screen.pasted : 'asking',
      }));
    case 'idCopied':
      return {
        ...state,
        note: wasSent(event.result) ? {kind: 'idSent', id: event.id} : {kind: 'idNotSent'},
      };
    case 'tried':
      return onScreen(state, 'created', screen => ({...screen, trials: event.trials}));
  }
};

/** Something went to a clipboard, or at least on its way: nobody can know whether it got there. */
export const wasSent = (result: CopyResult): boolean => result !== 'failed' && result !== 'none';

const grown = <T extends Api | Policy>(list: Listing<T>, chunk: Chunk<T>): Listing<T> => ({
  status: 'loading',
  shelf: stock(list.shelf, chunk.rows),
  receivedBytes: chunk.receivedBytes,
  problem: undefined,
});

const ended = <T>(list: Listing<T>, problem: Problem | undefined): Listing<T> => ({
  ...list,
  status: problem === undefined ? 'complete' : 'failed',
  problem,
});

/** Rows that came belong to a good credential: the screen that asked for it is done. */
const beyondConnect = (state: State): State =>
  present(state).kind === 'connect' ? connected(state) : state;

/**
 * The list is complete or will not be. A server that can't be talked to, or that does not know the
 * credential, leads back to where both can be changed; a user who may not list APIs may still have a policy.
 */
const apisEnded = (state: State, problem: Problem | undefined): State => {
  const next = asFound({...state, apis: ended(state.apis, problem)}, problem);
  const isUsable =
    problem === undefined || problem.kind === 'forbidden' || next.apis.shelf.rows.length > 0;
  if (isUsable) return inLists(beyondConnect(next));
  const before = present(state);
  if (before.kind === 'connect' && problem.kind === 'cancelled')
    return put(next, {...before, busy: false});
  const answer = {kind: 'answer', problem} as const;
  if (before.kind === 'connect') return put(next, {...before, busy: false, problem: answer});
  const hasPolicies = next.policies.shelf.rows.length > 0;
  const isChoosing =
    stillChoosing.includes(before.kind) || (before.kind === 'policies' && !hasPolicies);
  return isChoosing
    ? startAt(next, connectScreen(state.address, keptCredential(state, problem), answer))
    : next;
};

/** A credential that the server does not know is typed anew; one that never got there is not. */
const keptCredential = ({credential}: State, {kind}: Problem): Secret =>
  kind === 'notAuthorised' || kind === 'otherServer' ? new Secret('') : credential;

/** A server that says itself that it is the other kind is asked for its credential as that kind. */
const asFound = (state: State, problem: Problem | undefined): State => {
  const found = problem?.kind === 'otherServer' ? problem.found : undefined;
  if (found === undefined || found === 'dataPlane') return state;
  const path: State['path'] = [connectScreen(state.address, new Secret(''))];
  return {...state, server: found, path: present(state).kind === 'connect' ? path : state.path};
};

/** Screens that are of no use without a list. Beyond them a key may be in the making: never leave those. */
const stillChoosing: readonly Screen['kind'][] = ['way', 'choose', 'grouping', 'filter'];

/** Every list on the way here is searched anew, so that none shows what was true before. */
const inLists = (state: State): State => {
  const again = (screen: Screen): Screen => {
    if (screen.kind === 'choose') return refound(state, screen);
    return screen.kind === 'policies' ? refoundPolicies(state, screen) : screen;
  };
  const [first, ...rest] = state.path;
  return {...state, path: [again(first), ...rest.map(again)]};
};

const onScreen = <K extends Screen['kind']>(
  state: State,
  kind: K,
  change: (screen: Extract<Screen, {kind: K}>) => Screen,
): State => {
  const [first, ...rest] = state.path;
  const isWanted = (screen: Screen): screen is Extract<Screen, {kind: K}> => screen.kind === kind;
  const changed = (screen: Screen): Screen => (isWanted(screen) ? change(screen) : screen);
  return {...state, path: [changed(first), ...rest.map(changed)]};
};
