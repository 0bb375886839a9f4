import type {Draft} from '../../key/draft.ts';
import {parseLimits} from '../../key/limits-draft.ts';
import {parseTags} from '../../key/parse-draft.ts';
import * as words from '../../text/configure.ts';
import {limitsWords} from '../../text/limits.ts';
import {draftProblem} from '../../text/field-problems.ts';
import {expiryWords} from '../../text/time.ts';
import {formRows} from '../../wizard/screens/configure.ts';
import type {ConfigureScreen, FormRow, State} from '../../wizard/state.ts';
import {nameOfGrant} from '../grants.ts';
import type {Block, Input, Text} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';
import {chosenExpiry, endWords} from '../expiry.ts';
import type {Place} from '../place.ts';

export const configureBody = (
  state: State,
  screen: ConfigureScreen,
  place: Place,
): readonly Block[] => [
  gap,
  paragraph(subject(state), 'strong', 8),
  gap,
  ...formRows(state).flatMap((row): readonly Block[] => [
    ...(row === 'review' ? [gap] : []),
    formRow(state, screen, row, place),
  ]),
];

const subject = (state: State): string => {
  const {draft} = state;
  if (draft.way === 'policy') return words.keyOfPolicies(draft.policies.map(({name}) => name));
  return words.keyFor(draft.grants.map(grant => nameOfGrant(state, grant)));
};

const formRow = (state: State, screen: ConfigureScreen, row: FormRow, place: Place): Block => {
  const problem = screen.problems.find(candidate => candidate.field === row);
  return {
    kind: 'row',
    label: words.labels[row],
    value: valueOf(state, screen, row, place),
    focused: screen.focus === row,
    note: noteOf(state, row),
    ...(problem === undefined ? {} : {problem: draftProblem(problem)}),
  };
};

const noteOf = ({draft}: State, row: FormRow): string => {
  const {twice} = parseTags(draft.tags);
  if (row === 'tags' && twice.length > 0) return words.tagTwice(twice);
  return row === 'limits' && draft.way === 'policy' ? words.ownLimits : words.purposes[row];
};

const valueOf = (
  state: State,
  screen: ConfigureScreen,
  row: FormRow,
  place: Place,
): Text | Input => {
  const {draft} = state;
  switch (row) {
    case 'logging':
      return plain(words.onOff(draft.detailedLogging));
    case 'organisation':
      return input(screen, row, draft.organisation, words.organisationPlaceholder);
    case 'alias':
      return input(screen, row, draft.alias, words.aliasPlaceholder);
    case 'tags':
      return input(screen, row, draft.tags, words.tagsPlaceholder);
    case 'expires':
      return expires(state, place);
    case 'metadata':
      return draft.metadata.length === 0
        ? muted(words.noMetadata)
        : plain(draft.metadata.map(({name, value}) => `${name} = ${value}`).join(', '));
    case 'limits':
      return limits(draft);
    case 'review':
      return [];
  }
};

/** In words, once every number makes sense. */
const limits = ({limits: typed}: Draft): Text => {
  const parsed = parseLimits(typed);
  return parsed.ok ? plain(limitsWords(parsed.limits)) : muted(words.limitsUnfinished);
};

const input = (
  screen: ConfigureScreen,
  row: FormRow,
  value: string,
  placeholder: string,
): Input => ({
  value,
  caret: screen.focus === row ? screen.caret : undefined,
  placeholder,
});

const expires = (state: State, place: Place): Text => {
  const expiry = chosenExpiry(state.draft, place);
  if (expiry === undefined) return muted(words.expiresPlaceholder);
  const end = endWords(expiry, state, place);
  return [
    {text: expiryWords(expiry)},
    ...(end === undefined ? [] : [{text: `  ${end}`, role: 'muted' as const}]),
  ];
};
