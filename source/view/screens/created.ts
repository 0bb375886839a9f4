import {openedBy} from '../../key/combine-policies.ts';
import * as words from '../../text/created.ts';
import {policyGrantName} from '../../text/names.ts';
import {problemSentences} from '../../text/problems.ts';
import {instantWords} from '../../text/when.ts';
import {wasSent} from '../../wizard/arrived.ts';
import type {CreatedScreen, LeaveScreen, State} from '../../wizard/state.ts';
import {nameOfGrant} from '../grants.ts';
import type {Block, MenuItem} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';
import {differences} from '../differences.ts';
import {hostOf} from '../host.ts';
import type {Place} from '../place.ts';
import {trialCommand} from '../trial-command.ts';

export const createdBody = (
  state: State,
  screen: CreatedScreen,
  place: Place,
): readonly Block[] => {
  const {key, request} = screen;
  return [
    gap,
    fact(
      words.labels.hash,
      key.hash ?? words.noHash,
      key.hash === undefined ? undefined : words.hashNote,
    ),
    fact(words.labels.alias, request.alias),
    fact(words.labels.expires, expiryOf(screen, place)),
    {...fact(words.labels.opens, opens(state, screen)), drop: 3},
    ...differences(request, key).map(line => alert(words.labels.stored, line)),
    ...trialCommand(state, request).map((line, at) => ({
      ...fact(at === 0 ? words.labels.tryIt : '', line),
      drop: 4,
    })),
    gap,
    ...saidSoFar(screen),
    {kind: 'spring'},
    paragraph(words.whatItIs[state.server], 'strong'),
    gap,
    // In the lower half: tmux without an alternate screen keeps the top rows of a window that shrinks.
    {
      kind: 'secret',
      length: key.secret.reveal().length,
      instead: screen.revealed ? undefined : words.masked,
      noRoom: words.tooSmallForKey,
    },
    gap,
  ];
};

const fact = (label: string, value: string, note?: string): Block => ({
  kind: 'row',
  label,
  value: [
    {text: value},
    ...(note === undefined ? [] : [{text: `  ${note}`, role: 'muted' as const}]),
  ],
  focused: false,
});

const alert = (label: string, value: string): Block => ({
  kind: 'row',
  label,
  value: plain(value),
  focused: false,
  alert: true,
});

const expiryOf = ({key}: CreatedScreen, place: Place): string => {
  const expires = key.stored.expires ?? key.sentExpires;
  return expires === undefined || expires <= 0
    ? words.neverExpires
    : instantWords(expires, place.zoneAt(expires));
};

/** The names of what was chosen; of policies that were not listed, what the server stored. */
const opens = (state: State, {request: {access}, key}: CreatedScreen): string => {
  if (access.kind === 'apis') {
    return access.grants.map(grant => nameOfGrant(state, grant)).join(', ');
  }
  return access.policies.some(({unlisted}) => unlisted)
    ? (key.stored.apiIds ?? []).join(', ')
    : openedBy(access.policies).map(policyGrantName).join(', ');
};

/** What has been done with the key up to now. */
const saidSoFar = ({copied, pasted, trials}: CreatedScreen): readonly Block[] => [
  ...(copied === undefined ? [] : [paragraph(words.copyWords[copied])]),
  ...(pasted === 'asking' ? [paragraph(words.pastedQuestion, 'accent')] : []),
  ...(pasted === 'yes' ? [paragraph(`✓ ${words.pastedYes}`, 'good')] : []),
  ...trialsSaid(trials),
];

const trialsSaid = (trials: CreatedScreen['trials']): readonly Block[] => {
  if (trials === undefined) return [];
  if (trials === 'running') return [paragraph(words.trying, 'muted')];
  if (trials.length === 0) return [paragraph(words.nothingToTry, 'muted')];
  return trials.map(trial => paragraph(words.trialWords(trial)));
};

/** How far the key has come, as far as anybody knows. */
const reached = ({path}: State): keyof typeof words.leaveTitle => {
  const created = path.find(candidate => candidate.kind === 'created');
  if (created?.kind !== 'created') return 'unseen';
  if (created.pasted === 'yes') return 'pasted';
  if (created.seen) return 'seen';
  return created.copied !== undefined && wasSent(created.copied) ? 'sent' : 'unseen';
};

export const leaveBody = (state: State, screen: LeaveScreen): readonly Block[] => {
  const how = reached(state);
  const title = words.leaveTitle[how];
  const items = words.leaveItems.map((item): MenuItem =>
    item.value === 'leave' ? {...item, detail: words.leaveAlive[how]} : item,
  );
  return [
    gap,
    paragraph(title, 'strong'),
    gap,
    ...(screen.revoking
      ? [{kind: 'text' as const, text: muted(words.revoking)}]
      : [{kind: 'menu' as const, id: 'leave', items, initial: 0}]),
    gap,
    ...revokeProblem(state, screen),
  ];
};

const revokeProblem = (state: State, {problem}: LeaveScreen): readonly Block[] => {
  if (problem === undefined) return [];
  const {says, next} = problemSentences(problem, hostOf(state.address), state.server);
  return [paragraph(`! ${words.notRevoked}`, 'bad'), paragraph(says), paragraph(next)];
};
