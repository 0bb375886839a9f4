import * as words from '../../text/connect.ts';
import {problemSentences, urlProblem} from '../../text/problems.ts';
import {needsConsent} from '../../wizard/screens/connect.ts';
import type {ConnectScreen, State} from '../../wizard/state.ts';
import type {Block} from '../content.ts';
import {gap, muted, paragraph} from '../content.ts';
import {hostOf} from '../host.ts';

/** URL and credential; the credential is typed blind, and only whether something is there is said. */
export const connectBody = (state: State, screen: ConnectScreen): readonly Block[] => {
  const {problem} = screen;
  return [
    gap,
    paragraph(words.titles[state.server], 'strong'),
    {
      kind: 'row',
      label: words.urlLabel,
      value: {
        value: screen.url.text,
        caret: caretOf(screen, 'url', screen.url.caret),
        placeholder: words.urlPlaceholders[state.server],
      },
      focused: screen.focus === 'url',
      ...(problem?.kind === 'url' ? {problem: urlProblem(problem.because)} : {}),
    },
    {
      kind: 'row',
      label: words.credentialLabels[state.server],
      value: {
        value: '',
        caret: caretOf(screen, 'credential', 0),
        placeholder: screen.credential.isEmpty ? words.credentialEmpty : words.credentialThere,
      },
      focused: screen.focus === 'credential',
      ...(problem?.kind === 'credentialMissing' ? {problem: words.credentialMissing} : {}),
    },
    ...consentRow(state, screen),
    gap,
    ...status(state, screen),
    ...words.whereToFind[state.server].map(line => paragraph(line, 'muted', 5)),
  ];
};

const caretOf = (
  screen: ConnectScreen,
  row: ConnectScreen['focus'],
  caret: number,
): number | undefined => (screen.focus === row && !screen.busy ? caret : undefined);

const consentRow = (state: State, screen: ConnectScreen): readonly Block[] => {
  if (!needsConsent(state, screen)) return [];
  return [
    {
      kind: 'row',
      label: words.consentLabel,
      value: {
        value: screen.consent.text,
        caret: caretOf(screen, 'consent', screen.consent.caret),
        placeholder: words.consentPlaceholder,
      },
      focused: screen.focus === 'consent',
      alert: true,
      problem: words.consentMissing,
    },
  ];
};

const status = (state: State, screen: ConnectScreen): readonly Block[] => {
  const host = hostOf(state.address);
  if (screen.busy) return [{kind: 'text', text: muted(words.connecting(host))}, gap];
  if (screen.problem?.kind !== 'answer') return [];
  const {says, next} = problemSentences(screen.problem.problem, host, state.server);
  return [paragraph(`! ${says}`, 'bad'), paragraph(next), gap];
};
