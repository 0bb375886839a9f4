import type {Zone} from '../key/calendar.ts';

/** Where and when a screen is read: this machine's time and zone. Passed in, like everything outside. */
export type Place = {
  /** Unix milliseconds. */
  readonly now: number;
  /** The local zone at an instant, Unix seconds. */
  readonly zoneAt: (unixSeconds: number) => Zone;
};
