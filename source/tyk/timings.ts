import type {Deadlines} from './failure.ts';

/** Every wait of the client, in milliseconds. Tests shorten them. */
export type Timings = {
  /** Lists of tens of megabytes, made by Dashboards that may think for a while. */
  readonly list: Deadlines;
  readonly look: Deadlines;
  /** The new key waits for this on its way to the person. */
  readonly readBack: Deadlines;
  /** Longer than a gateway's own 40 s with a frozen Redis (gateway.md C.4): only the total counts. */
  readonly create: Deadlines;
  readonly revoke: Deadlines;
  /** How long what a `Date` header said about the server's clock is good enough. */
  readonly clockGoodFor: number;
  /** Least time between two reports of progress. */
  readonly progress: number;
};

export const defaultTimings: Timings = {
  list: {headersMs: 120_000, bodyMs: 30_000, totalMs: 900_000},
  look: {headersMs: 0, bodyMs: 0, totalMs: 15_000},
  readBack: {headersMs: 0, bodyMs: 0, totalMs: 3_000},
  create: {headersMs: 0, bodyMs: 0, totalMs: 60_000},
  revoke: {headersMs: 0, bodyMs: 0, totalMs: 30_000},
  clockGoodFor: 60_000,
  progress: 250,
};

/** Where patience with a server ends. */
export type Bounds = {
  readonly listBytes: number;
  readonly answerBytes: number;
  readonly pages: number;
};

export const defaultBounds: Bounds = {
  listBytes: 256 * 1024 * 1024,
  answerBytes: 4 * 1024 * 1024,
  pages: 20_000,
};
