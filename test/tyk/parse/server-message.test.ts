import {expect, it} from 'vitest';
import {jsonOf} from '../../../source/tyk/parse/json.ts';
import {serverMessage} from '../../../source/tyk/parse/server-message.ts';

const reply = (body: string) => ({
  status: 400,
  body,
  location: undefined,
  skewMs: undefined,
  roundTripMs: 0,
});

it.each([
  [
    '{"Status":"Error","Message":"Not authorised","Meta":null}',
    'Not authorised',
    'error',
    'dashboard',
  ],
  ['{"status":"error","message":"Request malformed"}', 'Request malformed', 'error', 'gateway'],
  ['{"key":"k","status":"ok","action":"deleted"}', '', 'ok', 'gateway'],
  ['{ "error": "Authorization field missing" }', 'Authorization field missing', '', undefined],
  ['404 page not found\n', '404 page not found', '', undefined],
  ['<html>no</html>', '', '', undefined],
  ['{"Status":"Er', '', '', undefined],
  ['[1]', '', '', undefined],
  ['null', '', '', undefined],
  ['', '', '', undefined],
  ['x'.repeat(200_000), '', '', undefined],
])('%.40s says %j', (body, text, status, from) => {
  expect(serverMessage(reply(body))).toEqual({text, status, from});
});

it.each([
  ['', 'empty body'],
  ['  \n', 'empty body'],
  ['\n<!doctype html><p>', 'HTML instead of JSON'],
  ['{"apis":[{"api_de', 'JSON that ends too early'],
  ['[{"a":1},', 'JSON that ends too early'],
  ['{"a":}', 'no JSON'],
  ['404 page not found', 'no JSON'],
])('%j is %s', (body, what) => {
  expect(jsonOf(reply(body))).toEqual({
    ok: false,
    problem: {kind: 'unreadable', status: 400, what},
  });
});

it('does not stumble over a byte order mark', () => {
  expect(jsonOf(reply('\uFEFF{"a":1}'))).toEqual({ok: true, value: {a: 1}});
});
