import {finished, withOrganisation} from './finish.ts';
import type {DraftProblem} from '../key/parse-draft.ts';
import type {Step} from './event.ts';
import {exchange, pop, popTo, present, push, put, step} from './path.ts';
import {configureScreen} from './screens/configure.ts';
import {reviewScreen} from './screens/review.ts';
import type {FormRow, State} from './state.ts';

/**
 * On from a page: back to the review if the person came from there, else to the form.
 * `wall`: Unix milliseconds.
 */
export const proceed = (state: State, wall: number): Step => {
  if (state.path.some(screen => screen.kind === 'review')) return toReview(state, wall);
  const ready = withOrganisation(state);
  return step(push(ready, configureScreen(ready, firstOpenRow(ready, wall))));
};

/** Back from a list: the review that asked for it says what is true now, if that can be reviewed. */
export const back = (state: State, wall: number): Step => {
  const before = pop(state);
  const isReview = present(before).kind === 'review' && finished(state, wall).ok;
  return isReview ? toReview(before, wall) : step(before);
};

/** A page of the form is done: on the form the way on has the focus, a review says what is true now. */
export const closePage = (state: State, wall: number): Step => {
  const before = pop(state);
  const form = present(before);
  if (form.kind === 'review') return toReview(before, wall);
  return step(
    form.kind === 'configure' ? put(before, {...form, focus: 'review', caret: 0}) : before,
  );
};

/** The review, if the draft is finished; else the place where something is missing. */
export const toReview = (state: State, wall: number): Step => {
  const parsed = finished(state, wall);
  if (!parsed.ok) return step(toProblem(state, parsed.problems));
  const screen = reviewScreen(parsed.request, state.size);
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
    const opensNothing = problems[0]?.field === 'access' && problems[0].because === 'noAccess';
    return {
      ...list,
      note: opensNothing
        ? {kind: 'policiesRefused', refusal: {kind: 'noAccess'}}
        : {kind: 'nothingChosen'},
    };
  }
  const form = popTo(state, 'configure') ?? state;
  const before = present(form);
  if (before.kind !== 'configure') {
    return push(form, {...configureScreen(state, field), problems});
  }
  return exchange(form, {...configureScreen(state, field, before.forReview), problems});
};

/** Where the form starts: at the first thing that only this person can say. */
const firstOpenRow = (state: State, wall: number): FormRow => {
  const parsed = finished(state, wall);
  if (parsed.ok) return 'review';
  const [open] = parsed.problems.flatMap(({field}) => (field === 'access' ? [] : [field]));
  return open ?? 'review';
};
