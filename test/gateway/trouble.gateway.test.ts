import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import type {Timings} from '../../source/tyk/timings.ts';
import {never} from '../tyk/support/backend.ts';
import {ask, call} from './asking.ts';
import {describeGateway, describeVersions, gatewayForTest} from './describe-gateways.ts';
import type {RealGateway} from './real-gateway.ts';
import {backendOf, create, wishFor} from './through-client.ts';
import {until} from './until.ts';
import {versions, type Version} from './versions.ts';
import {postWritten} from './written.ts';

/** A person who gives up early. */
const impatient = {create: {headersMs: 0, bodyMs: 0, totalMs: 1_500}};

describeVersions('trouble', version => {
  const prepared = async (timings: Partial<Timings> = {}) => {
    const gateway = await gatewayForTest(version);
    const backend = backendOf(gateway, {timings});
    const request = await wishFor(backend, ['orders']);
    return {gateway, backend, request, createKey: () => backend.createKey(request, never())};
  };

  const recordAppears = ({redis}: RealGateway): Promise<string> =>
    until(
      async () => (await redis.records())[0],
      () => 'no key appears',
    );

  describe('with the gateway', () => {
    it('stopped before: certainly no key', async () => {
      const {gateway, createKey} = await prepared();
      await gateway.process.stop();
      expect(await createKey()).toMatchObject({
        outcome: 'notCreated',
        problem: {kind: 'unreachable', reason: 'refused'},
      });
      expect(await gateway.redis.records()).toEqual([]);
    });

    it('killed while the POST is in flight: unknown, and after that certainly no further key', async () => {
      const {gateway, createKey} = await prepared();
      // So that the gateway can't have answered before it is killed.
      gateway.redis.freeze();
      const written = postWritten();
      const creation = createKey();
      await written;
      await gateway.process.kill();
      gateway.redis.thaw();
      expect(await creation).toMatchObject({outcome: 'unknown', problem: {kind: 'cut'}});
      const before = await gateway.redis.records();
      expect(await createKey()).toMatchObject({outcome: 'notCreated'});
      expect(await gateway.redis.records()).toEqual(before);
    });

    it('gone after: the key was there all the time and can’t be revoked', async () => {
      const {gateway, backend, request} = await prepared();
      const {secret, hash} = await create(backend, request);
      await gateway.process.kill();
      expect(await backend.revokeKey(secret)).toMatchObject({
        ok: false,
        problem: {kind: 'unreachable', reason: 'refused'},
      });
      expect(await gateway.redis.records()).toEqual([`apikey-${hash ?? ''}`]);
    });

    it('frozen: unknown when the person gives up, and once thawed it makes the key', async () => {
      const {gateway, createKey} = await prepared(impatient);
      gateway.process.freeze();
      expect(await createKey()).toMatchObject({
        outcome: 'unknown',
        problem: {kind: 'timedOut', afterMs: 1_500},
      });
      expect(await gateway.redis.records()).toEqual([]);
      gateway.process.thaw();
      expect(await recordAppears(gateway)).toMatch(/^apikey-/);
    });
  });

  describe('with Redis', () => {
    it('stopped: unknown, for the words prove nothing; back again, keys are made', async () => {
      const {gateway, backend, request, createKey} = await prepared();
      await gateway.redis.stop();
      const creation = await createKey();
      expect(creation).toMatchObject({
        outcome: 'unknown',
        problem: {kind: 'rejected', status: 500},
      });
      const redis = await gateway.startRedisAgain();
      const secret = await until(
        async () => {
          const again = await createKey();
          return again.outcome === 'created' ? again.key.secret : undefined;
        },
        () => 'no key is made any more',
      );
      expect((await call(gateway, '/orders/x', secret.reveal())).status).toBe(200);
      expect((await redis.records()).length).toBeGreaterThan(0);
      expect(await backend.createKey(request, never())).toMatchObject({outcome: 'created'});
    });

    it('frozen: unknown when the person gives up, and once thawed the key is there', async () => {
      const {gateway, createKey} = await prepared(impatient);
      gateway.redis.freeze();
      expect(await createKey()).toMatchObject({
        outcome: 'unknown',
        problem: {kind: 'timedOut', afterMs: 1_500},
      });
      gateway.redis.thaw();
      expect(await recordAppears(gateway)).toMatch(/^apikey-/);
    });

    it('stopped: a revoke that finds no key is never taken for done', async () => {
      const {gateway, backend, request} = await prepared();
      const {secret} = await create(backend, request);
      expect(await opens(gateway, secret)).toBe(true);
      await gateway.redis.stop();
      expect(await backend.revokeKey(secret)).toMatchObject({
        ok: false,
        problem: {kind: 'storageDown'},
      });
    });
  });

  const opens = async (gateway: RealGateway, secret: Secret): Promise<boolean> =>
    (await call(gateway, '/orders/x', secret.reveal())).status === 200;
});

describeGateway('old health', () => {
  /** What `/hello` says of Redis is up to 10 s old, and for the first 10 s there is nothing. */
  const revokedWithout = async (version: Version) => {
    const gateway = await gatewayForTest(version);
    const backend = backendOf(gateway);
    const {secret} = await create(backend, await wishFor(backend, ['orders']));
    const young = await backend.revokeKey(new Secret('nobody'));
    await until(
      async () => /"redis":{"status":"pass"/.exec((await ask(gateway, 'GET', '/hello')).text)?.[0],
      () => 'nothing is said of Redis',
      15_000,
    );
    await gateway.redis.stop();
    return {young, stale: await backend.revokeKey(secret)};
  };

  it('does not make a revoke done that found no key, nor does none at all', async () => {
    for (const answers of await Promise.all(versions.map(revokedWithout))) {
      expect(answers.young).toMatchObject({ok: false, problem: {kind: 'storageDown'}});
      expect(answers.stale).toMatchObject({ok: false, problem: {kind: 'storageDown'}});
    }
  });
});
