import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import type {Server} from 'node:net';
import {onTestFinished} from 'vitest';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The client's port: one number for each connection. */
  readonly connection: number | undefined;
};

export type LocalServer = {
  readonly url: URL;
  /** Every request that arrived whole, in order. */
  readonly received: readonly Received[];
  /** Lets nobody else in; who is connected stays so. */
  readonly stopListening: () => void;
};

export type Answering = (request: Received, response: ServerResponse) => void;

/** A real server on loopback until the test ends. */
export const serve = async (answer: Answering, prefix = ''): Promise<LocalServer> => {
  const {received, listener} = recording(answer);
  const server = createServer(listener);
  const origin = await listen(server, 'http');
  return {url: new URL(origin + prefix), received, stopListening: () => server.close()};
};

export const serveTls = async (
  certificate: string,
  key: string,
  answer: Answering,
): Promise<LocalServer> => {
  const {received, listener} = recording(answer);
  const server = createTlsServer({cert: certificate, key}, listener);
  const origin = await listen(server, 'https');
  return {url: new URL(origin), received, stopListening: () => server.close()};
};

const recording = (answer: Answering) => {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const {method = '', url = '', headers} = request;
      const connection = request.socket.remotePort;
      const body = Buffer.concat(parts).toString();
      const whole = {method, path: url, headers, body, connection};
      received.push(whole);
      answer(whole, response);
    });
  };
  return {received, listener};
};

export const listen = async (server: Server, scheme: string): Promise<string> => {
  const sockets = new Set<{destroy: () => void}>();
  server.on('connection', socket => {
    sockets.add(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `${scheme}://127.0.0.1:${String(portOf(server))}`;
};

const portOf = (server: Server): number => {
  // A listening TCP server has an address with a port; the other two shapes are those of pipes and closed ones.
  const {port} = server.address() as AddressInfo;
  return port;
};

export const json =
  (body: unknown, status = 200): Answering =>
  (_, response) => {
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
  };

export const plain =
  (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answering =>
  (_, response) => {
    response.writeHead(status, {'content-type': 'text/plain', ...headers}).end(body);
  };

/** Ends the connection without a word. */
export const hangUp: Answering = (_, response) => {
  response.destroy();
};

/** By `METHOD /path?query`; anything else is answered as Go's router does. */
export const routes =
  (table: Readonly<Record<string, Answering>>): Answering =>
  (request, response) => {
    const answer = table[`${request.method} ${request.path}`] ?? plain('404 page not found', 404);
    answer(request, response);
  };
