/** A span of time: calendar months (clamped to the last day of the month) and then exact seconds. */
export type Duration = {readonly months: number; readonly seconds: number};

const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/**
 * Unix milliseconds to Unix milliseconds. Months are counted in UTC and end on the last day where the
 * month is shorter (31 January + 1 month = 28 or 29 February). `NaN` beyond what a date can hold.
 */
export const addDuration = (fromMs: number, duration: Duration): number => {
  const from = new Date(fromMs);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + duration.months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay));
  const timeOfDay = from.getTime() - Date.UTC(year, from.getUTCMonth(), from.getUTCDate());
  return midnight + timeOfDay + duration.seconds * 1000;
};

export type DurationUnit = 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
export type DurationPart = {readonly unit: DurationUnit; readonly count: number};

/**
 * What a duration is said with, largest unit first, no unit with a zero in it. Weeks only where nothing
 * else is left over (14 days = 2 weeks, 10 days = 10 days); no time at all is 0 seconds.
 */
export const durationParts = ({months, seconds}: Duration): readonly DurationPart[] => {
  const inWeeks = seconds % WEEK === 0;
  const parts: readonly DurationPart[] = [
    {unit: 'month', count: months},
    {unit: 'week', count: inWeeks ? seconds / WEEK : 0},
    {unit: 'day', count: inWeeks ? 0 : Math.floor(seconds / DAY)},
    {unit: 'hour', count: Math.floor((seconds % DAY) / HOUR)},
    {unit: 'minute', count: Math.floor((seconds % HOUR) / MINUTE)},
    {unit: 'second', count: seconds % MINUTE},
  ];
  const said = parts.filter(part => part.count !== 0);
  return said.length > 0 ? said : [{unit: 'second', count: 0}];
};

type Unit = {readonly names: readonly string[]; readonly months: number; readonly seconds: number};

/** One letter as in the Dashboard's notation; `m` is minutes there (`5h,34m,30s`), so months are `mo`. */
const units: readonly Unit[] = [
  {names: ['y', 'year', 'years'], months: 12, seconds: 0},
  {names: ['mo', 'month', 'months'], months: 1, seconds: 0},
  {names: ['w', 'week', 'weeks'], months: 0, seconds: WEEK},
  {names: ['d', 'day', 'days'], months: 0, seconds: DAY},
  {names: ['h', 'hour', 'hours'], months: 0, seconds: HOUR},
  {names: ['m', 'min', 'minute', 'minutes'], months: 0, seconds: MINUTE},
  {names: ['s', 'sec', 'second', 'seconds'], months: 0, seconds: 1},
];

/**
 * `5h,34m,30s`, `1mo 2w`, `3 days`: whole counts with a unit, in any order, added up; `undefined` for
 * anything else. Upper case does not matter, but for one: `M` alone is months.
 */
export const parseDuration = (text: string): Duration | undefined => {
  const part = /(\d+)\s*([a-z]+)\s*,?\s*/iy;
  let total: Duration = {months: 0, seconds: 0};
  do {
    const [, count, name] = part.exec(text) ?? [];
    const unit = units.find(({names}) =>
      names.includes(name === 'M' ? 'mo' : (name ?? '').toLowerCase()),
    );
    if (unit === undefined) return undefined;
    total = {
      months: total.months + Number(count) * unit.months,
      seconds: total.seconds + Number(count) * unit.seconds,
    };
  } while (part.lastIndex < text.length);
  return total;
};
