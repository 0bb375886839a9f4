import {describe, expect, it} from 'vitest';
import {readDashboardKey, readGatewayKey} from '../../../source/tyk/parse/created-key.ts';

const key =
  'eyJvcmciOiI1ZTlkOTU0NGExZGNkNjAwMDFkMGVkMjAiLCJpZCI6IjUwMWMzYzJhNWFiNTRhOTdhMzUzYjNmOWU5YjgwYTcxIiwiaCI6Im11cm11cjY0In0=';

const dashboard = (changes: object = {}) =>
  readDashboardKey({
    api_model: {},
    key_id: key,
    key_hash: 'c43a1a8fbd9b2d8a',
    data: {},
    ...changes,
  });

describe("the Dashboard's answer", () => {
  it('holds the key, its hash and what was stored', () => {
    const data = {
      alias: 'orders\u001b team',
      expires: 1793404800,
      is_inactive: false,
      enable_detailed_recording: true,
      tags: ['b', 'a'],
      meta_data: {owner: 'orders', n: 7, o: {p: 1}},
      access_rights: {a1: {}},
      apply_policies: ['p1'],
      rate: 100,
      per: 60,
      quota_max: 5000,
      quota_renewal_rate: 3600,
    };
    const read = dashboard({data});
    expect(read.ok && read.value.secret.reveal()).toBe(key);
    expect(read).toMatchObject({
      value: {
        hash: 'c43a1a8fbd9b2d8a',
        stored: {
          alias: 'orders\uFFFD team',
          expires: 1793404800,
          disabled: false,
          detailedLogging: true,
          tags: ['b', 'a'],
          metadata: {owner: 'orders', n: '7', o: '{"p":1}'},
          apiIds: ['a1'],
          policyIds: ['p1'],
          rate: 100,
          per: 60,
          quotaMax: 5000,
          quotaRenewalRate: 3600,
        },
      },
    });
  });

  it('says nothing about what it leaves out', () => {
    const read = dashboard({data: {alias: 'a', expires: null, tags: null}});
    expect(read.ok && read.value.stored).toStrictEqual({alias: 'a'});
    const none = dashboard({data: null});
    expect(none.ok && none.value.stored).toStrictEqual({});
  });

  it.each<[boolean | undefined, boolean | undefined, object]>([
    [false, true, {detailedLogging: true}],
    [false, undefined, {detailedLogging: false}],
    [undefined, undefined, {}],
  ])('knows detailed logging by both names: %s, %s', (recent, old, stored) => {
    const data = {enable_detailed_recording: recent, enable_detail_recording: old};
    const read = dashboard({data});
    expect(read.ok && read.value.stored).toStrictEqual(stored);
  });

  it.each([undefined, '', null, key, 'has blank', 7])('%j is no hash', key_hash => {
    const read = dashboard({key_hash});
    expect(read.ok && read.value.hash).toBeUndefined();
  });

  it.each([undefined, null, '', 7, 'with blank', 'esc\u001b', 'naïve', 'x'.repeat(1025)])(
    '%j is no key',
    key_id => {
      expect(dashboard({key_id})).toEqual({
        ok: false,
        problem: {kind: 'unreadable', status: 200, what: 'key_id'},
      });
    },
  );
});

describe("the Gateway's answer", () => {
  it('holds the key and its hash', () => {
    const read = readGatewayKey({key, status: 'ok', action: 'added', key_hash: 'c43a1a8fbd9b2d8a'});
    expect(read).toMatchObject({ok: true, value: {hash: 'c43a1a8fbd9b2d8a', stored: {}}});
    expect(read.ok && read.value.secret.reveal()).toBe(key);
  });

  it('has no hash without hashing', () => {
    const read = readGatewayKey({key, status: 'ok', action: 'added'});
    expect(read.ok && read.value.hash).toBeUndefined();
  });

  it.each([
    [{status: 'ok', key: '', key_hash: 'c43a1a8fbd9b2d8a'}, 'key'],
    [{status: 'error', key}, 'status'],
    [null, 'key'],
    [[], 'key'],
  ])('%j is unreadable for its %s', (value, what) => {
    expect(readGatewayKey(value)).toMatchObject({ok: false, problem: {what}});
  });
});
