import {parseLimits, renewalPresets} from '../../key/limits-draft.ts';
import type {LimitPart, LimitsDraft} from '../../key/limits-draft.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {editLine, lineOf} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {neighbour} from '../neighbour.ts';
import {pop, popTo, present, push, put, step} from '../path.ts';
import {closePage} from '../proceed.ts';
import type {LimitRow, LimitsScreen, OwnRenewalScreen, State} from '../state.ts';

type TextPart = Exclude<LimitPart, 'renews'>;

/** The rows from top to bottom; what is switched off has no numbers. */
const allRows: readonly {readonly row: LimitRow; readonly when?: (state: State) => boolean}[] = [
  {row: 'rateOn'},
  {row: 'requests', when: ({draft}) => draft.limits.rate.on},
  {row: 'perSeconds', when: ({draft}) => draft.limits.rate.on},
  {row: 'throttleOn'},
  {row: 'retries', when: ({draft}) => draft.limits.throttle.on},
  {row: 'intervalSeconds', when: ({draft}) => draft.limits.throttle.on},
  {row: 'quotaOn'},
  {row: 'quota', when: ({draft}) => draft.limits.quota.on},
  {row: 'renews', when: ({draft}) => draft.limits.quota.on},
  {row: 'queryDepth', when: ({draft}) => draft.grants.some(({api}) => api.graphql)},
  {row: 'done'},
];

export const limitRows = (state: State): readonly LimitRow[] =>
  allRows.filter(({when}) => when?.(state) ?? true).map(({row}) => row);

/** What each number is typed into. */
const texts: {
  readonly [part in TextPart]: {
    readonly read: (limits: LimitsDraft) => string;
    readonly write: (limits: LimitsDraft, text: string) => LimitsDraft;
  };
} = {
  requests: {
    read: ({rate}) => rate.requests,
    write: (limits, requests) => ({...limits, rate: {...limits.rate, requests}}),
  },
  perSeconds: {
    read: ({rate}) => rate.perSeconds,
    write: (limits, perSeconds) => ({...limits, rate: {...limits.rate, perSeconds}}),
  },
  retries: {
    read: ({throttle}) => throttle.retries,
    write: (limits, retries) => ({...limits, throttle: {...limits.throttle, retries}}),
  },
  intervalSeconds: {
    read: ({throttle}) => throttle.intervalSeconds,
    write: (limits, intervalSeconds) => ({
      ...limits,
      throttle: {...limits.throttle, intervalSeconds},
    }),
  },
  quota: {
    read: ({quota}) => quota.requests,
    write: (limits, requests) => ({...limits, quota: {...limits.quota, requests}}),
  },
  queryDepth: {
    read: limits => limits.queryDepth,
    write: (limits, queryDepth) => ({...limits, queryDepth}),
  },
};

export const isTextPart = (row: LimitRow): row is TextPart => Object.hasOwn(texts, row);

export const limitText = (limits: LimitsDraft, row: LimitRow): string =>
  isTextPart(row) ? texts[row].read(limits) : '';

const switches = {rateOn: 'rate', throttleOn: 'throttle', quotaOn: 'quota'} as const;
export type Switch = keyof typeof switches;

export const isSwitch = (row: LimitRow): row is Switch => Object.hasOwn(switches, row);

export const isSwitchedOn = (limits: LimitsDraft, row: Switch): boolean => limits[switches[row]].on;

export const limitsScreen = (state: State): LimitsScreen => {
  const parsed = parseLimits(state.draft.limits);
  const [first] = parsed.ok ? [] : parsed.problems;
  const focus = first?.part ?? 'rateOn';
  return {
    kind: 'limits',
    focus,
    caret: limitText(state.draft.limits, focus).length,
    problems: parsed.ok ? [] : parsed.problems,
  };
};

