import {openedBy} from '../../key/combine-policies.ts';
import type {Creation, CreatedKey} from '../../key/backend.ts';
import type {Api} from '../../key/api.ts';
import type {KeyRequest} from '../../key/request.ts';
import {emptyDraft} from '../../key/draft.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {wasSent} from '../arrived.ts';
import type {Event, Step, TrialCall} from '../event.ts';
import {exchange, pop, popTo, present, push, put, startAt, step} from '../path.ts';
import type {CreatedScreen, CreatingScreen, Ending, LeaveScreen, State} from '../state.ts';

/** How long a person who wants to leave is asked to wait for the answer, milliseconds. */
export const patience = 10_000;

export const pressCreating = (state: State, screen: CreatingScreen, {intent}: Press): Step => {
  return intent === 'leaveSoon' || intent === 'leaveNow' ? leaving(state, screen) : step(state);
};

/** At first the answer is waited for a while; the second time it is given up. */
const leaving = (state: State, screen: CreatingScreen): Step =>
  screen.leavingAt === undefined
    ? step(put(state, {...screen, leavingAt: screen.now + patience}))
    : step(state, {kind: 'abandonCreation'});

export const ticked = (state: State, now: number): Step => {
  const screen = present(state);
  if (screen.kind !== 'creating') return step(state);
  const waiting = put(state, {...screen, now});
  const isOver = screen.leavingAt !== undefined && now >= screen.leavingAt;
  return isOver ? step(waiting, {kind: 'abandonCreation'}) : step(waiting);
};

/** The one answer to the one POST. A key that was made is shown whatever the person did meanwhile. */
export const creationEnded = (state: State, creation: Creation): Step => {
  const screen = present(state);
  if (screen.kind !== 'creating') return step(state);
  const {request} = screen;
  switch (creation.outcome) {
    case 'created':
      return step({...startAt(state, createdScreen(request, creation.key)), draft: emptyDraft});
    case 'notCreated':
      return step(exchange(state, {kind: 'notCreated', request, problem: creation.problem}));
    case 'unknown': {
      const {problem, sentAt, tookMs, sentExpires} = creation;
      const unknown = {kind: 'unknown', request, problem, sentAt, tookMs, sentExpires} as const;
      return step({...exchange(state, unknown), unknownBefore: unknown});
    }
  }
};

const createdScreen = (request: KeyRequest, key: CreatedKey): CreatedScreen => ({
  kind: 'created',
  request,
  key,
  revealed: false,
  seen: false,
  copied: undefined,
  pasted: 'notAsked',
  trials: undefined,
});

export const pressCreated = (state: State, screen: CreatedScreen, {intent}: Press): Step => {
  const {secret} = screen.key;
  return acted(state, intent, {
    reveal: () => step(put(state, {...screen, revealed: true})),
    hide: () => step(put(state, {...screen, revealed: false})),
    copy: () => step(state, {kind: 'copyKey', secret}),
    pasted: () => step(put(state, {...screen, pasted: 'yes'})),
    notPasted: () => step(put(state, {...screen, pasted: 'notAsked'})),
    try: () =>
      step(put(state, {...screen, trials: 'running'}), {
        kind: 'tryKey',
        secret,
        calls: trialCalls(state, screen),
      }),
    revoke: () => step(push(state, leaveScreen)),
    done: () =>
      screen.seen || screen.pasted === 'yes'
        ? step(ended(state, keyEnding(screen, screen.seen ? 'seen' : 'sent')), {kind: 'exit'})
        : step(push(state, leaveScreen)),
  });
};

const leaveScreen: LeaveScreen = {kind: 'leave', revoking: false, problem: undefined};

/** One API that the key opens, and one that it must not. */
const trialCalls = (state: State, {request}: CreatedScreen): readonly TrialCall[] => {
  const apis = state.apis.shelf.rows;
  const {access} = request;
  const ids =
    access.kind === 'apis'
      ? access.grants.map(({api}) => api.id)
      : openedBy(access.policies).map(({apiId}) => apiId);
  const canTry = (api: Api): boolean =>
    !api.internal &&
    !api.graphql &&
    !api.authTypes.includes('keyless') &&
    api.authTypes.length === 1;
  const opens = apis.find(api => ids.includes(api.id) && canTry(api));
  const other = apis.find(
    api =>
      !ids.includes(api.id) && canTry(api) && api.authTypes.includes('authToken') && api.active,
  );
  return [
    ...(opens === undefined ? [] : [{api: opens, shouldOpen: true}]),
    ...(other === undefined ? [] : [{api: other, shouldOpen: false}]),
  ];
};

