import {describe, expect, it} from 'vitest';
import {drain, never} from '../tyk/support/backend.ts';
import {ask, call} from './asking.ts';
import {describeGateways} from './describe-gateways.ts';
import {otherOrganisation} from './estate.ts';
import {apisOf, backendOf, create, wishFor} from './through-client.ts';
import {until} from './until.ts';

describeGateways('a key made through the client module', gateway => {
  const statuses = async (key: string, paths: readonly string[]) => {
    const told = [];
    for (const path of paths) told.push((await call(gateway(), path, key)).status);
    return told;
  };

  it('opens its API and no other, and its hash opens nothing', async () => {
    const backend = backendOf(gateway());
    const {secret, hash} = await create(backend, await wishFor(backend, ['orders']));
    expect(await statuses(secret.reveal(), ['/orders/x', '/payments/x'])).toEqual([200, 403]);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(await statuses(hash ?? '', ['/orders/x'])).toEqual([403]);
  });

  it('for two APIs opens both and no third', async () => {
    const backend = backendOf(gateway());
    const {secret} = await create(backend, await wishFor(backend, ['orders', 'payments']));
    const paths = ['/orders/x', '/payments/x', '/attic/x'];
    expect(await statuses(secret.reveal(), paths)).toEqual([200, 200, 403]);
  });

  it('goes where the API says that it looks for it', async () => {
    const backend = backendOf(gateway());
    const request = await wishFor(backend, ['partner']);
    const key = (await create(backend, request)).secret.reveal();
    const place =
      request.access.kind === 'apis' ? request.access.grants[0].api.keyPlace : undefined;
    expect(place).toEqual({in: 'header', name: 'X-Partner-Key'});
    expect((await call(gateway(), '/partner/x', undefined, {'X-Partner-Key': key})).status).toBe(
      200,
    );
    expect((await call(gateway(), '/partner/x', key)).status).toBe(401);
  });

  it('with one version of an API opens that version alone', async () => {
    const backend = backendOf(gateway());
    const api = (await apisOf(backend)).find(({id}) => id === 'stock');
    expect(api).toMatchObject({versioned: true, versions: ['v1', 'v2'], defaultVersion: 'v1'});
    if (api === undefined) return;
    const access = {kind: 'apis', grants: [{api, versions: ['v2']}]} as const;
    const request = await wishFor(backend, ['stock'], {access});
    const key = (await create(backend, request)).secret.reveal();
    const version = async (name?: string) => {
      const headers = name === undefined ? {} : {'x-api-version': name};
      return (await call(gateway(), '/stock/x', key, headers)).status;
    };
    expect([await version('v2'), await version('v1'), await version()]).toEqual([200, 403, 403]);
  });

  it('of another organisation opens that one’s API', async () => {
    const backend = backendOf(gateway());
    const own = {organisation: otherOrganisation};
    const {secret} = await create(backend, await wishFor(backend, ['branch'], own));
    expect(await statuses(secret.reveal(), ['/branch/x', '/orders/x'])).toEqual([200, 403]);
  });

  it('for an inactive API works, as gateways with files serve those too', async () => {
    const backend = backendOf(gateway());
    const {secret} = await create(backend, await wishFor(backend, ['attic']));
    expect(await statuses(secret.reveal(), ['/attic/x'])).toEqual([200]);
  });

  it('for a keyless API changes nothing there', async () => {
    const backend = backendOf(gateway());
    const {secret} = await create(backend, await wishFor(backend, ['catalogue']));
    expect(await statuses(secret.reveal(), ['/catalogue/x'])).toEqual([200]);
    expect((await call(gateway(), '/catalogue/x')).status).toBe(200);
  });

  it('has its own limits and times, as the gateway itself tells', async () => {
    const backend = backendOf(gateway());
    const unixSeconds = Math.floor(Date.now() / 1000) + 7200;
    const request = await wishFor(backend, ['orders'], {
      alias: 'orders team',
      detailedLogging: true,
      expiry: {kind: 'at', unixSeconds},
      limits: {
        rate: {requests: 7, perSeconds: 11},
        throttle: {retries: 3, intervalSeconds: 2},
        quota: {requests: 13, renewsEverySeconds: 1700},
        queryDepth: 5,
      },
    });
    const {secret, stored} = await create(backend, request);
    expect((await ask(gateway(), 'GET', `/tyk/keys/${secret.reveal()}`)).json).toMatchObject({
      alias: 'orders team',
      org_id: 'default',
      rate: 7,
      per: 11,
      throttle_retry_limit: 3,
      throttle_interval: 2,
      quota_max: 13,
      quota_renewal_rate: 1700,
      max_query_depth: 5,
      expires: unixSeconds,
      enable_detailed_recording: true,
      is_inactive: false,
      meta_data: {owner: 'orders'},
      tags: ['team-orders'],
    });
    expect(stored).toMatchObject({
      rate: 7,
      per: 11,
      quotaMax: 13,
      quotaRenewalRate: 1700,
      expires: unixSeconds,
      apiIds: ['orders'],
      policyIds: [],
    });
  });

  it('without limits and end is stored so', async () => {
    const backend = backendOf(gateway());
    const none = {rate: undefined, throttle: undefined, quota: undefined, queryDepth: undefined};
    const {secret} = await create(backend, await wishFor(backend, ['orders'], {limits: none}));
    expect((await ask(gateway(), 'GET', `/tyk/keys/${secret.reveal()}`)).json).toMatchObject({
      rate: -1,
      per: -1,
      quota_max: -1,
      quota_renewal_rate: -1,
      throttle_retry_limit: -1,
      expires: -1,
    });
  });

  it('is stopped by its own rate', async () => {
    const backend = backendOf(gateway());
    const limits = {
      rate: {requests: 2, perSeconds: 60},
      throttle: undefined,
      quota: undefined,
      queryDepth: undefined,
    };
    const {secret} = await create(backend, await wishFor(backend, ['orders'], {limits}));
    const thrice = ['/orders/x', '/orders/x', '/orders/x'];
    expect(await statuses(secret.reveal(), thrice)).toEqual([200, 200, 429]);
  });

  it('is stopped by its own quota', async () => {
    const backend = backendOf(gateway());
    const limits = {
      rate: undefined,
      throttle: undefined,
      quota: {requests: 1, renewsEverySeconds: 3600},
      queryDepth: undefined,
    };
    const {secret} = await create(backend, await wishFor(backend, ['orders'], {limits}));
    expect(await statuses(secret.reveal(), ['/orders/x', '/orders/x'])).toEqual([200, 403]);
  });

  it('ends when it should, counted by the clock of the gateway', async () => {
    const backend = backendOf(gateway());
    const expiry = {kind: 'after', duration: {months: 0, seconds: 2}} as const;
    const {secret, sentExpires} = await create(
      backend,
      await wishFor(backend, ['orders'], {expiry}),
    );
    expect(await statuses(secret.reveal(), ['/orders/x'])).toEqual([200]);
    const denied = await until(
      async () => {
        const told = await call(gateway(), '/orders/x', secret.reveal());
        return told.status === 200 ? undefined : told;
      },
      () => 'it goes on working',
    );
    expect([denied.status, denied.json]).toEqual([401, {error: 'Key has expired, please renew'}]);
    expect(Date.now() / 1000).toBeGreaterThanOrEqual(sentExpires ?? Infinity);
  });

  it('is revoked once, and then there is nothing to revoke', async () => {
    const backend = backendOf(gateway());
    const {secret} = await create(backend, await wishFor(backend, ['orders']));
    expect(await backend.revokeKey(secret)).toEqual({ok: true, value: undefined});
    expect(await statuses(secret.reveal(), ['/orders/x'])).toEqual([403]);
    expect((await ask(gateway(), 'GET', `/tyk/keys/${secret.reveal()}`)).status).toBe(404);
    expect(await backend.revokeKey(secret)).toMatchObject({ok: false});
  });
});