export const pressLimits = (state: State, screen: LimitsScreen, event: Press): Step =>
  acted(state, event.intent, {
    edit: () => step(typed(state, screen, event.key)),
    toggle: () => step(toggled(state, screen)),
    nextRow: () => step(focused(state, screen, neighbour(limitRows(state), screen.focus, 1))),
    previousRow: () => step(focused(state, screen, neighbour(limitRows(state), screen.focus, -1))),
    next: () => next(state, screen, event.wall),
    back: () => closePage(state, event.wall),
  });

const withLimits = (state: State, limits: LimitsDraft): State => ({
  ...state,
  draft: {...state.draft, limits},
});

const typed = (state: State, screen: LimitsScreen, key: KeyPress): State => {
  const {focus} = screen;
  if (!isTextPart(focus)) return state;
  const {limits} = state.draft;
  const line = editLine({text: texts[focus].read(limits), caret: screen.caret}, key);
  if (line === undefined) return state;
  const problems = screen.problems.filter(({part}) => part !== focus);
  const changed = put(state, {...screen, caret: line.caret, problems});
  return withLimits(changed, texts[focus].write(limits, line.text));
};

const toggled = (state: State, {focus}: LimitsScreen): State => {
  if (!isSwitch(focus)) return state;
  const {limits} = state.draft;
  const part = switches[focus];
  return withLimits(state, {...limits, [part]: {...limits[part], on: !limits[part].on}});
};

const focused = (state: State, screen: LimitsScreen, focus: LimitRow): State =>
  put(state, {...screen, focus, caret: limitText(state.draft.limits, focus).length});

/** Enter: on to the next row, into the menu, or, when every number makes sense, back to the form. */
const next = (state: State, screen: LimitsScreen, wall: number): Step => {
  if (screen.focus === 'renews') return step(push(state, {kind: 'renewal'}));
  const parsed = parseLimits(state.draft.limits);
  const problems = parsed.ok ? [] : parsed.problems;
  if (screen.focus === 'done') {
    return parsed.ok
      ? closePage(state, wall)
      : step(focused(state, {...screen, problems}, parsed.problems[0].part));
  }
  const here = problems.filter(({part}) => part === screen.focus);
  return step(
    here.length > 0
      ? put(state, {...screen, problems: here})
      : focused(state, screen, neighbour(limitRows(state), screen.focus, 1)),
  );
};

/** The first row of the menu; the others are `renewalPresets`. */
export const ownRenewalChoice = 'own';

export const choseRenewal = (state: State, value: string): Step => {
  const {quota} = state.draft.limits;
  if (value === ownRenewalChoice) {
    const text = quota.renews.kind === 'own' ? quota.renews.text : '';
    return step(push(state, {kind: 'ownRenewal', line: lineOf(text), problem: undefined}));
  }
  const preset = renewalPresets.find(({id}) => id === value);
  return step(preset === undefined ? state : renewed(state, {kind: 'preset', id: preset.id}));
};

const renewed = (state: State, renews: LimitsDraft['quota']['renews']): State => {
  const {limits} = state.draft;
  const settled = withLimits(state, {...limits, quota: {...limits.quota, renews}});
  const page = popTo(settled, 'limits') ?? settled;
  const screen = present(page);
  return screen.kind === 'limits'
    ? focused(page, screen, neighbour(limitRows(page), 'renews', 1))
    : page;
};

export const pressOwnRenewal = (state: State, screen: OwnRenewalScreen, event: Press): Step =>
  acted(state, event.intent, {
    back: () => step(pop(state)),
    edit: () =>
      step(
        put(state, {
          ...screen,
          line: editLine(screen.line, event.key) ?? screen.line,
          problem: undefined,
        }),
      ),
    next: () => step(ownRenewal(state, screen)),
  });

const ownRenewal = (state: State, screen: OwnRenewalScreen): State => {
  const chosen = renewed(state, {kind: 'own', text: screen.line.text});
  const parsed = parseLimits(chosen.draft.limits);
  const problem = parsed.ok ? undefined : parsed.problems.find(({part}) => part === 'renews');
  return problem === undefined ? chosen : put(state, {...screen, problem});
};