export const choseToLeave = (state: State, value: string): Step => {
  const screen = present(state);
  const created = state.path.find(candidate => candidate.kind === 'created');
  if (screen.kind !== 'leave' || created?.kind !== 'created' || screen.revoking) return step(state);
  switch (value) {
    case 'revoke':
      return step(put(state, {...screen, revoking: true, problem: undefined}), {
        kind: 'revokeKey',
        secret: created.key.secret,
      });
    case 'leave':
      return step(ended(state, keyEnding(created, fateOf(created))), {kind: 'exit'});
    default:
      return step(pop(state));
  }
};

const fateOf = (screen: CreatedScreen): 'seen' | 'sent' | 'neverShown' => {
  if (screen.seen) return 'seen';
  return screen.copied !== undefined && wasSent(screen.copied) ? 'sent' : 'neverShown';
};

/** Revoked is claimed only when the server said so; otherwise the key lives on and is still here. */
export const revokeEnded = (state: State, event: Extract<Event, {kind: 'revokeEnded'}>): Step => {
  const screen = present(state);
  const created = state.path.find(candidate => candidate.kind === 'created');
  if (screen.kind !== 'leave' || created?.kind !== 'created') return step(state);
  return event.answer.ok
    ? step(ended(state, keyEnding(created, 'revoked')), {kind: 'exit'})
    : step(put(state, {...screen, revoking: false, problem: event.answer.problem}));
};

type Fate = Extract<Ending, {kind: 'created'}>['fate'];

const keyEnding = ({request, key}: CreatedScreen, fate: Fate): Ending => ({
  kind: 'created',
  alias: request.alias,
  hash: key.hash,
  expires: key.stored.expires ?? key.sentExpires,
  fate,
});

const ended = (state: State, ending: Ending): State => ({...state, ending});

/** After "not created" or "unknown": what the menu leads to. */
export const choseAfterwards = (state: State, value: string): Step => {
  switch (value) {
    case 'review':
      return step(popTo(state, 'review') ?? pop(state), {kind: 'readClock'});
    case 'configure':
      return step(popTo(state, 'configure') ?? pop(state));
    case 'access':
      return step(popTo(state, 'choose') ?? popTo(state, 'policies') ?? pop(state));
    default:
      return step(ended(state, endingOnLeave(state)), {kind: 'exit'});
  }
};

/** What the program ends with when a person leaves at this point. */
const endingOnLeave = (state: State): Ending => {
  const screen = present(state);
  const created = state.path.find(candidate => candidate.kind === 'created');
  if (created?.kind === 'created') return keyEnding(created, fateOf(created));
  const unknown = screen.kind === 'unknown' ? screen : state.unknownBefore;
  if (unknown !== undefined) {
    const {request, sentAt, sentExpires} = unknown;
    return {kind: 'unknown', alias: request.alias, sentAt, sentExpires};
  }
  if (screen.kind === 'notCreated') return {kind: 'notCreated'};
  const isRefused =
    screen.kind === 'connect' &&
    screen.problem?.kind === 'answer' &&
    screen.problem.problem.kind === 'notAuthorised';
  return isRefused ? {kind: 'notAuthorised'} : {kind: 'cancelled'};
};

/** Ctrl+C: leaves at once, except where a key is alive that may be lost with it. */
export const cancelled = (state: State): Step => {
  const screen = present(state);
  // From the help of that screen: a request is on its way, and "cancelled" would be a lie.
  if (screen.kind === 'creating') return leaving({...state, help: undefined}, screen);
  if (screen.kind === 'created') {
    const hidden = put(state, {...screen, revealed: false});
    return step(push(hidden, leaveScreen));
  }
  return step(ended(state, endingOnLeave(state)), {kind: 'exit'});
};
