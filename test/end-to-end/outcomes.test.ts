import {describe, expect, it} from 'vitest';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {hangUp, json, plain, type Answering} from '../tyk/support/server.ts';
import {frontForTest, passOn} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

const halfKey = 'eyJvcmciOiI2NGIwZjFjMmQzZTRhNTAwMDFiN2M4ZDki';

const halfAnswer: Answering = (_, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': 500});
  response.write(`{"api_model":{},"key_id":"${halfKey}`, () => response.destroy());
};

const error = (message: string, status: number): Answering =>
  json({Status: 'Error', Message: message, Meta: null}, status);

describe('nobody knows whether there is a key, it is said, and it is not asked for again, after', () => {
  it.each([
    ['a connection that is cut before the answer', hangUp],
    ['half an answer', halfAnswer],
    ['an answer without a key', json({api_model: {}, data: {}})],
    ['an error that nobody knows', error('Something odd happened', 500)],
    ['a page of a proxy', plain('<html><h1>502 Bad Gateway</h1></html>', 502)],
  ])('%s', async (_, answer) => {
    const practice = await practiceForTest();
    const front = await frontForTest(practice, {'POST /api/keys': answer});
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('unknown'));
    expect(walk.reads()).toContain(says.mayExist);
    expect(walk.reads()).toContain('ci');
    expect(holdsSecret(walk.bytes().toString(), halfKey)).toBe(false);
    await walk.pointsTo(rows.leave);
    walk.press('enter');
    expect(await walk.exit).toEqual({code: 3, signal: null});
    expect(walk.reads()).toContain(says.outcomeUnknown);
    expect(front.posts()).toBe(1);
  });

  it('a cut, and a second key is made only by a second decision', async () => {
    const practice = await practiceForTest();
    let calls = 0;
    const front = await frontForTest(practice, {
      'POST /api/keys': (asked, response) => {
        calls += 1;
        (calls === 1 ? hangUp : passOn(practice))(asked, response);
      },
    });
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('unknown'));
    walk.press('enter', 'enter', 'enter');
    await walk.arrives('review');
    await walk.hasRead();
    expect(walk.reads()).toContain(says.mayBeTwo);
    expect(front.posts()).toBe(1);
    await walk.create();
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
    expect(await walk.leave()).toEqual({code: 0, signal: null});
    expect(front.posts()).toBe(2);
  });
});

describe('no key was made, it is said, and everything is kept, after', () => {
  it.each([
    ['a refusal', error('Key has no valid policies to be applied', 400), 'no valid policies'],
    [
      'a gateway that is down',
      error(
        'Failed to save new session object to Tyk: Post "http://gw:8080/tyk/keys": dial tcp 10.0.0.9:8080: connect: connection refused',
        500,
      ),
      says.gatewayDown,
    ],
    [
      'a credential that may not',
      error('access denied: You do not have permission', 403),
      says.userMayNot,
    ],
  ])('%s', async (_, answer, sentence) => {
    const front = await frontForTest(await practiceForTest(), {'POST /api/keys': answer});
    const walk = startWalk({server: front});
    await walk.toForm();
    await walk.alias('orders team');
    await walk.expires('2 weeks');
    await walk.pointsTo(rows.tags);
    walk.write('edge, EU');
    await walk.sees('edge, EU');
    await walk.toReview();
    await walk.decides('enter', () => walk.isOn('notCreated'));
    expect(walk.reads()).toContain(says.everythingKept);
    expect(walk.reads()).toContain(sentence);
    await walk.pointsTo(rows.toForm);
    walk.press('enter');
    await walk.arrives('form');
    for (const kept of ['Key for Orders', 'orders team', '2 weeks', 'edge, EU'])
      expect(walk.reads()).toContain(kept);
    expect(front.posts()).toBe(1);
  });

  it('a refusal that is left: exit 1', async () => {
    const front = await frontForTest(await practiceForTest(), {
      'POST /api/keys': error('Request body malformed.', 400),
    });
    const walk = startWalk({server: front});
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('notCreated'));
    await walk.pointsTo(rows.leave);
    walk.press('enter');
    expect(await walk.exit).toEqual({code: 1, signal: null});
    expect(walk.reads()).toContain(says.notCreated);
  });
});

it('what a server writes into its refusal moves no cursor and shows no credential', async () => {
  const practice = await practiceForTest();
  const front = await frontForTest(practice, {
    'POST /api/keys': error(
      `bad \x1b[2J\x1b]0;owned\x07 \u202e ${practice.credential}\r\nnext line`,
      400,
    ),
  });
  const walk = startWalk({server: front});
  await walk.toFilledReview();
  const mark = walk.mark();
  await walk.decides('enter', () => walk.isOn('notCreated'));
  expect(walk.bytesSince(mark).toString()).not.toMatch(/\x1b\[2J|owned\x07|\x1b\]0|\u202e/);
  expect(holdsSecret(walk.bytes().toString(), practice.credential)).toBe(false);
  expect(walk.reads()).toContain('next line');
});
