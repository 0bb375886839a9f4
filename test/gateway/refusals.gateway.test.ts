import {describe, expect, it} from 'vitest';
import {traceOfReply} from '../../source/tyk/outcome.ts';
import {never} from '../tyk/support/backend.ts';
import {ask, type Told} from './asking.ts';
import {describeGateways} from './describe-gateways.ts';
import {backendOf, wishByPolicy} from './through-client.ts';
import {session} from './session.ts';
import {until} from './until.ts';

const traceOf = ({status, text}: Told) =>
  traceOfReply({status, body: text, location: undefined, skewMs: undefined, roundTripMs: 0});

const says = (message: string) => ({status: 'error', message});
const because = (reason: string) => says(`Failed to create key - ${reason}`);
const noRights = says(
  'Failed to create key, keys must have at least one Access Rights record set.',
);

describeGateways('a refusal after which there is certainly no key', gateway => {
  it.each<[string, unknown, number, object]>([
    ['no JSON', '{bad', 500, says('Unmarshalling failed')],
    [
      'a word for a number',
      session(['orders'], {expires: 'never'}),
      500,
      says('Unmarshalling failed'),
    ],
    ['half a request', session(['orders'], {quota_max: 1.5}), 500, says('Unmarshalling failed')],
    ['no rights', session([]), 400, noRights],
    ['nothing at all', {}, 400, noRights],
    ['an unknown policy', session([], {apply_policies: ['nobody']}), 400, noRights],
    ['a policy without access', session([], {apply_policies: ['rate-only']}), 400, noRights],
    [
      'an unknown policy beside rights',
      session(['orders'], {apply_policies: ['nobody']}),
      500,
      because('policy not found: "nobody"'),
    ],
    [
      'a policy that clashes with itself',
      session(['orders'], {apply_policies: ['per-api-and-quota']}),
      500,
      because('cannot apply policy per-api-and-quota which has per_api and any of partitions set'),
    ],
  ])('%s', async (_, body, status, json) => {
    const told = await ask(gateway(), 'POST', '/tyk/keys/create', body);
    expect([told.status, told.json]).toEqual([status, json]);
    expect(traceOf(told)).toBe('nothing');
    expect(await gateway().redis.records()).toEqual([]);
  });
});

describeGateways('a refusal that proves nothing', gateway => {
  const different = because(
    'attempting to apply policy from different organisation to key, skipping',
  );

  it('may come when a key is there: a policy that spans organisations is refused at its second API', async () => {
    const backend = backendOf(gateway());
    const creation = await until(
      async () => {
        const tried = await backend.createKey(wishByPolicy('spanning'), never());
        return (await gateway().redis.records()).length > 0 ? tried : undefined;
      },
      () => 'never a key',
    );
    expect(creation).toMatchObject({outcome: 'unknown', problem: {kind: 'rejected', status: 500}});
  });

  describe('comes in the same words', () => {
    it('when there is no key', async () => {
      const before = (await gateway().redis.records()).length;
      const body = session([], {apply_policies: ['foreign']});
      const told = await ask(gateway(), 'POST', '/tyk/keys/create', body);
      expect([told.status, told.json]).toEqual([500, different]);
      expect(traceOf(told)).toBe('unknown');
      expect(await gateway().redis.records()).toHaveLength(before);
    });
  });
});
