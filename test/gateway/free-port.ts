import {randomInt} from 'node:crypto';
import {once} from 'node:events';
import {createServer} from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those could take it before its server does. */
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** A loopback port that nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    const probe = createServer().listen(port, '127.0.0.1');
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    await new Promise(resolve => probe.close(resolve));
    return port;
  }
};
