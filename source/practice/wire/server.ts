import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {Asked, Reply} from './exchange.ts';

export type ArrivedRequest = {
  readonly method: string;
  /** The request's target: path and query. */
  readonly path: string;
  readonly body: string;
};

export type PracticeServer = {
  /** Scheme, host and port. */
  readonly origin: string;
  /** What arrived, oldest first: the last 1,000. */
  readonly requests: () => readonly ArrivedRequest[];
  readonly close: () => Promise<void>;
};

const REMEMBERED = 1000;

/** Serves on loopback at a port of the system's choosing; `now` is the time that it says in `Date`. */
export const serve = async (
  answer: (asked: Asked) => Reply,
  now: () => number,
): Promise<PracticeServer> => {
  const arrived: ArrivedRequest[] = [];
  const server = createServer((request, response) => {
    // Set by hand, because node would say its own clock's time.
    response.sendDate = false;
    response.setHeader('date', new Date(now()).toUTCString());
    const given = (body: string): Promise<void> => {
      arrived.push({method: request.method ?? '', path: request.url ?? '/', body});
      if (arrived.length > REMEMBERED) arrived.shift();
      return send(response, answer(askedOf(request, body)));
    };
    // A caller who leaves in the middle is nobody's fault; anything else is a bug and must be heard.
    void readBody(request).then(given, () => undefined);
  });
  // Go's server closes no idle connection either, so no call meets one that is just going.
  server.keepAliveTimeout = 0;
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests: () => [...arrived],
    close: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      // A string or null would mean a pipe or a closed server.
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk); // no encoding is set
  return Buffer.concat(chunks).toString('utf8');
};

const askedOf = (request: IncomingMessage, body: string): Asked => {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? '',
    path,
    query: new URLSearchParams(query.join('?')),
    header: name => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body,
  };
};

const send = async (response: ServerResponse, reply: Reply): Promise<void> => {
  response.writeHead(reply.status, {'content-type': reply.contentType, ...reply.headers});
  if (typeof reply.body === 'string') {
    response.end(reply.body);
    return;
  }
  for (const part of reply.body) {
    if (response.destroyed) return;
    // Waiting for the reader keeps 100,000 APIs from piling up in memory.
    if (!response.write(part)) await drained(response);
  }
  response.end();
};

const drained = (response: ServerResponse): Promise<void> =>
  new Promise(resolve => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
