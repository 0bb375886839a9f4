import {formatMinute} from '../../key/calendar.ts';
import type {Problem} from '../../key/problem.ts';
import * as words from '../../text/outcome.ts';
import {problemSentences} from '../../text/problems.ts';
import {instantWords, minuteWords} from '../../text/when.ts';
import type {CreatingScreen, NotCreatedScreen, State, UnknownScreen} from '../../wizard/state.ts';
import type {Block} from '../content.ts';
import {gap, paragraph, plain} from '../content.ts';
import {hostOf} from '../host.ts';
import type {Place} from '../place.ts';

export const creatingBody = (state: State, screen: CreatingScreen): readonly Block[] => {
  const seconds = Math.floor((screen.now - screen.since) / 1000);
  return [
    gap,
    paragraph(words.creating(screen.request.alias), 'strong'),
    gap,
    paragraph(`${words.elapsed(seconds)}  ${state.address}`, 'muted'),
    paragraph(words.sentOnce, 'muted', 5),
    ...(screen.leavingAt === undefined
      ? []
      : [
          gap,
          paragraph(
            `! ${words.waitingToLeave(Math.max(0, Math.ceil((screen.leavingAt - screen.now) / 1000)))}`,
            'warn',
          ),
        ]),
  ];
};

export const notCreatedBody = (state: State, screen: NotCreatedScreen): readonly Block[] => {
  const {says, next} = problemSentences(screen.problem, hostOf(state.address), state.server);
  return [
    gap,
    paragraph(`✗ ${says}`, 'bad'),
    paragraph(next),
    gap,
    paragraph(words.nothingCreated),
    gap,
    {kind: 'menu', id: 'notCreated', items: words.notCreatedItems, initial: 0},
  ];
};

/** How long after the request a key may still have been stored, seconds: the gateway's own longest wait. */
const storingSeconds = 40;

export const unknownBody = (
  state: State,
  screen: UnknownScreen,
  place: Place,
): readonly Block[] => {
  const sent = Math.floor(screen.sentAt / 1000);
  const time = (seconds: number): string => formatMinute(seconds).replace(/ UTC$/, '').slice(-5);
  const exact = (seconds: number): string =>
    `${time(seconds)}:${String(seconds % 60).padStart(2, '0')}`;
  const end =
    screen.sentExpires === undefined
      ? words.endsNever
      : words.endsThen(minuteWords(screen.sentExpires, place.zoneAt(screen.sentExpires)));
  const until = sent + Math.max(storingSeconds, Math.ceil(screen.tookMs / 1000));
  const rows: readonly (readonly [string, string])[] = [
    [words.unknownLabels.alias, screen.request.alias],
    [words.unknownLabels.sent, instantWords(sent, place.zoneAt(sent))],
    [
      words.unknownLabels.answer,
      words.answerAfter(answerWords(screen.problem), (screen.tookMs / 1000).toFixed(1)),
    ],
  ];
  return [
    gap,
    paragraph(`! ${words.unknownSays[reasonOf(screen.problem)]}`, 'warn'),
    paragraph(words.nobodyHasIt, 'plain', 5),
    gap,
    ...rows.map(([label, value]): Block => ({
      kind: 'row',
      label,
      value: plain(value),
      focused: false,
    })),
    gap,
    paragraph(
      words.howToFind[state.server](exact(sent), exact(until), screen.request.alias),
      'plain',
      2,
    ),
    paragraph(words.ifNotListed(end), 'plain', 3),
    gap,
    {kind: 'menu', id: 'unknown', items: words.unknownItems, initial: 0},
  ];
};

const reasonOf = (problem: Problem): keyof typeof words.unknownSays => {
  if (problem.kind === 'cut') return 'cut';
  if (problem.kind === 'cancelled') return 'abandoned';
  return problem.kind === 'timedOut' ? 'late' : 'answer';
};

const answerWords = (problem: Problem): string => {
  if (problem.kind === 'cut') return words.answers.cut(problem.detail);
  if (
    problem.kind === 'rejected' ||
    problem.kind === 'notAuthorised' ||
    problem.kind === 'forbidden'
  ) {
    return words.answers.status(problem.status, problem.message);
  }
  return problem.kind === 'unreadable'
    ? words.answers.status(problem.status, problem.what)
    : words.answers.none;
};
