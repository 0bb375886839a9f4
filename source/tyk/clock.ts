import type {Answer} from '../key/problem.ts';
import type {Sent} from './exchange.ts';
import {unreadable} from './parse/json.ts';

/** A slower answer says too little: its `Date` was written at some moment of that time. */
const LONGEST_ROUND_TRIP_MS = 2_000;

/** What is known about the server's clock, in milliseconds that it is ahead of ours. */
export type Clock = {
  /** Takes note of any answer's `Date`. */
  readonly note: (sent: Sent) => void;
  /** `undefined` = nothing, or too long ago. */
  readonly recent: () => number | undefined;
  /** The last that was known; 0 before anything was. */
  readonly last: () => number;
};

export const createClock = (now: () => number, goodForMs: number): Clock => {
  let skewMs = 0;
  let notedAt = Number.NEGATIVE_INFINITY;
  return {
    note: sent => {
      if (!sent.ok || sent.value.skewMs === undefined) return;
      if (sent.value.roundTripMs > LONGEST_ROUND_TRIP_MS) return;
      skewMs = sent.value.skewMs;
      notedAt = now();
    },
    recent: () => {
      const age = now() - notedAt;
      // A negative age: our own clock was set back, and the skew is not what it was.
      return age >= 0 && age <= goodForMs ? skewMs : undefined;
    },
    last: () => skewMs,
  };
};

/** The skew that one answer shows; its status does not matter. */
export const skewIn = (sent: Sent): Answer<number> => {
  if (!sent.ok) return sent;
  const {skewMs, status} = sent.value;
  return skewMs === undefined ? unreadable('Date header', status) : {ok: true, value: skewMs};
};
