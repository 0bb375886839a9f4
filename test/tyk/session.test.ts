import {describe, expect, it} from 'vitest';
import type {Expiry} from '../../source/key/expiry.ts';
import {wireSession} from '../../source/tyk/session.ts';
import {api, policy, wish} from './support/wishes.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const noonSeconds = noon / 1000;

describe('a key made from APIs', () => {
  it('is the recommended body, byte for byte', () => {
    expect(JSON.stringify(wireSession(wish(), noon).body)).toBe(
      '{"alias":"orders team","org_id":"5e9d9544a1dcd60001d0ed20","access_rights":{' +
        '"accbdd1b89e84ec97f4f16d4e3197d5c":{"api_id":"accbdd1b89e84ec97f4f16d4e3197d5c",' +
        '"api_name":"Basic Protected API","versions":["Default"],"allowed_urls":[],"limit":null}},' +
        '"apply_policies":[],"allowance":1000,"rate":1000,"per":60,"throttle_interval":-1,' +
        '"throttle_retry_limit":-1,"max_query_depth":-1,"quota_max":-1,"quota_renewal_rate":-1,' +
        '"quota_remaining":-1,"quota_renews":0,"expires":1793404800,"is_inactive":false,' +
        '"enable_detailed_recording":false,"tags":["team-orders"],"meta_data":{"owner":"orders"}}',
    );
  });

  it('names every API under its id, with its own versions', () => {
    const {body} = wireSession(
      wish({
        access: {
          kind: 'apis',
          grants: [
            {api: api({id: 'a1', name: 'One'}), versions: ['v1', 'v2']},
            {api: api({id: 'b2', name: 'Two'}), versions: ['Default']},
          ],
        },
      }),
      noon,
    );
    expect(body['access_rights']).toEqual({
      a1: {api_id: 'a1', api_name: 'One', versions: ['v1', 'v2'], allowed_urls: [], limit: null},
      b2: {api_id: 'b2', api_name: 'Two', versions: ['Default'], allowed_urls: [], limit: null},
    });
  });

  it('keeps a metadata name that JavaScript treats specially', () => {
    const {body} = wireSession(wish({metadata: [{name: '__proto__', value: 'x'}]}), noon);
    expect(JSON.stringify(body['meta_data'])).toBe('{"__proto__":"x"}');
  });
});

describe('a key made from a policy', () => {
  const {body} = wireSession(wish({access: {kind: 'policies', policies: [policy()]}}), noon);

  it('names the policy and grants nothing by itself', () => {
    expect(body).toMatchObject({apply_policies: ['5ea11155f4f8460001a9389e'], access_rights: {}});
  });

  it('names several in their order, which the server applies them in', () => {
    const policies = [policy({id: 'b'}), policy({id: 'a'})] as const;
    const {body: several} = wireSession(wish({access: {kind: 'policies', policies}}), noon);
    expect(several['apply_policies']).toEqual(['b', 'a']);
  });

  it('sends the default limits for what the policy may not govern, never a rate of 0', () => {
    expect(body).toMatchObject({rate: 1000, allowance: 1000, per: 60, quota_max: -1});
  });
});

describe('limits', () => {
  it('send whole numbers where Tyk wants them, and the quota as what remains of it', () => {
    const limits = {
      rate: {requests: 2.5, perSeconds: 0.5},
      throttle: {retries: 3.9, intervalSeconds: 0.5},
      quota: {requests: 5000.7, renewsEverySeconds: 86400.2},
      queryDepth: 4.2,
    };
    expect(wireSession(wish({limits}), noon).body).toMatchObject({
      allowance: 2.5,
      rate: 2.5,
      per: 0.5,
      throttle_interval: 0.5,
      throttle_retry_limit: 3,
      max_query_depth: 4,
      quota_max: 5000,
      quota_renewal_rate: 86400,
      quota_remaining: 5000,
    });
  });

  it('send -1 for "none"', () => {
    const limits = {rate: undefined, throttle: undefined, quota: undefined, queryDepth: undefined};
    const {body} = wireSession(wish({limits}), noon);
    expect(body).toMatchObject({allowance: -1, rate: -1, per: -1, quota_max: -1});
  });
});

describe('expires', () => {
  const sent = (expiry: Expiry) => {
    const {body, expires} = wireSession(wish({expiry}), noon);
    return {wire: body['expires'], expires};
  };

  it('counts seconds from the time of sending', () => {
    const anHour = sent({kind: 'after', duration: {months: 0, seconds: 3600}});
    expect(anHour).toEqual({wire: noonSeconds + 3600, expires: noonSeconds + 3600});
  });

  it('is -1 on the wire for never', () => {
    expect(sent({kind: 'never'})).toEqual({wire: -1, expires: undefined});
  });

  it('is sent even where the policy sets it, so that no gateway makes an endless key', () => {
    expect(sent({kind: 'byPolicy', seconds: 60, policy: 'Gold'}).wire).toBe(noonSeconds + 60);
  });
});
