import {parseLimits, renewalPresets} from '../../key/limits-draft.ts';
import type {LimitsDraft} from '../../key/limits-draft.ts';
import {onOff} from '../../text/configure.ts';
import * as words from '../../text/limits.ts';
import {limitProblem} from '../../text/field-problems.ts';
import {expiryWords, secondsWords} from '../../text/time.ts';
import {
  isSwitch,
  isSwitchedOn,
  isTextPart,
  limitRows,
  limitText,
  ownRenewalChoice,
} from '../../wizard/screens/limits.ts';
import type {LimitRow, LimitsScreen, OwnRenewalScreen, State} from '../../wizard/state.ts';
import type {Block, Input, MenuItem, Text} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';

export const limitsBody = (state: State, screen: LimitsScreen): readonly Block[] => {
  const parsed = parseLimits(state.draft.limits);
  return [
    gap,
    paragraph(words.limitsTitle, 'strong', 8),
    gap,
    ...limitRows(state).flatMap((row): readonly Block[] => [
      ...(isSwitch(row) && row !== 'rateOn' ? [gap] : []),
      ...(row === 'done' ? [gap] : []),
      limitRow(state.draft.limits, screen, row),
    ]),
    gap,
    ...(parsed.ok
      ? [{kind: 'text' as const, text: muted(words.limitsWords(parsed.limits)), drop: 5}]
      : []),
  ];
};

const limitRow = (limits: LimitsDraft, screen: LimitsScreen, row: LimitRow): Block => {
  const problem = screen.problems.find(({part}) => part === row);
  return {
    kind: 'row',
    label: words.limitLabels[row],
    value: valueOf(limits, screen, row),
    focused: screen.focus === row,
    note: isIdle(limits, row) ? words.idleThrottle : words.limitPurposes[row],
    ...(problem === undefined ? {} : {problem: limitProblem(problem)}),
  };
};

/** Only calls over the rate are held: without a rate there is nothing to throttle. */
const isIdle = ({rate, throttle}: LimitsDraft, row: LimitRow): boolean =>
  row === 'throttleOn' && throttle.on && !rate.on;

const valueOf = (limits: LimitsDraft, screen: LimitsScreen, row: LimitRow): Text | Input => {
  if (isSwitch(row)) return plain(onOff(isSwitchedOn(limits, row)));
  if (isTextPart(row)) {
    return {
      value: limitText(limits, row),
      caret: screen.focus === row ? screen.caret : undefined,
      placeholder: row === 'queryDepth' ? words.noDepth : '',
    };
  }
  return row === 'renews' ? plain(renewalWords(limits)) : [];
};

const renewalWords = ({quota: {renews}}: LimitsDraft): string => {
  if (renews.kind === 'own') return renews.text;
  const seconds = renewalPresets.find(({id}) => id === renews.id)?.seconds ?? 0;
  return seconds === 0 ? words.neverRenews : presetWords(seconds);
};

const presetWords = (seconds: number): string =>
  expiryWords({kind: 'after', duration: {months: 0, seconds}});

export const renewalBody = ({draft}: State): readonly Block[] => {
  const {renews} = draft.limits.quota;
  const items = renewalItems();
  const chosen = renews.kind === 'own' ? ownRenewalChoice : renews.id;
  return [
    gap,
    paragraph(words.renewalTitle, 'strong'),
    gap,
    {
      kind: 'menu',
      id: 'renewal',
      items,
      initial: Math.max(
        0,
        items.findIndex(({value}) => value === chosen),
      ),
    },
  ];
};

const renewalItems = (): readonly MenuItem[] => [
  {value: ownRenewalChoice, label: words.ownRenewalItem},
  ...renewalPresets.map(({id, seconds}) =>
    seconds === 0
      ? {value: id, label: words.neverRenewsItem, detail: words.neverRenewsDetail}
      : {value: id, ...presetItem(id, seconds)},
  ),
];

/** To Tyk a month is 30 days here. */
const presetItem = (id: string, seconds: number): Omit<MenuItem, 'value'> =>
  id === '1mo'
    ? {label: words.monthItem, detail: secondsWords(seconds)}
    : {label: presetWords(seconds)};

export const ownRenewalBody = (screen: OwnRenewalScreen): readonly Block[] => [
  gap,
  paragraph(words.ownRenewalTitle, 'strong'),
  gap,
  {
    kind: 'row',
    label: words.limitLabels.renews,
    value: {
      value: screen.line.text,
      caret: screen.line.caret,
      placeholder: words.ownRenewalPlaceholder,
    },
    focused: true,
    ...(screen.problem === undefined ? {} : {problem: limitProblem(screen.problem)}),
  },
  gap,
  paragraph(words.ownRenewalHelp, 'muted', 4),
];
