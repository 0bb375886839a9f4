import type {Event, Step} from './event.ts';
import {pageOf} from './cursor.ts';
import type {Acts, Press} from './acts.ts';
import {arrived} from './arrived.ts';
import {bindingsNow} from './keymap.ts';
import {idleListing} from './listing.ts';
import type {Note} from './note.ts';
import {pop, present, push, put, step} from './path.ts';
import {chooseScreen, pressChoose, refound} from './screens/choose.ts';
import {pressConnect} from './screens/connect.ts';
import {pressConfigure} from './screens/configure.ts';
import {movedIndex, pressFilter} from './screens/filter.ts';
import {choseRenewal, pressLimits, pressOwnRenewal} from './screens/limits.ts';
import {pressMetadata} from './screens/metadata.ts';
import {
  cancelled,
  choseAfterwards,
  choseToLeave,
  creationEnded,
  pressCreated,
  pressCreating,
  revokeEnded,
  ticked,
} from './screens/outcome.ts';
import {choseExpiry, pressNever, pressOwnExpiry} from './screens/pages.ts';
import {policyScreen, pressPolicies} from './screens/policies.ts';
import {pressRequest} from './screens/request.ts';
import {pressReview} from './screens/review.ts';
import {pressVersions} from './screens/versions.ts';
import type {State} from './state.ts';

/** What happens next. Pure: no clock, no terminal, no server; what it wants of them it says as effects. */
export const update = (state: State, event: Event): Step => {
  switch (event.kind) {
    case 'press':
      return pressed({...state, note: undefined}, event);
    case 'tooEarly':
      return step(tooEarly(state, event.at));
    case 'chose':
      return chose({...state, note: undefined}, event.value, event.wall);
    case 'drawn':
      return step(state.guardedSince === undefined ? {...state, guardedSince: event.now} : state);
    case 'tick':
      return ticked(state, event.now);
    case 'creationEnded':
      return creationEnded(state, event.creation);
    case 'revokeEnded':
      return revokeEnded(state, event);
    case 'resized':
    case 'connected':
    case 'apisArrived':
    case 'apisEnded':
    case 'policiesArrived':
    case 'policiesEnded':
    case 'clockRead':
    case 'described':
    case 'keyDrawn':
    case 'keyCopied':
    case 'idCopied':
    case 'tried':
      return step(arrived(state, event));
  }
};

/** A refused press starts the quiet time anew: a key that is held down never gets through. */
const tooEarly = (state: State, at: number): State => {
  const note: Note = {kind: 'pressAgain'};
  return state.guardedSince === undefined
    ? {...state, note}
    : {...state, note, guardedSince: Math.max(state.guardedSince, at)};
};

/** What works on every screen comes first; the help takes all other keys while it is shown. */
const pressed = (state: State, event: Press): Step => {
  const anywhere: Acts = {
    cancel: () => cancelled(state),
    // What was typed behind it is meant for the shell.
    suspend: () => step({...state, guardedSince: undefined}, {kind: 'suspend'}),
    stop: () => step(state, {kind: 'stopLoading'}),
    redraw: () => step(state, {kind: 'redraw'}),
    help: () => step({...state, help: 0}),
  };
  const done = anywhere[event.intent]?.();
  if (done !== undefined) return done;
  return state.help === undefined
    ? pressedOn(state, event)
    : step(pressedInHelp(state, event, state.help));
};

const pressedInHelp = (state: State, {intent}: Press, top: number): State => {
  const lines = bindingsNow({...state, help: undefined}).length;
  const moved = movedIndex(top, intent, lines, pageOf(state.size));
  // An Enter that is held and closes the help must not confirm what stands below it.
  return {
    ...state,
    help: moved,
    guardedSince: moved === undefined ? undefined : state.guardedSince,
  };
};

const pressedOn = (state: State, event: Press): Step => {
  const screen = present(state);
  switch (screen.kind) {
    case 'connect':
      return pressConnect(state, screen, event);
    case 'choose':
      return pressChoose(state, screen, event);
    case 'policies':
      return pressPolicies(state, screen, event);
    case 'filter':
      return pressFilter(state, screen, event);
    case 'versions':
      return pressVersions(state, screen, event);
    case 'configure':
      return pressConfigure(state, screen, event);
    case 'ownExpiry':
      return pressOwnExpiry(state, screen, event);
    case 'never':
      return pressNever(state, screen, event);
    case 'metadata':
      return pressMetadata(state, screen, event);
    case 'limits':
      return pressLimits(state, screen, event);
    case 'ownRenewal':
      return pressOwnRenewal(state, screen, event);
    case 'review':
      return pressReview(state, screen, event);
    case 'request':
      return pressRequest(state, screen, event);
    case 'creating':
      return pressCreating(state, screen, event);
    case 'created':
      return pressCreated(state, screen, event);
    case 'way':
    case 'grouping':
    case 'expiry':
    case 'renewal':
    case 'leave':
    case 'notCreated':
    case 'unknown':
      return step(event.intent === 'back' ? pop(state) : state);
  }
};

/** The answer of a menu. */
const chose = (state: State, value: string, wall: number): Step => {
  const screen = present(state);
  switch (screen.kind) {
    case 'way':
      return choseWay(state, value);
    case 'grouping':
      return step(choseGrouping(pop(state), value));
    case 'expiry':
      return choseExpiry(state, value, wall);
    case 'renewal':
      return choseRenewal(state, value);
    case 'leave':
      return choseToLeave(state, value);
    case 'notCreated':
    case 'unknown':
      return choseAfterwards(state, value);
    case 'connect':
    case 'choose':
    case 'policies':
    case 'filter':
    case 'versions':
    case 'configure':
    case 'ownExpiry':
    case 'never':
    case 'metadata':
    case 'limits':
    case 'ownRenewal':
    case 'review':
    case 'request':
    case 'creating':
    case 'created':
      return step(state);
  }
};

const choseWay = (state: State, value: string): Step => {
  const way = value === 'policy' ? 'policy' : 'apis';
  const chosen: State = {...state, draft: {...state.draft, way}};
  if (way === 'apis') return step(push(chosen, chooseScreen(chosen)));
  const isThere = state.policies.status === 'complete' || state.policies.status === 'loading';
  if (isThere) return step(push(chosen, policyScreen(chosen)));
  // Anew, also after a failure: what had come before that would come again.
  const asking: State = {...chosen, policies: {...idleListing(), status: 'loading'}};
  return step(push(asking, policyScreen(asking)), {kind: 'loadPolicies'});
};

const choseGrouping = (state: State, value: string): State => {
  const list = present(state);
  if (list.kind !== 'choose') return state;
  const grouping = value === 'category' || value === 'none' ? value : 'authType';
  return put(state, refound(state, {...list, grouping}));
};
