import {expect, it} from 'vitest';
import {Servers} from '../../source/commands/servers.ts';
import {Secret} from '../../source/key/secret.ts';
import {parseOptions} from '../../source/options.ts';

it('a second attempt meets the practice server of the first one', async () => {
  const parsed = parseOptions(['--demo-apis', '1'], {});
  if (!parsed.ok || parsed.options.verb !== 'wizard') throw new Error('these are the options');
  const {options} = parsed;
  const servers = new Servers({options, env: {}, authorities: [], now: Date.now});
  const attempts = await Promise.all([
    servers.connect('dashboard', '', new Secret('')),
    servers.connect('dashboard', '', new Secret('')),
  ]);
  await servers.close();
  const addresses = attempts.map(answer => answer.ok && answer.value.address);
  expect(addresses[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(addresses[1]).toBe(addresses[0]);
});
