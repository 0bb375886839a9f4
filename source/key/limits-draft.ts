import {DAY, HOUR, parseDuration, WEEK} from './duration.ts';
import type {Limits} from './limits.ts';
import {isNonEmpty} from './non-empty.ts';
import type {NonEmpty} from './non-empty.ts';

/** When a quota's counter begins anew: a row of the menu by its id, or a duration as it was typed. */
export type RenewalChoice =
  {readonly kind: 'preset'; readonly id: RenewalId} | {readonly kind: 'own'; readonly text: string};

/** Limits as they are typed and switched. What is switched off keeps what was typed. */
export type LimitsDraft = {
  readonly rate: {readonly on: boolean; readonly requests: string; readonly perSeconds: string};
  readonly throttle: {
    readonly on: boolean;
    readonly retries: string;
    readonly intervalSeconds: string;
  };
  readonly quota: {readonly on: boolean; readonly requests: string; readonly renews: RenewalChoice};
  /** GraphQL query depth; empty = no limit. */
  readonly queryDepth: string;
};

/** A number on the page. */
export type LimitPart =
  'requests' | 'perSeconds' | 'retries' | 'intervalSeconds' | 'quota' | 'renews' | 'queryDepth';

export type LimitProblem = {
  readonly part: LimitPart;
  readonly because: 'missing' | 'notWhole' | 'tooSmall' | 'tooLarge' | 'notUnderstood';
  readonly least: number;
  readonly most: number;
};

export type ParsedLimits =
  | {readonly ok: true; readonly limits: Limits}
  | {readonly ok: false; readonly problems: NonEmpty<LimitProblem>};

/** "Quota resets every" of the Dashboard (tyk-facts part 3); a month is 30 days to it. 0 = never. */
export const renewalPresets = [
  {id: '1h', seconds: HOUR},
  {id: '6h', seconds: 6 * HOUR},
  {id: '12h', seconds: 12 * HOUR},
  {id: '24h', seconds: DAY},
  {id: '1w', seconds: WEEK},
  {id: '1mo', seconds: 30 * DAY},
  {id: 'never', seconds: 0},
] as const;

export type RenewalId = (typeof renewalPresets)[number]['id'];

/** What the Dashboard's own form preselects; the numbers of what is off are where a person would start. */
export const defaultLimitsDraft: LimitsDraft = {
  rate: {on: true, requests: '1000', perSeconds: '60'},
  throttle: {on: false, retries: '3', intervalSeconds: '1'},
  quota: {on: false, requests: '10000', renews: {kind: 'preset', id: '1w'}},
  queryDepth: '',
};

/** Smallest and largest that make sense; a `per` or a renewal of 0 means "no limit" to Tyk, without a word. */
const ranges: {readonly [part in LimitPart]: readonly [least: number, most: number]} = {
  requests: [1, 1_000_000_000],
  perSeconds: [1, 365 * DAY],
  retries: [1, 1000],
  intervalSeconds: [1, HOUR],
  quota: [1, 1_000_000_000_000],
  renews: [1, 10 * 365 * DAY],
  queryDepth: [1, 1000],
};

type Read = {readonly value: number} | {readonly problem: LimitProblem};

/** Every number at once, so that each problem can stand beside its own row. */
export const parseLimits = ({rate, throttle, quota, queryDepth}: LimitsDraft): ParsedLimits => {
  const problems: LimitProblem[] = [];
  const read = (part: LimitPart, typed: string): number => taken(number(part, typed));
  const taken = (found: Read): number => {
    if ('value' in found) return found.value;
    problems.push(found.problem);
    return 0;
  };
  const limits: Limits = {
    rate: rate.on
      ? {requests: read('requests', rate.requests), perSeconds: read('perSeconds', rate.perSeconds)}
      : undefined,
    throttle: throttle.on
      ? {
          retries: read('retries', throttle.retries),
          intervalSeconds: read('intervalSeconds', throttle.intervalSeconds),
        }
      : undefined,
    quota: quota.on
      ? {requests: read('quota', quota.requests), renewsEverySeconds: taken(renewal(quota.renews))}
      : undefined,
    queryDepth: queryDepth.trim() === '' ? undefined : read('queryDepth', queryDepth),
  };
  return isNonEmpty(problems) ? {ok: false, problems} : {ok: true, limits};
};

const number = (part: LimitPart, typed: string): Read => {
  // People write 1,000 and 1 000 000.
  const digits = typed.replace(/[\s,_']/g, '');
  if (digits === '') return problem(part, 'missing');
  if (!/^-?\d+$/.test(digits)) return problem(part, 'notWhole');
  return inRange(part, Number(digits));
};

const inRange = (part: LimitPart, value: number): Read => {
  const [least, most] = ranges[part];
  if (value < least) return problem(part, 'tooSmall');
  return value > most ? problem(part, 'tooLarge') : {value};
};

/** Seconds; 0 only for "never", which is a choice of its own. */
const renewal = (choice: RenewalChoice): Read => {
  if (choice.kind === 'preset') {
    return {value: renewalPresets.find(({id}) => id === choice.id)?.seconds ?? 0};
  }
  if (choice.text.trim() === '') return problem('renews', 'missing');
  const duration = parseDuration(choice.text);
  if (duration === undefined) return problem('renews', 'notUnderstood');
  return inRange('renews', duration.months * 30 * DAY + duration.seconds);
};

const problem = (part: LimitPart, because: LimitProblem['because']): Read => {
  const [least, most] = ranges[part];
  return {problem: {part, because, least, most}};
};
