import type {Draft} from '../../key/draft.ts';
import {parseDraft} from '../../key/parse-draft.ts';
import {editLine} from '../edit.ts';
import type {Event, KeyPress, Step} from '../event.ts';
import {pop, push, put, step} from '../path.ts';
import {toReview} from '../proceed.ts';
import type {ConfigureScreen, FormRow, State} from '../state.ts';
import {expiryScreen, metadataScreen} from './pages.ts';

type Press = Extract<Event, {kind: 'press'}>;

/** The rows of the form from top to bottom. `text` rows are typed into, `page` rows open a page. */
export const formRows: readonly {
  readonly row: FormRow;
  readonly is: 'toggle' | 'text' | 'page' | 'way on';
}[] = [
  {row: 'logging', is: 'toggle'},
  {row: 'alias', is: 'text'},
  {row: 'expires', is: 'page'},
  {row: 'tags', is: 'text'},
  {row: 'metadata', is: 'page'},
  {row: 'limits', is: 'page'},
  {row: 'review', is: 'way on'},
];

export const configureScreen = (
  state: State,
  focus: FormRow,
  forReview = false,
): ConfigureScreen => ({
  kind: 'configure',
  focus,
  caret: textOf(state.draft, focus).length,
  forReview,
  problems: [],
});

const textOf = (draft: Draft, row: FormRow): string =>
  row === 'alias' || row === 'tags' ? draft[row] : '';

export const pressConfigure = (state: State, screen: ConfigureScreen, event: Press): Step => {
  switch (event.intent) {
    case 'edit':
      return step(typed(state, screen, event.key));
    case 'toggle':
      return step(toggled(state));
    case 'nextRow':
      return step(focused(state, screen, neighbour(screen.focus, 1)));
    case 'previousRow':
      return screen.focus === 'logging' && event.key.name === 'shift+tab'
        ? back(state, screen, event.wall)
        : step(focused(state, screen, neighbour(screen.focus, -1)));
    case 'next':
      return next(state, screen, event.wall);
    case 'back':
      return back(state, screen, event.wall);
    default:
      return step(state);
  }
};

const typed = (state: State, screen: ConfigureScreen, key: KeyPress): State => {
  const {focus} = screen;
  if (focus !== 'alias' && focus !== 'tags') return state;
  const line = editLine({text: state.draft[focus], caret: screen.caret}, key);
  if (line === undefined) return state;
  const problems = screen.problems.filter(problem => problem.field !== focus);
  const changed = put(state, {...screen, caret: line.caret, problems});
  return {...changed, draft: {...state.draft, [focus]: line.text}};
};

const toggled = (state: State): State => ({
  ...state,
  draft: {...state.draft, detailedLogging: !state.draft.detailedLogging},
});

const neighbour = (row: FormRow, by: 1 | -1): FormRow => {
  const at = formRows.findIndex(candidate => candidate.row === row) + by;
  return formRows[(at + formRows.length) % formRows.length]?.row ?? row;
};

/** Another row has the focus; what was left is looked at, so that its problem stands beside it. */
const focused = (state: State, screen: ConfigureScreen, focus: FormRow): State =>
  put(state, {...screen, focus, caret: textOf(state.draft, focus).length});

const next = (state: State, screen: ConfigureScreen, wall: number): Step => {
  switch (screen.focus) {
    case 'review':
      return toReview(state, wall);
    case 'expires':
      return step(
        isExpiryByPolicy(state.draft)
          ? {...state, note: {kind: 'expiryByPolicy'}}
          : push(state, expiryScreen),
      );
    case 'metadata':
      return step(push(state, metadataScreen(state.draft)));
    case 'limits':
      return step({...state, note: {kind: 'limitsFixed'}});
    case 'logging':
    case 'alias':
    case 'tags':
      return left(state, screen, wall);
  }
};

/** Enter in a field: on to the next one, unless the field has a problem or was opened from the review. */
const left = (state: State, screen: ConfigureScreen, wall: number): Step => {
  const parsed = parseDraft(state.draft, wall);
  const problems = parsed.ok ? [] : parsed.problems.filter(({field}) => field === screen.focus);
  if (problems.length > 0) return step(put(state, {...screen, problems}));
  return screen.forReview
    ? toReview(state, wall)
    : step(focused(state, screen, neighbour(screen.focus, 1)));
};

/** Back loses nothing; what was opened from the review goes back to a review of what is true now. */
const back = (state: State, screen: ConfigureScreen, wall: number): Step =>
  screen.forReview ? toReview(state, wall) : step(pop(state));

export const isExpiryByPolicy = (draft: Draft): boolean =>
  draft.way === 'policy' && (draft.policy?.keyExpiresIn ?? 0) > 0;
