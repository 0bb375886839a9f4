import {expect, it} from 'vitest';
import {never} from '../tyk/support/backend.ts';
import {describeGateway, gatewayForTest} from './describe-gateways.ts';
import {backendOf, wishFor} from './through-client.ts';
import {until} from './until.ts';
import {versions, type Version} from './versions.ts';

/* A file of its own, so that the others need not wait for it. */
describeGateway('a gateway whose Redis is frozen', () => {
  const askedThenThawed = async (version: Version) => {
    const gateway = await gatewayForTest(version);
    const backend = backendOf(gateway);
    const request = await wishFor(backend, ['orders']);
    gateway.redis.freeze();
    const creation = await backend.createKey(request, never());
    gateway.redis.thaw();
    const record = await until(
      async () => (await gateway.redis.records())[0],
      () => 'no key appears',
    );
    return {creation, record};
  };

  it('is waited for until it gives up after 40 s, and the key that it denies appears', async () => {
    for (const {creation, record} of await Promise.all(versions.map(askedThenThawed))) {
      expect(creation).toMatchObject({
        outcome: 'unknown',
        problem: {
          kind: 'rejected',
          status: 500,
          message: expect.stringMatching(/i\/o timeout$/) as unknown,
        },
      });
      expect(creation.outcome === 'unknown' && creation.tookMs).toBeGreaterThan(39_000);
      expect(record).toMatch(/^apikey-/);
    }
  }, 90_000);
});
