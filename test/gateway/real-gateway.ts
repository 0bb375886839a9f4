import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {writeConfiguration} from './configuration.ts';
import {freePort} from './free-port.ts';
import {startRedis, type Redis} from './redis.ts';
import {startServer, type ServerProcess} from './server-process.ts';
import {until} from './until.ts';
import {startUpstream} from './upstream.ts';
import {binaryOf, type Version} from './versions.ts';

export type RealGateway = {
  readonly version: Version;
  readonly url: URL;
  readonly secret: string;
  /** The upstream of all APIs. */
  readonly upstream: string;
  readonly process: ServerProcess;
  readonly redis: Redis;
  /** Where Redis was, after it has ended: empty, for it keeps nothing. */
  readonly startRedisAgain: () => Promise<Redis>;
  readonly dispose: () => Promise<void>;
};

export type GatewayOptions = {
  /** Default true. */
  readonly hashKeys?: boolean;
};

/** A gateway of this version, all of its APIs loaded, with a Redis and an upstream of its own. */
export const startGateway = async (
  version: Version,
  {hashKeys = true}: GatewayOptions = {},
): Promise<RealGateway> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tykey-gateway-'));
  const upstream = await startUpstream();
  const redis = await startRedis(folder);
  const [port, secret] = [await freePort(), 'the-secret-of-tyk-conf'];
  const place = {folder, port, redisPort: redis.port, upstream: upstream.url, secret, hashKeys};
  const args = ['--conf', await writeConfiguration(place)];
  const server = startServer({command: binaryOf(version), args, cwd: folder});
  const url = new URL(`http://127.0.0.1:${port}`);
  const redises = [redis];
  const dispose = async (): Promise<void> => {
    await Promise.all([server, ...redises].map(each => each.kill()));
    await upstream.close();
    await rm(folder, {recursive: true});
  };
  try {
    await until(
      () => hasApis(url, secret, server),
      () => `The gateway ${version} does not start:\n${server.log()}`,
    );
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    version,
    url,
    secret,
    upstream: upstream.url,
    process: server,
    redis,
    startRedisAgain: async () => {
      const another = await startRedis(folder, redis.port);
      redises.push(another);
      return another;
    },
    dispose,
  };
};

/** `/hello` is too early: it says "pass" before any API is loaded. */
const hasApis = async (
  url: URL,
  secret: string,
  server: ServerProcess,
): Promise<true | undefined> => {
  if (!server.running()) throw new Error(`The gateway has ended:\n${server.log()}`);
  const answer = await fetch(new URL('/tyk/apis', url), {
    headers: {'x-tyk-authorization': secret},
  }).catch(() => undefined);
  const apis: unknown = answer?.status === 200 ? await answer.json() : [];
  return Array.isArray(apis) && apis.length > 0 ? true : undefined;
};
