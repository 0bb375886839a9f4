import {noteWords} from '../text/notes.ts';
import {keyName, keyWords, nextWith} from '../text/keys.ts';
import {practiceMark, productName, stepNames, titles} from '../text/frame.ts';
import {bindingsNow} from '../wizard/keymap.ts';
import {present} from '../wizard/path.ts';
import type {Screen, State} from '../wizard/state.ts';
import type {Block, Content, Hint, Span} from './content.ts';
import {helpBody} from './help.ts';
import {hostOf} from './host.ts';
import type {Place} from './place.ts';
import {chooseBody} from './screens/choose.ts';
import {configureBody} from './screens/configure.ts';
import {connectBody} from './screens/connect.ts';
import {createdBody, leaveBody} from './screens/created.ts';
import {filterBody, versionsBody} from './screens/filter.ts';
import {limitsBody, ownRenewalBody, renewalBody} from './screens/limits.ts';
import {groupingBody, wayBody} from './screens/menus.ts';
import {creatingBody, notCreatedBody, unknownBody} from './screens/outcome.ts';
import {expiryBody, metadataBody, neverBody, ownExpiryBody} from './screens/pages.ts';
import {policiesBody} from './screens/policies.ts';
import {requestBody, reviewBody} from './screens/review.ts';

/** What the present screen says. Pure; `place` is where and when it is read. */
export const view = (state: State, place: Place): Content => ({
  title: title(state),
  steps: steps(state),
  body: state.help === undefined ? body(state, present(state), place) : helpBody(state, state.help),
  problem: problem(state),
  hints: hints(state),
});

const title = (state: State): readonly Span[] => {
  const host = hostOf(state.address);
  return [
    {text: productName, role: 'strong'},
    ...(state.practice ? [{text: ` · ${practiceMark}`, role: 'warn' as const}] : []),
    ...(host === '' || state.practice ? [] : [{text: ` · ${host}`, role: 'muted' as const}]),
  ];
};

type StepName = keyof typeof stepNames;

/** Which step a screen belongs to; outcomes have a title of their own instead. */
const stepOf = (screen: Screen): StepName | undefined => {
  switch (screen.kind) {
    case 'connect':
      return 'connect';
    case 'way':
    case 'choose':
    case 'policies':
    case 'grouping':
    case 'filter':
    case 'versions':
      return 'access';
    case 'configure':
    case 'expiry':
    case 'ownExpiry':
    case 'never':
    case 'metadata':
    case 'limits':
    case 'renewal':
    case 'ownRenewal':
      return 'configure';
    case 'review':
    case 'request':
      return 'review';
    case 'creating':
    case 'notCreated':
    case 'unknown':
    case 'created':
    case 'leave':
      return undefined;
  }
};

const steps = (state: State): Content['steps'] => {
  const screen = present(state);
  const now = stepOf(screen);
  if (now === undefined) return [{label: titles[titleOf(screen)], is: 'now'}];
  const names: readonly StepName[] = ['connect', 'access', 'configure', 'review'];
  const at = names.indexOf(now);
  return names.map((name, index) => ({
    label: stepNames[name],
    is: index === at ? 'now' : index < at ? 'done' : 'ahead',
  }));
};

const titleOf = (screen: Screen): keyof typeof titles => {
  const {kind} = screen;
  if (kind === 'creating' || kind === 'notCreated' || kind === 'unknown') return kind;
  return 'created';
};

const body = (state: State, screen: Screen, place: Place): readonly Block[] => {
  switch (screen.kind) {
    case 'connect':
      return connectBody(state, screen);
    case 'way':
      return wayBody(state);
    case 'choose':
      return chooseBody(state, screen);
    case 'policies':
      return policiesBody(state, screen);
    case 'grouping':
      return groupingBody(state);
    case 'filter':
      return filterBody(state, screen);
    case 'versions':
      return versionsBody(screen);
    case 'configure':
      return configureBody(state, screen, place);
    case 'expiry':
      return expiryBody(state, place);
    case 'ownExpiry':
      return ownExpiryBody(state, screen, place);
    case 'never':
      return neverBody(screen);
    case 'metadata':
      return metadataBody(screen);
    case 'limits':
      return limitsBody(state, screen);
    case 'renewal':
      return renewalBody(state);
    case 'ownRenewal':
      return ownRenewalBody(screen);
    case 'review':
      return reviewBody(state, screen, place);
    case 'request':
      return requestBody(screen);
    case 'creating':
      return creatingBody(state, screen);
    case 'notCreated':
      return notCreatedBody(state, screen);
    case 'unknown':
      return unknownBody(state, screen, place);
    case 'created':
      return createdBody(state, screen, place);
    case 'leave':
      return leaveBody(state, screen);
  }
};

const problem = (state: State): Span | undefined => {
  if (state.note === undefined) return undefined;
  const {tone, says} = noteWords(state.note);
  return {text: says, role: tone};
};

/** Each row of the keymap that wants to be seen, once for each thing that it does. */
const hints = (state: State): readonly Hint[] => {
  const {policies, grants} = state.draft;
  const marked = present(state).kind === 'policies' ? policies.length : grants.length;
  const shown = bindingsNow(state).filter(binding => binding.hint === true);
  const first = shown.filter(
    (binding, at) => shown.findIndex(other => other.keys[0] === binding.keys[0]) === at,
  );
  return first.map(({keys, says}) => ({
    key: keyName(keys[0] ?? ''),
    does: says === 'nextMarked' ? nextWith(marked) : keyWords[says].hint,
  }));
};
