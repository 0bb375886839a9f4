import {describe, expect, it} from 'vitest';
import {rows, says} from '../helpers/screen-words.ts';
import {ask, call} from './asking.ts';
import {describeGateways, describeVersions, gatewayForTest} from './describe-gateways.ts';
import {gatewayJourney} from './gateway-journey.ts';
import {until} from './until.ts';

describeGateways('at the keyboard', gateway => {
  const statusOf = async (path: string, key: string): Promise<number> =>
    (await call(gateway(), path, key)).status;

  it('a key for one API opens that one, and its hash nothing', async () => {
    const walk = gatewayJourney(gateway());
    await walk.toReviewOf('orders');
    await walk.create();
    const hash = /Key hash ([0-9a-f]{16})/.exec(walk.reads())?.[1] ?? 'no hash';
    const key = await walk.reveal();
    expect(await statusOf('/orders/x', key)).toBe(200);
    expect(await statusOf('/payments/x', key)).toBe(403);
    expect(await statusOf('/orders/x', hash)).toBe(403);
    expect((await ask(gateway(), 'GET', `/tyk/keys/${hash}?hashed=1`)).json).toMatchObject({
      alias: 'ci',
      rate: 1000,
      per: 60,
    });
    expect(await walk.leave()).toEqual({code: 0, signal: null});
  });

  it('a key for two marked APIs opens both and no third', async () => {
    const walk = gatewayJourney(gateway());
    await walk.toApis();
    await walk.marks('orders', 'payments');
    walk.press('enter');
    await walk.arrives('form');
    await walk.fillsForm();
    await walk.create();
    const key = await walk.reveal();
    expect(await statusOf('/orders/x', key)).toBe(200);
    expect(await statusOf('/payments/x', key)).toBe(200);
    expect(await statusOf('/attic/x', key)).toBe(403);
  });

  it('a key for one version opens no other', async () => {
    const walk = gatewayJourney(gateway());
    await walk.toApis();
    await walk.finds('Stock');
    walk.press('f3');
    await walk.arrives('versions');
    walk.press('space', 'down', 'space');
    await walk.sees(/\[ \] v1 .*\[x\] v2/);
    walk.press('enter');
    await walk.arrives('apis');
    walk.press('enter');
    await walk.arrives('form');
    await walk.fillsForm();
    await walk.create();
    const key = await walk.reveal();
    const version = async (name: string) =>
      (await call(gateway(), '/stock/x', key, {'x-api-version': name})).status;
    expect(await version('v2')).toBe(200);
    expect(await version('v1')).toBe(403);
  });

  it.each([
    {id: 'slow', limits: {rate: 2, per: 60}, calls: [200, 200, 429]},
    {id: 'once', limits: {quota_max: 1, quota_renewal_rate: 3600}, calls: [200, 403]},
  ] as const)('a key of the policy $id has its limits', async ({id, limits, calls}) => {
    const walk = gatewayJourney(gateway());
    await walk.toKeyOfPolicy(id);
    const key = await walk.reveal();
    expect((await ask(gateway(), 'GET', `/tyk/keys/${key}`)).json).toMatchObject(limits);
    for (const status of calls) expect(await statusOf('/orders/x', key)).toBe(status);
  });

  it('a key of a policy that ends after 2 s is dead then', async () => {
    const walk = gatewayJourney(gateway());
    await walk.toKeyOfPolicy('short');
    const key = await walk.reveal();
    const status = await until(
      async () => {
        const now = await statusOf('/orders/x', key);
        return now === 200 ? undefined : now;
      },
      () => 'it goes on working',
    );
    expect(status).toBe(401);
  });

  it('a wrong secret is named, and no key is made', async () => {
    const before = await gateway().redis.records();
    const walk = gatewayJourney({...gateway(), secret: 'not-the-secret'});
    await walk.sees('does not know this secret');
    walk.press('ctrl+c');
    expect(await walk.exit).toEqual({code: 4, signal: null});
    expect(await gateway().redis.records()).toEqual(before);
  });
});

describeVersions('at the keyboard, when the server fails', version => {
  const atReview = async () => {
    const gateway = await gatewayForTest(version);
    const walk = gatewayJourney(gateway);
    await walk.toReviewOf('orders');
    return {gateway, walk};
  };

  describe('the gateway', () => {
    it('stopped before: no key, and everything is kept', async () => {
      const {gateway, walk} = await atReview();
      await gateway.process.stop();
      await walk.confirms();
      await walk.arrives('notCreated');
      expect(await gateway.redis.records()).toEqual([]);
    });

    it('killed while it is creating: a key may exist', async () => {
      const {gateway, walk} = await atReview();
      gateway.redis.freeze();
      await walk.confirms();
      await walk.arrives('creating');
      // After a second the request is with the gateway, which can't answer it.
      await walk.sees(/ [1-9] s /);
      await gateway.process.kill();
      await walk.arrives('unknown');
      expect(walk.reads()).toContain(says.mayExist);
    });

    it('gone after: the key stays, and is not said to be revoked', async () => {
      const {gateway, walk} = await atReview();
      await walk.create();
      await gateway.process.kill();
      await walk.decides('u', () => walk.isOn('leave'));
      await walk.pointsTo(rows.revoke);
      await walk.decides('enter', () => walk.reads().includes(says.notRevoked));
      expect(await gateway.redis.records()).toHaveLength(1);
    });
  });

  describe('Redis', () => {
    it('stopped: a key may exist', async () => {
      const {gateway, walk} = await atReview();
      await gateway.redis.stop();
      await walk.confirms();
      await walk.arrives('unknown');
      expect(walk.reads()).toContain(says.mayExist);
    });

    it('frozen and thawed while it is creating: one key, which opens its API', async () => {
      const {gateway, walk} = await atReview();
      gateway.redis.freeze();
      await walk.confirms();
      await walk.arrives('creating');
      gateway.redis.thaw();
      await walk.arrives('created');
      const key = await walk.reveal();
      expect((await call(gateway, '/orders/x', key)).status).toBe(200);
      expect(await gateway.redis.records()).toHaveLength(1);
    });
  });
});