describeGateways('keys one after another', gateway => {
  it('are 200 different ones, all there and nothing besides', async () => {
    const backend = backendOf(gateway());
    const request = await wishFor(backend, ['orders']);
    const made = [];
    for (let count = 0; count < 200; count += 1) made.push(await create(backend, request));
    const hashes = made.map(({hash}) => hash ?? '').sort();
    expect(new Set(made.map(({secret}) => secret.reveal())).size).toBe(200);
    expect(new Set(hashes).size).toBe(200);
    expect(await gateway().redis.records()).toEqual(hashes.map(hash => `apikey-${hash}`));
  });
});

describeGateways(
  'a gateway that does not hash its keys',
  gateway => {
    it('gives keys without a hash, and their sessions by the key', async () => {
      const backend = backendOf(gateway());
      const created = await create(backend, await wishFor(backend, ['orders']));
      expect(created).toMatchObject({hash: undefined, stored: {alias: 'orders team', rate: 1000}});
      expect((await call(gateway(), '/orders/x', created.secret.reveal())).status).toBe(200);
    });
  },
  {hashKeys: false},
);

describeGateways('what the client module reads of a gateway', gateway => {
  it('is every API, sorted, with what a key needs to know of it', async () => {
    const apis = await apisOf(backendOf(gateway()));
    const row = ({id, name, authTypes, categories}: (typeof apis)[number]) =>
      [id, name, authTypes.join(), ...categories].join(' | ');
    expect(apis.map(row)).toEqual([
      'attic | Attic | authToken',
      'branch | Branch orders | authToken',
      'catalogue | Catalogue | keyless',
      'ledger | Ledger | hmac',
      'orders | Orders API | authToken | orders | internal team',
      'partner | Partner API | authToken',
      'payments | Payments API | authToken | orders',
      'people | People API | basic | hr',
      'reports | Reports | jwt',
      'stock | Stock | authToken',
      'vault | Vault | authToken',
    ]);
    expect(apis.filter(({active}) => !active).map(({id}) => id)).toEqual(['attic']);
    expect(apis.filter(api => api.certificateBound).map(({id}) => id)).toEqual(['vault']);
    expect(apis.filter(api => api.versioned).map(({id}) => id)).toEqual(['stock']);
    expect(apis.find(({id}) => id === 'branch')?.organisation).toBe(otherOrganisation);
  });

  describe('with a wrong secret', () => {
    it('is nothing, and no key is made', async () => {
      const right = backendOf(gateway());
      const request = await wishFor(right, ['orders']);
      const wrong = backendOf(gateway(), {secret: 'not-the-secret'});
      const problem = {
        kind: 'notAuthorised',
        status: 403,
        message: 'Attempted administrative access with invalid or missing key!',
      };
      expect(await drain(wrong.loadApis(never()))).toMatchObject({rows: [], problems: [problem]});
      expect(await wrong.createKey(request, never())).toEqual({outcome: 'notCreated', problem});
      expect(await gateway().redis.records()).toEqual([]);
    });
  });
});
