import type {Failure, Sent} from './exchange.ts';
import type {Deadlines} from './failure.ts';
import {buildRequest, send, type HttpRequest} from './http.ts';
import type {Link} from './link.ts';
import type {Quote} from './quote.ts';

type AskOptions = {
  readonly signal: AbortSignal;
  readonly deadlines: Deadlines;
  readonly limitBytes?: number;
  /** Where more than the credential has to be masked. */
  readonly quote?: Quote;
  readonly onBytes?: ((received: number) => void) | undefined;
};

/** What a header may hold; the value is never part of a message. */
const headerValue = /^[\x20-\x7E]+$/;

const credentialFits = ({credential}: Link): boolean => headerValue.test(credential.reveal());

/** A credential that no header can hold can't be the right one. */
const unfit: Failure = {
  ok: false,
  problem: {kind: 'notAuthorised', status: 0, message: ''},
  mayHaveArrived: false,
};

const credentialHeader = ({dialect, credential}: Link) => ({
  [dialect.header]: credential.reveal(),
});

/** A GET with the credential. */
export const ask = async (link: Link, path: string, options: AskOptions): Promise<Sent> =>
  credentialFits(link) ? get(link, path, credentialHeader(link), options) : unfit;

/** A GET that anybody could send: for what a server says about itself. */
export const look = (link: Link, path: string, options: AskOptions): Promise<Sent> =>
  get(link, path, {}, options);

/** Once more when the connection ended before anything came: a kept one may have died meanwhile. */
const get = async (
  link: Link,
  path: string,
  headers: Readonly<Record<string, string>>,
  options: AskOptions,
): Promise<Sent> => {
  const request = buildRequest(link.url, 'GET', path, headers);
  let received = 0;
  const attempt = () =>
    send(link.dispatchers.lists, request, {
      ...common(link, options),
      onBytes: bytes => {
        received = bytes;
        options.onBytes?.(bytes);
      },
    });
  const first = await attempt();
  const again = !first.ok && first.problem.kind === 'cut' && received === 0;
  const sent = again ? await attempt() : first;
  link.clock.note(sent);
  return sent;
};

export const postRequest = (
  link: Link,
  path: string,
  body: string,
): HttpRequest & {readonly body: string} => ({
  ...buildRequest(link.url, 'POST', path, credentialHeader(link), body),
  body,
});

export const deleteRequest = (link: Link, path: string): HttpRequest =>
  buildRequest(link.url, 'DELETE', path, credentialHeader(link));

/** Sends what has an effect, once, on a connection of its own. */
export const act = async (link: Link, request: HttpRequest, options: AskOptions): Promise<Sent> => {
  if (!credentialFits(link)) return unfit;
  const sent = await send(link.dispatchers.fresh(), request, common(link, options));
  link.clock.note(sent);
  return sent;
};

const common = (link: Link, options: AskOptions) => ({
  signal: options.signal,
  deadlines: options.deadlines,
  limitBytes: options.limitBytes ?? link.bounds.answerBytes,
  quote: options.quote ?? link.quote,
  now: link.now,
});
