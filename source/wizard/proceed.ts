import {parseDraft} from '../key/parse-draft.ts';
import type {DraftProblem} from '../key/parse-draft.ts';
import type {Step} from './event.ts';
import {exchange, present, popTo, push, step} from './path.ts';
import {configureScreen} from './screens/configure.ts';
import {reviewScreen} from './screens/review.ts';
import type {FormRow, State} from './state.ts';

/**
 * On from a page: back to the review if the person came from there, else to the form.
 * `wall`: Unix milliseconds.
 */
export const proceed = (state: State, wall: number): Step => {
  if (state.path.some(screen => screen.kind === 'review')) return toReview(state, wall);
  return step(push(state, configureScreen(state, firstOpenRow(state, wall))));
};

/** The review, if the draft is finished; else the place where something is missing. */
export const toReview = (state: State, wall: number): Step => {
  const parsed = parseDraft(state.draft, wall);
  if (!parsed.ok) return step(toProblem(state, parsed.problems));
  const screen = reviewScreen(parsed.request);
  const earlier = popTo(state, 'review');
  if (earlier === undefined) return step(push(state, screen), {kind: 'readClock'});
  const before = present(earlier);
  const cursor = before.kind === 'review' ? Math.min(before.cursor, screen.lines.length - 1) : 0;
  return step(exchange(earlier, {...screen, cursor}), {kind: 'readClock'});
};

const toProblem = (state: State, problems: readonly DraftProblem[]): State => {
  const field = problems[0]?.field ?? 'access';
  if (field === 'access') {
    const list = popTo(state, state.draft.way === 'apis' ? 'choose' : 'policies') ?? state;
    return {...list, note: {kind: 'nothingChosen'}};
  }
  const form = popTo(state, 'configure') ?? state;
  const screen = {...configureScreen(state, field), problems};
  return present(form).kind === 'configure' ? exchange(form, screen) : push(form, screen);
};

/** Where the form starts: at the first thing that only this person can say. */
const firstOpenRow = (state: State, wall: number): FormRow => {
  const parsed = parseDraft(state.draft, wall);
  if (parsed.ok) return 'review';
  const [open] = parsed.problems.flatMap(({field}) => (field === 'access' ? [] : [field]));
  return open ?? 'review';
};
