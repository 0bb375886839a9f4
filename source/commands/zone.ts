import {zoneLabel} from '../key/calendar.ts';
import type {Zone} from '../key/calendar.ts';

/** This machine's zone at an instant, Unix seconds, under its short name where it has one (`CET`). */
export const localZone = (unixSeconds: number): Zone => {
  const date = new Date(unixSeconds * 1000);
  if (Number.isNaN(date.getTime())) return {offsetMinutes: 0, label: 'UTC'};
  const offsetMinutes = -date.getTimezoneOffset();
  const named = offsetMinutes === 0 ? undefined : shortName(date);
  return {offsetMinutes, label: named ?? zoneLabel(offsetMinutes)};
};

/** `Intl` is slow at its first use, and is asked only on machines that are not on UTC. */
const shortName = (date: Date): string | undefined => {
  const parts = new Intl.DateTimeFormat('en-GB', {timeZoneName: 'short'}).formatToParts(date);
  const name = parts.find(part => part.type === 'timeZoneName')?.value;
  return name === undefined || name.startsWith('GMT') ? undefined : name;
};
