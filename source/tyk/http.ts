import type {Dispatcher} from 'undici';
import {Exchange, type ExchangeOptions, type Sent} from './exchange.ts';

export type HttpRequest = {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** `path` begins with a slash and is put behind the path prefix that `base` may have. */
export const buildRequest = (
  base: URL,
  method: HttpRequest['method'],
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | null = null,
): HttpRequest => ({
  origin: base.origin,
  path: pathPrefix(base) + path,
  method,
  headers: {
    accept: 'application/json',
    ...(body === null ? {} : {'content-type': 'application/json'}),
    ...headers,
  },
  body,
});

/** `''`, or a path that begins with a slash and does not end with one. */
export const pathPrefix = (base: URL): string => base.pathname.replace(/\/+$/, '');

/**
 * One request, once: no retry, no redirect. Anything but a GET leaves no connection behind. Every status is
 * an answer; the problems are those of the connection, the deadlines, the signal and the size.
 */
export const send = async (
  dispatcher: Dispatcher,
  request: HttpRequest,
  options: ExchangeOptions & {readonly signal: AbortSignal},
): Promise<Sent> => {
  const {signal, deadlines} = options;
  const exchange = new Exchange(options);
  const deadline = AbortSignal.timeout(deadlines.totalMs);
  const late = () => {
    exchange.stop({kind: 'timedOut', afterMs: deadlines.totalMs});
  };
  const cancelled = () => {
    exchange.stop({kind: 'cancelled'});
  };
  deadline.addEventListener('abort', late);
  signal.addEventListener('abort', cancelled);
  try {
    if (signal.aborted) cancelled();
    else dispatcher.dispatch(dispatchOptions(request, options), exchange);
    return await exchange.sent;
  } finally {
    deadline.removeEventListener('abort', late);
    signal.removeEventListener('abort', cancelled);
  }
};

const dispatchOptions = (
  {headers, ...request}: HttpRequest,
  {deadlines}: ExchangeOptions,
): Dispatcher.DispatchOptions => ({
  ...request,
  headers: {...headers},
  headersTimeout: deadlines.headersMs,
  bodyTimeout: deadlines.bodyMs,
  reset: request.method !== 'GET',
});
