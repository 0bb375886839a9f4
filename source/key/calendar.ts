/**
 * Dates for people, made by hand: `Intl` costs tens of milliseconds at its first use.
 * Everything takes Unix seconds; an instant that no calendar holds is said as `@seconds`.
 */
export type Zone = {
  /** East of UTC, at the instant in question. */
  readonly offsetMinutes: number;
  readonly label: string;
};

export const utc: Zone = {offsetMinutes: 0, label: 'UTC'};

/** `Mon 30 Nov 2026 14:02:31`, in its pieces. */
export type Moment = {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number;
  /** `14:02` */
  readonly time: string;
  /** `31` */
  readonly second: string;
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `undefined` beyond the year 275760, where `Date` ends: a server may send any number. */
export const momentOf = (unixSeconds: number, offsetMinutes: number): Moment | undefined => {
  const date = new Date((unixSeconds + offsetMinutes * 60) * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  return {
    weekday: weekdays[date.getUTCDay()] ?? '',
    day: date.getUTCDate(),
    month: monthNames[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
    time: `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`,
    second: twoDigits(date.getUTCSeconds()),
  };
};

/** `Mon 30 Nov 2026 14:02:31 UTC` */
export const formatInstant = (unixSeconds: number, zone: Zone = utc): string => {
  const moment = momentOf(unixSeconds, zone.offsetMinutes);
  if (moment === undefined) return `@${unixSeconds}`;
  return `${dateOf(moment)} ${moment.time}:${moment.second} ${zone.label}`;
};

/** `Mon 30 Nov 2026 14:02 UTC` */
export const formatMinute = (unixSeconds: number, zone: Zone = utc): string => {
  const moment = momentOf(unixSeconds, zone.offsetMinutes);
  if (moment === undefined) return `@${unixSeconds}`;
  return `${dateOf(moment)} ${moment.time} ${zone.label}`;
};

/**
 * What stands in brackets after the time in UTC: `15:02 CET`, or `Tue 00:02 CET` where it is another day
 * there; `undefined` where there is nothing to add.
 */
export const localAside = (unixSeconds: number, local: Zone): string | undefined => {
  if (local.offsetMinutes === 0) return undefined;
  const there = momentOf(unixSeconds, local.offsetMinutes);
  const here = momentOf(unixSeconds, 0);
  if (there === undefined || here === undefined) return undefined;
  const day = there.day === here.day ? '' : `${there.weekday} `;
  return `${day}${there.time} ${local.label}`;
};

/** `Mon 30 Nov 2026 14:02 UTC (15:02 CET)` */
export const formatWithLocal = (unixSeconds: number, local: Zone): string => {
  const aside = localAside(unixSeconds, local);
  return `${formatMinute(unixSeconds)}${aside === undefined ? '' : ` (${aside})`}`;
};

/** `UTC`, `UTC+01:00`, `UTC-03:30`: for a zone whose name nobody knows. */
export const zoneLabel = (offsetMinutes: number): string => {
  if (offsetMinutes === 0) return 'UTC';
  const minutes = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `UTC${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

const dateOf = ({weekday, day, month, year}: Moment): string =>
  `${weekday} ${day} ${month} ${year}`;

const twoDigits = (count: number): string => String(count).padStart(2, '0');
