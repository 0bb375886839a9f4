import type {Draft} from '../../key/draft.ts';
import {expiryByPolicy} from '../../key/parse-draft.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {asksOrganisation, finished} from '../finish.ts';
import {editLine} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {neighbour} from '../neighbour.ts';
import {pop, push, put, step} from '../path.ts';
import {toReview} from '../proceed.ts';
import type {ConfigureScreen, FormRow, State} from '../state.ts';
import {limitsScreen} from './limits.ts';
import {expiryScreen, metadataScreen} from './pages.ts';

/** The rows of the form from top to bottom. */
const allRows: readonly {readonly row: FormRow; readonly when?: (state: State) => boolean}[] = [
  {row: 'logging'},
  {row: 'organisation', when: asksOrganisation},
  {row: 'alias'},
  {row: 'expires'},
  {row: 'tags'},
  {row: 'metadata'},
  {row: 'limits'},
  {row: 'review'},
];

/** The rows that this key needs. */
export const formRows = (state: State): readonly FormRow[] =>
  allRows.filter(({when}) => when?.(state) ?? true).map(({row}) => row);

/** Rows that are typed into; the draft holds their text under the same name. */
const isTextRow = (row: FormRow): row is 'organisation' | 'alias' | 'tags' =>
  row === 'organisation' || row === 'alias' || row === 'tags';

/** The form with a row in focus, the caret at the end of its text. `forReview`: see the type. */
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

const textOf = (draft: Draft, row: FormRow): string => (isTextRow(row) ? draft[row] : '');

export const pressConfigure = (state: State, screen: ConfigureScreen, event: Press): Step => {
  return acted(state, event.intent, {
    edit: () => step(typed(state, screen, event.key)),
    toggle: () => step(toggled(state)),
    nextRow: () => step(focused(state, screen, neighbour(formRows(state), screen.focus, 1))),
    previousRow: () =>
      screen.focus === 'logging' && event.key.name === 'shift+tab'
        ? back(state, screen, event.wall)
        : step(focused(state, screen, neighbour(formRows(state), screen.focus, -1))),
    next: () => next(state, screen, event.wall),
    back: () => back(state, screen, event.wall),
  });
};

const typed = (state: State, screen: ConfigureScreen, key: KeyPress): State => {
  const {focus} = screen;
  if (!isTextRow(focus)) return state;
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

/** Another row has the focus; the caret goes to the end of its text. */
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
      return step(push(state, limitsScreen(state)));
    case 'logging':
    case 'organisation':
    case 'alias':
    case 'tags':
      return left(state, screen, wall);
  }
};

/** Enter in a field: on to the next one, unless the field has a problem or was opened from the review. */
const left = (state: State, screen: ConfigureScreen, wall: number): Step => {
  const parsed = finished(state, wall);
  const problems = parsed.ok ? [] : parsed.problems.filter(({field}) => field === screen.focus);
  if (problems.length > 0) return step(put(state, {...screen, problems}));
  return screen.forReview
    ? toReview(state, wall)
    : step(focused(state, screen, neighbour(formRows(state), screen.focus, 1)));
};

/**
 * Back loses nothing; what was opened from the review goes back to a review of what is true now. What can't
 * be reviewed is said once, and does not keep anybody here.
 */
const back = (state: State, screen: ConfigureScreen, wall: number): Step =>
  screen.forReview && screen.problems.length === 0 ? toReview(state, wall) : step(pop(state));

export const isExpiryByPolicy = (draft: Draft): boolean => expiryByPolicy(draft) !== undefined;
