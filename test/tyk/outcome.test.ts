import {describe, expect, it} from 'vitest';
import {traceOfFailure, traceOfReply} from '../../source/tyk/outcome.ts';

const reply = (status: number, body: string) => ({
  status,
  body,
  location: undefined,
  skewMs: undefined,
  roundTripMs: 0,
});

const dashboardSays = (status: number, message: string) =>
  traceOfReply(reply(status, JSON.stringify({Status: 'Error', Message: message, Meta: null})));

const gatewaySays = (status: number, message: string) =>
  traceOfReply(reply(status, JSON.stringify({status: 'error', message})));

const wrap = 'Failed to save new session object to Tyk: ';

describe('certainly no key', () => {
  it.each([
    [400, 'User/Key object validation failed, most likely malformed input'],
    [401, 'Not authorised'],
    [403, 'access denied: You do not have permission to access  /api/keys'],
    [404, 'gone'],
    [500, `${wrap}Failed to create key - policy not found: "5ea1"`],
    [400, `${wrap}Failed to create key, keys must have at least one Access Rights record set.`],
    [
      500,
      `${wrap}Post http://gateway:8080/tyk/keys/create: dial tcp 10.1.2.3:8080: connect: connection refused`,
    ],
    [
      500,
      `${wrap}Post "http://gw:8080/tyk/keys/create": dial tcp: lookup gw on 10.0.0.2:53: no such host`,
    ],
  ])('Dashboard %i: %s', (status, message) => {
    expect(dashboardSays(status, message)).toBe('nothing');
  });

  it.each([
    [403, 'Attempted administrative access with invalid or missing key!'],
    [400, 'Failed to create key, keys must have at least one Access Rights record set.'],
    [500, 'Failed to create key - policy not found: "nopolicy"'],
    [500, 'Failed to create key - key has no valid policies to be applied'],
    [
      500,
      'Failed to create key - cannot apply multiple policies when some have per_api set and some are partitioned',
    ],
    [500, 'Unmarshalling failed'],
  ])('Gateway %i: %s', (status, message) => {
    expect(gatewaySays(status, message)).toBe('nothing');
  });

  it.each([
    [301, ''],
    [302, '<html>'],
    [307, ''],
    [404, '404 page not found\n'],
    [404, 'Not Found'],
  ])('%i with the body %j', (status, body) => {
    expect(traceOfReply(reply(status, body))).toBe('nothing');
  });
});

describe('a key may exist', () => {
  it.each([
    [500, 'Failed to create key, ensure security settings are correct.'],
    [500, 'Failed to create key - storage: Redis is either down or was not configured'],
    [500, 'Failed to create key - dial tcp 10.0.0.9:6379: connect: connection refused'],
    [
      500,
      'Failed to create key - attempting to apply policy from different organisation to key, skipping',
    ],
    [500, 'It says: policy not found: "x", and more'],
    [500, 'policy not found: "x" and then something'],
    [500, ''],
    [503, 'Unmarshalling failed later'],
  ])('Gateway %i: %s', (status, message) => {
    expect(gatewaySays(status, message)).toBe('unknown');
  });

  it.each([
    [400, `${wrap}Post http://gateway:8080/tyk/keys/create: EOF`],
    [
      400,
      `${wrap}Post http://gateway:8080/tyk/keys/create: net/http: request canceled (Client.Timeout exceeded)`,
    ],
    [500, `${wrap}Failed to create key - dial tcp 10.0.0.9:6379: connect: connection refused`],
    [500, `${wrap}storage: Redis is down: dial tcp 10.0.0.9:6379: connect: connection refused`],
    [500, 'Failed to unmarshal key data.'],
  ])('Dashboard %i: %s', (status, message) => {
    expect(dashboardSays(status, message)).toBe('unknown');
  });

  it.each([
    [400, '<html>bad request</html>'],
    [403, ''],
    [404, '<h1>not here</h1>'],
    [502, '<html>bad gateway</html>'],
    [504, 'upstream timed out'],
    [405, '{"status":"error","message":"Method not supported"}'],
  ])('%i with the body %j', (status, body) => {
    expect(traceOfReply(reply(status, body))).toBe('unknown');
  });
});

it('follows the connection: what cannot have arrived made nothing', () => {
  const problem = {kind: 'cut', detail: ''} as const;
  expect(traceOfFailure({ok: false, problem, mayHaveArrived: false})).toBe('nothing');
  expect(traceOfFailure({ok: false, problem, mayHaveArrived: true})).toBe('unknown');
});
