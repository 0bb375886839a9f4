import type {PoliciesRefusal} from '../../key/policies-refusal.ts';
import {grantsNoAccess} from '../../key/policy-refusal.ts';
import type {PolicyRefusal} from '../../key/policy-refusal.ts';
import type {Policy} from '../../key/policy.ts';
import * as words from '../../text/choose.ts';
import {policyLimits} from '../../text/limits.ts';
import {policyGrantName, policyStateNames} from '../../text/names.ts';
import {policiesRefusalWords, policyRefusalWords} from '../../text/notes.ts';
import {rowAt} from '../../wizard/cursor.ts';
import {positions} from '../../wizard/match.ts';
import {refusalOfPolicy} from '../../wizard/screens/policies.ts';
import type {PolicyScreen, State} from '../../wizard/state.ts';
import type {Block, Text} from '../content.ts';
import {gap, muted, paragraph} from '../content.ts';
import {highlighted, listBlock} from '../list.ts';
import {progress} from './choose.ts';

export const policiesBody = (state: State, screen: PolicyScreen): readonly Block[] => {
  const policy = rowAt(state.policies.shelf, screen.cursor);
  return [
    {
      kind: 'row',
      label: words.searchLabel,
      value: {
        value: screen.query.text,
        caret: screen.query.caret,
        placeholder: words.policyPlaceholder,
      },
      focused: false,
      aside: words.countWords(
        screen.found.hits,
        state.policies.shelf.rows.length,
        state.draft.policies.length,
      ),
    },
    gap,
    listOrReason(state, screen),
    gap,
    ...(policy === undefined ? [] : aboutPolicy(state, policy)),
    ...tray(state),
    ...progress(state, 'policies'),
  ];
};

const listOrReason = (state: State, screen: PolicyScreen): Block => {
  const {shelf, status} = state.policies;
  const marked = new Set(state.draft.policies.map(({id}) => id));
  if (screen.found.hits > 0) {
    return listBlock(shelf, screen.found, screen.cursor, undefined, policyColumns, policy => ({
      mark: marked.has(policy.id)
        ? 'on'
        : refusalOfPolicy(state, policy) === undefined
          ? 'off'
          : 'fixed',
      name: highlighted(policy.name, positions(policy, screen.query.text)),
      cells: [policyStateNames[policy.state], policyLimits(policy), expiry(policy)],
    }));
  }
  if (shelf.rows.length > 0) return paragraph(words.noMatch(screen.query.text));
  return status === 'complete' ? paragraph(words.emptyList(state.server).policies) : {kind: 'gap'};
};

/** State, limits, expiry. */
const policyColumns = [13, 26, 18];

const expiry = ({keyExpiresIn}: Policy): string =>
  keyExpiresIn > 0 ? words.policyExpiry(keyExpiresIn) : '';

/** What the policy under the cursor grants, or why it can't make a key. */
const aboutPolicy = (state: State, policy: Policy): readonly Block[] => {
  const refusal = refusalOfPolicy(state, policy);
  const alone = grantsNoAccess(policy);
  const grants = policy.grants.map(policyGrantName);
  const more = [
    words.policyGrants(grants),
    policyLimits(policy),
    expiry(policy),
    policy.tags.length > 0 ? words.policyTags(policy.tags) : '',
    policy.metadataNames.length > 0 ? words.policyMetadata(policy.metadataNames) : '',
  ].filter(part => part !== '');
  const reason = refusal ?? alone;
  // Always the same rows, so that the list above keeps its place while the cursor moves.
  return [
    oneLine([{text: policy.name}, {text: `  id ${policy.id}`, role: 'muted'}]),
    oneLine(muted(more.join(' · '))),
    oneLine(reason === undefined ? [] : [{text: `- ${reasonWords(reason)}`, role: 'warn'}]),
  ];
};

const oneLine = (text: Text): Block => ({kind: 'text', oneLine: true, text});

/** Its name stands above: of what concerns it alone the reason is enough. */
const reasonWords = (reason: PoliciesRefusal | PolicyRefusal): string => {
  if (typeof reason === 'string') return policyRefusalWords(reason);
  return reason.kind === 'one' ? policyRefusalWords(reason.because) : policiesRefusalWords(reason);
};

const tray = ({draft, policies}: State): readonly Block[] => {
  if (draft.policies.length > 0) {
    const names = draft.policies.map(({name}) => name);
    return [{kind: 'text', oneLine: true, text: [{text: words.markedLine(names)}]}];
  }
  const isListed = policies.problem?.kind !== 'policiesNotListed';
  return isListed ? [paragraph(words.nothingMarked, 'muted', 6)] : [];
};
