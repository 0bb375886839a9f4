import type {Duration} from './duration.ts';
import {addDuration, DAY, HOUR, parseDuration, WEEK} from './duration.ts';

/** When a key ends. Never a bare number: 0, -1, milliseconds and the past all mean "never" to some Tyk. */
export type Expiry =
  | {readonly kind: 'never'}
  | {readonly kind: 'after'; readonly duration: Duration}
  /** Unix seconds. */
  | {readonly kind: 'at'; readonly unixSeconds: number}
  /** The policy of this name sets it: `seconds` after creation, whatever is sent. */
  | {readonly kind: 'byPolicy'; readonly seconds: number; readonly policy: string};

/**
 * Unix seconds at which a key created at `nowMs` (Unix milliseconds, the server's clock) ends; `undefined`
 * = never. Rounded up: a key never lives shorter than it was promised.
 */
export const expiryInstant = (expiry: Expiry, nowMs: number): number | undefined => {
  switch (expiry.kind) {
    case 'never':
      return undefined;
    case 'after':
      return Math.ceil(addDuration(nowMs, expiry.duration) / 1000);
    case 'at':
      return expiry.unixSeconds;
    case 'byPolicy':
      return Math.ceil(nowMs / 1000) + expiry.seconds;
  }
};

type After = Extract<Expiry, {kind: 'after'}>;
const afterSeconds = (seconds: number): After => ({kind: 'after', duration: {months: 0, seconds}});
const afterMonths = (months: number): After => ({kind: 'after', duration: {months, seconds: 0}});

/** The rows of the Dashboard's "Expires" menu (tyk-facts part 3), in its order. */
export const expiryPresets = [
  {id: '1h', expiry: afterSeconds(HOUR)},
  {id: '6h', expiry: afterSeconds(6 * HOUR)},
  {id: '12h', expiry: afterSeconds(12 * HOUR)},
  {id: '24h', expiry: afterSeconds(DAY)},
  {id: '1w', expiry: afterSeconds(WEEK)},
  {id: '2w', expiry: afterSeconds(2 * WEEK)},
  {id: '1mo', expiry: afterMonths(1)},
  {id: '3mo', expiry: afterMonths(3)},
  {id: '6mo', expiry: afterMonths(6)},
  {id: '12mo', expiry: afterMonths(12)},
  {id: 'never', expiry: {kind: 'never'}},
] as const;

export type OwnExpiryProblem = 'empty' | 'notUnderstood' | 'zero' | 'inThePast' | 'tooFar';

export type OwnExpiry =
  | {readonly ok: true; readonly expiry: Expiry}
  | {readonly ok: false; readonly because: OwnExpiryProblem};

const FARTHEST: Duration = {months: 12 * 100, seconds: 0};

/**
 * A duration in the Dashboard's notation (`parseDuration`), or a date: `2026-12-01`, `2026-12-01 14:00`,
 * with seconds if wanted, `T` or a blank between, `Z`, `UTC` or `+01:00` after. Without a zone it is UTC.
 * A date without a time means that the key still works on that day: until 23:59:59.
 * `nowMs`: Unix milliseconds, to refuse the past and what lies more than 100 years ahead.
 */
export const parseOwnExpiry = (text: string, nowMs: number): OwnExpiry => {
  const typed = text.trim();
  if (typed === '') return {ok: false, because: 'empty'};
  const duration = parseDuration(typed);
  const endMs = duration === undefined ? parseDate(typed) : addDuration(nowMs, duration);
  if (endMs === undefined) return {ok: false, because: 'notUnderstood'};
  if (duration !== undefined && endMs === nowMs) return {ok: false, because: 'zero'};
  if (endMs <= nowMs) return {ok: false, because: 'inThePast'};
  // Asked this way round because a count beyond all dates gives NaN.
  if (!(endMs <= addDuration(nowMs, FARTHEST))) return {ok: false, because: 'tooFar'};
  return duration === undefined
    ? {ok: true, expiry: {kind: 'at', unixSeconds: endMs / 1000}}
    : {ok: true, expiry: {kind: 'after', duration}};
};

const dateNotation =
  /^(?<date>\d{4}-\d\d-\d\d)(?:(?:T|\s+)(?<time>\d\d:\d\d)(?<second>:\d\d)?)?\s*(?<zone>Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** Unix milliseconds; `undefined` for what is no date, 30 February and 25 o'clock among it. */
const parseDate = (text: string): number | undefined => {
  const {date, time, second = ':00', zone = 'Z'} = dateNotation.exec(text)?.groups ?? {};
  if (date === undefined) return undefined;
  const clock = time === undefined ? '23:59:59' : `${time}${second}`;
  const local = Date.parse(`${date}T${clock}Z`);
  // `Date.parse` carries 30 February over into March instead of refusing it.
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(`${date}T${clock}`))
    return undefined;
  const offset = offsetMs(zone);
  return offset === undefined ? undefined : local - offset;
};

const offsetMs = (zone: string): number | undefined => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60) * 1000;
};
