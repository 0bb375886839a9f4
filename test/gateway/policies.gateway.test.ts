import {expect, it} from 'vitest';
import {drain, never} from '../tyk/support/backend.ts';
import {ask, call} from './asking.ts';
import {describeGateways} from './describe-gateways.ts';
import {policies, type PolicyId} from './estate.ts';
import {apisOf, backendOf, create, wishByPolicy} from './through-client.ts';
import {until} from './until.ts';

const limits = {rate: 100, per: 60, quota_max: 5000, quota_renewal_rate: 3600};

describeGateways('a key of a policy', gateway => {
  const keyOf = async (id: PolicyId): Promise<string> =>
    (await create(backendOf(gateway()), wishByPolicy(id))).secret.reveal();

  const callsOf = async (key: string, count: number, path = '/orders/x') => {
    const told = [];
    for (let made = 0; made < count; made += 1) told.push(await call(gateway(), path, key));
    return told.map(({status}) => status);
  };

  it('opens what the policy opens', async () => {
    const key = await keyOf('standard');
    expect(await callsOf(key, 1)).toEqual([200]);
    expect(await callsOf(key, 1, '/payments/x')).toEqual([200]);
    expect(await callsOf(key, 1, '/attic/x')).toEqual([403]);
  });

  it('ends after the policy’s 2 s, though it was sent as never', async () => {
    const key = await keyOf('short');
    expect(await callsOf(key, 1)).toEqual([200]);
    const denied = await until(
      async () => {
        const told = await call(gateway(), '/orders/x', key);
        return told.status === 200 ? undefined : told;
      },
      () => 'it goes on working',
    );
    expect([denied.status, denied.json]).toEqual([401, {error: 'Key has expired, please renew'}]);
  });

  it('is stopped at the third call in a minute where two are allowed', async () => {
    expect(await callsOf(await keyOf('slow'), 3)).toEqual([200, 200, 429]);
  });

  it('is stopped at the second call where the quota is one', async () => {
    const key = await keyOf('once');
    expect(await callsOf(key, 1)).toEqual([200]);
    const denied = await call(gateway(), '/orders/x', key);
    expect([denied.status, denied.json]).toEqual([403, {error: 'Quota exceeded'}]);
  });

  it('has the policy’s limits in place of its own, and the client reads them back', async () => {
    const {secret, stored} = await create(backendOf(gateway()), wishByPolicy('tagged'));
    const told = await ask(gateway(), 'GET', `/tyk/keys/${secret.reveal()}`);
    expect(told.json).toMatchObject({...limits, apply_policies: ['tagged']});
    expect(stored).toMatchObject({
      rate: 100,
      per: 60,
      quotaMax: 5000,
      quotaRenewalRate: 3600,
      policyIds: ['tagged'],
      apiIds: ['orders'],
    });
  });

  it('for several APIs has the policy’s limits at each API, and what was sent above them', async () => {
    const {secret, stored} = await create(backendOf(gateway()), wishByPolicy('standard'));
    const told = await ask(gateway(), 'GET', `/tyk/keys/${secret.reveal()}`);
    expect(told.json).toMatchObject({
      access_rights: {orders: {limit: limits}, payments: {limit: limits}},
      rate: 1000,
      per: 60,
      quota_max: -1,
    });
    expect([...(stored.apiIds ?? [])].sort()).toEqual(['orders', 'payments']);
  });

  it('unites tags, in whatever order, and takes the policy’s metadata before its own', async () => {
    const own = {
      tags: ['zeta', 'shared'],
      metadata: [
        {name: 'owner', value: 'key'},
        {name: 'team', value: 'orders'},
      ],
    };
    const {stored} = await create(backendOf(gateway()), wishByPolicy('tagged', own));
    expect([...(stored.tags ?? [])].sort()).toEqual(['gold', 'shared', 'zeta']);
    expect(stored.metadata).toEqual({owner: 'policy', team: 'orders', tier: 'gold'});
  });

  it('counts each API by itself where the policy says so', async () => {
    const key = await keyOf('per-api');
    expect(await callsOf(key, 3)).toEqual([200, 200, 429]);
    expect(await callsOf(key, 1, '/payments/x')).toEqual([200]);
  });

  it('with no more than access keeps its own limits', async () => {
    const {stored} = await create(backendOf(gateway()), wishByPolicy('acl-only'));
    expect(stored).toMatchObject({rate: 1000, per: 60, quotaMax: -1});
  });

  it('is dead when the policy is inactive', async () => {
    const {secret, stored} = await create(backendOf(gateway()), wishByPolicy('inactive'));
    expect(stored.disabled).toBe(true);
    const denied = await call(gateway(), '/orders/x', secret.reveal());
    expect([denied.status, denied.json]).toEqual([403, {error: 'Key is inactive, please renew'}]);
  });

  it('works though the policy is a draft: the gateway does not look', async () => {
    expect(await callsOf(await keyOf('draft'), 1)).toEqual([200]);
  });
});

describeGateways('policies that can’t make a key', gateway => {
  it.each(['nobody', 'quota-only', 'rate-only', 'per-api-and-quota'] as const)(
    '%s: nothing is stored, whatever the client says of it',
    async id => {
      const backend = backendOf(gateway());
      const creation = await backend.createKey(wishByPolicy(id), never());
      expect(creation.outcome).not.toBe('created');
      expect(await gateway().redis.records()).toEqual([]);
    },
  );
});

describeGateways('the list of policies', gateway => {
  it('is there from 4.1 on; before, the client says what it met', async () => {
    const backend = backendOf(gateway());
    await apisOf(backend);
    const {rows, problems} = await drain(backend.loadPolicies(never()));
    if (gateway().version === 'v4.0.3') {
      const problem = {kind: 'policiesNotListed'};
      expect({rows, problems}).toEqual({rows: [], problems: [problem]});
      return;
    }
    expect(problems).toEqual([]);
    const found = rows.map(({id, state}) => `${id}: ${state}`);
    const expected = Object.keys(policies).map(id =>
      id === 'inactive' ? `${id}: denied` : id === 'draft' ? `${id}: draft` : `${id}: active`,
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(rows.find(({id}) => id === 'tagged')).toMatchObject({
      tags: ['gold', 'shared'],
      metadataNames: ['owner', 'tier'],
      rate: 100,
      quotaMax: 5000,
      grants: [{apiId: 'orders', versions: ['Default']}],
    });
  });
});
