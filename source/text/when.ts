import {formatInstant, formatWithLocal, localAside} from '../key/calendar.ts';
import type {Zone} from '../key/calendar.ts';

/** `Mon 30 Nov 2026 14:02 UTC (15:02 CET)` */
export const minuteWords = (unixSeconds: number, local: Zone): string =>
  formatWithLocal(unixSeconds, local);

/** `Mon 30 Nov 2026 14:02:31 UTC (15:02 CET)` */
export const instantWords = (unixSeconds: number, local: Zone): string => {
  const aside = localAside(unixSeconds, local);
  return `${formatInstant(unixSeconds)}${aside === undefined ? '' : ` (${aside})`}`;
};
