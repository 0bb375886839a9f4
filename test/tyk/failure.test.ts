import {describe, expect, it} from 'vitest';
import {endedHandshake, problemOf} from '../../source/tyk/failure.ts';
import {quoting} from '../../source/tyk/quote.ts';

const deadlines = {headersMs: 10, bodyMs: 20, totalMs: 30};

const failed = (code: string, more: object = {}) =>
  Object.assign(new Error(`message of ${code}`), {code}, more);

const problem = (error: unknown) => problemOf(error, quoting([]), deadlines);

describe('a code', () => {
  it.each([
    ['ENOTFOUND', {kind: 'unreachable', reason: 'dns'}],
    ['EAI_AGAIN', {kind: 'unreachable', reason: 'dns'}],
    ['ECONNREFUSED', {kind: 'unreachable', reason: 'refused'}],
    ['EHOSTUNREACH', {kind: 'unreachable', reason: 'noRoute'}],
    ['ENETUNREACH', {kind: 'unreachable', reason: 'noRoute'}],
    ['UND_ERR_CONNECT_TIMEOUT', {kind: 'unreachable', reason: 'connectTimeout'}],
    ['UND_ERR_PRX_TLS', {kind: 'unreachable', reason: 'proxy'}],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', {kind: 'tls', reason: 'privateCa'}],
    ['SELF_SIGNED_CERT_IN_CHAIN', {kind: 'tls', reason: 'privateCa'}],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', {kind: 'tls', reason: 'selfSigned'}],
    ['CERT_HAS_EXPIRED', {kind: 'tls', reason: 'expired'}],
    ['ERR_TLS_CERT_ALTNAME_INVALID', {kind: 'tls', reason: 'wrongName'}],
    ['ERR_SSL_WRONG_VERSION_NUMBER', {kind: 'tls', reason: 'speaksPlainHttp'}],
    ['CERT_NOT_YET_VALID', {kind: 'tls', reason: 'other'}],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', {kind: 'tls', reason: 'other'}],
    ['EPROTO', {kind: 'tls', reason: 'other'}],
    ['UND_ERR_HEADERS_TIMEOUT', {kind: 'timedOut', afterMs: 10}],
    ['UND_ERR_BODY_TIMEOUT', {kind: 'timedOut', afterMs: 20}],
    ['ECONNRESET', {kind: 'cut'}],
    ['EPIPE', {kind: 'cut'}],
    ['ETIMEDOUT', {kind: 'cut'}],
    ['UND_ERR_SOCKET', {kind: 'cut'}],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', {kind: 'cut'}],
    ['UND_ERR_HEADERS_OVERFLOW', {kind: 'unreadable', what: 'headers'}],
  ])('%s', (code, expected) => {
    expect(problem(failed(code))).toMatchObject(expected);
  });

  it('of a time-out while connecting means that nobody was reached', () => {
    expect(problem(failed('ETIMEDOUT', {syscall: 'connect'}))).toMatchObject({
      reason: 'connectTimeout',
    });
  });
});

it('several addresses tried in vain are told one by one', () => {
  const all = new AggregateError([failed('ECONNREFUSED'), failed('ENETUNREACH')], '');
  expect(problem(Object.assign(all, {code: 'ECONNREFUSED'}))).toEqual({
    kind: 'unreachable',
    reason: 'refused',
    detail: 'message of ECONNREFUSED; message of ENETUNREACH',
  });
});

it.each([new TypeError('x is not a function'), failed('UND_ERR_INVALID_ARG'), 'text', undefined])(
  '%s is no problem of the network',
  error => {
    expect(problem(error)).toBeUndefined();
  },
);

it('an alert ends the handshake, other TLS errors may come later', () => {
  expect(endedHandshake(failed('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'))).toBe(true);
  expect(endedHandshake(failed('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'))).toBe(false);
});
