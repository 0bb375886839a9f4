import type {Dispatcher} from 'undici';
import type {Secret} from '../key/secret.ts';
import {createClock, type Clock} from './clock.ts';
import type {Dialect} from './dialect.ts';
import {quoting, type Quote} from './quote.ts';
import {defaultBounds, defaultTimings, type Bounds, type Timings} from './timings.ts';

/** undici's side of the network, made by `dispatcher.ts` or by a test. */
export type Dispatchers = {
  /** For everything that may be asked twice. */
  readonly lists: Dispatcher;
  /** Has no open connection: one that died while a person was reading would leave a create's outcome unclear. */
  readonly fresh: () => Dispatcher;
};

/** Who and where a server is, apart from its dialect. */
export type Server = {
  /** May have a path prefix. */
  readonly url: URL;
  readonly credential: Secret;
  readonly dispatchers: Dispatchers;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Lets the event loop turn once, between parts of long work. */
  readonly turn: () => Promise<void>;
  readonly timings?: Timings;
  readonly bounds?: Bounds;
};

/** One server as the calls see it, with what they have learnt about it. */
export type Link = Required<Server> & {
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly quote: Quote;
  /** Paths of lists that were there and readable. */
  readonly listed: Set<string>;
};

export const createLink = (dialect: Dialect, server: Server): Link => {
  const timings = server.timings ?? defaultTimings;
  return {
    ...server,
    timings,
    bounds: server.bounds ?? defaultBounds,
    dialect,
    clock: createClock(server.now, timings.clockGoodFor),
    quote: quoting([server.credential.reveal()]),
    listed: new Set(),
  };
};
