/** A span of time: calendar months (clamped to the last day of the month) and then exact seconds. */
export type Duration = {readonly months: number; readonly seconds: number};

/** When a key ends. Never a bare number: 0, -1, milliseconds and the past all mean "never" to some Tyk. */
export type Expiry =
  | {readonly kind: 'never'}
  | {readonly kind: 'after'; readonly duration: Duration}
  /** Unix seconds. */
  | {readonly kind: 'at'; readonly unixSeconds: number}
  /** The chosen policy sets it: `seconds` after creation, whatever is sent. */
  | {readonly kind: 'byPolicy'; readonly seconds: number};
