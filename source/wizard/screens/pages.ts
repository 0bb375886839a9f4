import type {Draft, ExpiryChoice} from '../../key/draft.ts';
import {expiryPresets, parseOwnExpiry} from '../../key/expiry.ts';
import {isNonEmpty} from '../../key/non-empty.ts';
import type {Press} from '../acts.ts';
import {editLine, lineOf} from '../edit.ts';
import type {Step} from '../event.ts';
import {pop, popTo, present, push, put, step} from '../path.ts';
import {toReview} from '../proceed.ts';
import type {ExpiryScreen, MetadataScreen, NeverScreen, OwnExpiryScreen, State} from '../state.ts';

/** The first row of the expiry menu; the others are `expiryPresets`. */
export const ownExpiryChoice = 'own';
/** What has to be typed for a key that never expires. */
const neverWord = 'never';

export const expiryScreen: ExpiryScreen = {kind: 'expiry'};

/** A row of the expiry menu. "Do not expire" and an own duration ask once more, on pages of their own. */
export const choseExpiry = (state: State, value: string, wall: number): Step => {
  if (value === ownExpiryChoice) {
    const {expires} = state.draft;
    const text = expires.kind === 'own' ? expires.text : '';
    return step(push(state, {kind: 'ownExpiry', line: lineOf(text), problem: undefined}));
  }
  const preset = expiryPresets.find(row => row.id === value);
  if (preset?.expiry.kind === 'never') {
    return step(push(state, {kind: 'never', line: lineOf(''), refused: false}));
  }
  return expiresIn(state, {kind: 'preset', id: value}, wall);
};

/** The expiry is settled: back to the form, one row on, or to the review that asked for it. */
const expiresIn = (state: State, expires: ExpiryChoice, wall: number): Step => {
  const settled: State = {...state, draft: {...state.draft, expires}};
  const form = popTo(settled, 'expiry');
  const before = form === undefined ? settled : pop(form);
  return cameFromReview(before) ? toReview(before, wall) : step(onwards(before));
};

const cameFromReview = (state: State): boolean => present(state).kind === 'review';

const onwards = (state: State): State => {
  const form = present(state);
  if (form.kind !== 'configure') return state;
  const problems = form.problems.filter(problem => problem.field !== 'expires');
  return put(state, {...form, focus: 'tags', caret: state.draft.tags.length, problems});
};

export const pressOwnExpiry = (state: State, screen: OwnExpiryScreen, event: Press): Step => {
  if (event.intent === 'back') return step(pop(state));
  if (event.intent === 'edit') {
    const line = editLine(screen.line, event.key) ?? screen.line;
    return step(put(state, {...screen, line, problem: undefined}));
  }
  if (event.intent !== 'next') return step(state);
  const own = parseOwnExpiry(screen.line.text, event.wall);
  if (own.ok) return expiresIn(state, {kind: 'own', text: screen.line.text}, event.wall);
  return step(put(state, {...screen, problem: {field: 'expires', because: own.because}}));
};

export const pressNever = (state: State, screen: NeverScreen, event: Press): Step => {
  if (event.intent === 'back') return step(pop(state));
  if (event.intent === 'edit') {
    const line = editLine(screen.line, event.key) ?? screen.line;
    return step(put(state, {...screen, line, refused: false}));
  }
  if (event.intent !== 'next') return step(state);
  return screen.line.text.trim().toLowerCase() === neverWord
    ? expiresIn(state, {kind: 'preset', id: neverWord}, event.wall)
    : step(put(state, {...screen, refused: true}));
};

export const metadataScreen = (draft: Draft): MetadataScreen => {
  const rows = [...draft.metadata, {name: '', value: ''}];
  return {
    kind: 'metadata',
    rows: isNonEmpty(rows) ? rows : [{name: '', value: ''}],
    at: rows.length - 1,
    part: 'name',
    caret: 0,
    problem: undefined,
  };
};
