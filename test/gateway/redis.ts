import {connect} from 'node:net';
import {freePort} from './free-port.ts';
import {startServer, type ServerProcess} from './server-process.ts';
import {until} from './until.ts';

export type Redis = ServerProcess & {
  readonly port: number;
  /** Names of the records of keys, as the gateway has them, sorted. */
  readonly records: () => Promise<readonly string[]>;
};

/** A Redis of one's own, in memory only. `port`: where one was before. */
export const startRedis = async (cwd: string, port?: number): Promise<Redis> => {
  const listening = port ?? (await freePort());
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = startServer({
    command: 'redis-server',
    args: ['--port', String(listening), ...settings],
    cwd,
  });
  const ready = () =>
    server.running() ? server.log().includes('Ready to accept connections') || undefined : false;
  const trouble = () => `Redis does not start:\n${server.log()}`;
  if (!(await until(ready, trouble))) throw new Error(trouble());
  return {...server, port: listening, records: () => recordsAt(listening)};
};

/** Redis's own protocol: an array of texts, each behind a line with its length. */
const recordsAt = async (port: number): Promise<readonly string[]> => {
  const socket = connect(port, '127.0.0.1');
  socket.end('KEYS apikey-*\r\n');
  const pieces: string[] = [];
  for await (const piece of socket) pieces.push(String(piece));
  const lines = pieces.join('').split('\r\n');
  return lines.filter(line => line.startsWith('apikey-')).sort();
};
