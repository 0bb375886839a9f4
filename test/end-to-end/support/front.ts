import {request} from 'node:http';
import {serve, type Answering, type Received} from '../../tyk/support/server.ts';

export type Server = {readonly url: string; readonly credential: string};

/** A server before the practice Dashboard: it hands on what a test does not answer itself. */
export type Front = Server & {
  readonly received: readonly Received[];
  /** How many requests to create a key have arrived. */
  readonly posts: () => number;
};

/** `answers` by `METHOD /path` without the query, a key's by `/api/keys/{}`. Ends with the test. */
export const frontForTest = async (
  behind: Server,
  answers: Readonly<Record<string, Answering>> = {},
): Promise<Front> => {
  const {url, received} = await serve((asked, response) => {
    const path = asked.path.split('?')[0] ?? '';
    const pattern = path.replace(/^(\/api\/keys\/).+/, '$1{}');
    const answer = answers[`${asked.method} ${pattern}`] ?? passOn(behind);
    answer(asked, response);
  });
  return {
    url: url.origin,
    credential: behind.credential,
    received,
    posts: () => postsAmong(received),
  };
};

/** How many of these would create a key. */
export const postsAmong = (
  requests: readonly {readonly method: string; readonly path: string}[],
): number =>
  requests.filter(({method, path}) => method === 'POST' && path.startsWith('/api/keys')).length;

/** Asks the server behind, and answers what it answers. */
export const passOn =
  ({url}: Server): Answering =>
  ({method, path, headers, body}, response) => {
    const onwards = request(`${url}${path}`, {method, headers}, reply => {
      response.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    onwards.end(body);
  };

/** An answer that waits until the test lets it go. */
export type Held = {
  readonly answer: Answering;
  /** Resolves when the request is there. */
  readonly arrived: Promise<void>;
  readonly release: () => void;
};

export const held = (answer: Answering): Held => {
  let arrive = (): void => undefined;
  let release = (): void => undefined;
  const arrived = new Promise<void>(resolve => (arrive = resolve));
  const released = new Promise<void>(resolve => (release = resolve));
  return {
    arrived,
    release,
    answer: (asked, response) => {
      arrive();
      void released.then(() => {
        answer(asked, response);
      });
    },
  };
};
