import {spawn} from 'node:child_process';
import {startGateway} from './gateway/real-gateway.ts';
import {buildGateways, whatIsMissing} from './gateway/versions.ts';
import {bundlePath} from './helpers/bundle.ts';

/* `npm run demo:gateway`: tykey at a real gateway of this machine, which is gone when tykey ends. */

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const open = async (): Promise<number> => {
  await buildGateways(tell);
  // The newer of the two: it lists its policies.
  const gateway = await startGateway('v4.1-dev');
  const child = spawn(process.execPath, [bundlePath, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      TYK_MODE: 'ce',
      TYK_URL: gateway.url.origin,
      TYK_GW_SECRET: gateway.secret,
      TYKEY_GATEWAY_URL: gateway.url.origin,
    },
  });
  // The terminal sends Ctrl+C to both of us; what it means is the wizard's business.
  process.on('SIGINT', () => undefined);
  // Without a handler nobody would end the servers.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  const code = await new Promise<number>(resolve => {
    child.on('exit', status => {
      resolve(status ?? 1);
    });
  });
  await gateway.dispose();
  return code;
};

const missing = whatIsMissing();
if (missing !== undefined) tell(missing);
process.exitCode = missing === undefined ? await open() : 1;
