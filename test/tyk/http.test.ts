import {MockAgent} from 'undici';
import {describe, expect, it} from 'vitest';
import type {Dispatcher} from 'undici';
import {buildRequest, send} from '../../source/tyk/http.ts';
import {quoting} from '../../source/tyk/quote.ts';
import {dispatchersFor, fakeClock, never} from './support/backend.ts';
import {hangUp, plain, serve, type Answering} from './support/server.ts';

const patient = {headersMs: 0, bodyMs: 0, totalMs: 5_000};

const options = (changes: Partial<Parameters<typeof send>[2]> = {}) => ({
  signal: never(),
  deadlines: patient,
  limitBytes: 1_000,
  quote: quoting([]),
  now: () => 0,
  ...changes,
});

const get = async (answer: Answering, changes: Parameters<typeof options>[0] = {}) => {
  const server = await serve(answer);
  const {lists} = dispatchersFor(server.url);
  const sent = await send(lists, buildRequest(server.url, 'GET', '/x', {}), options(changes));
  return {sent, received: server.received};
};

describe('a request', () => {
  it.each([
    ['https://t.example.com', '/api/apis'],
    ['https://t.example.com/', '/api/apis'],
    ['https://t.example.com/tyk', '/tyk/api/apis'],
    ['https://t.example.com/a/b//', '/a/b/api/apis'],
  ])('to %s goes to the path %s', (base, path) => {
    const request = buildRequest(new URL(base), 'GET', '/api/apis', {});
    expect(request).toMatchObject({origin: 'https://t.example.com', path});
  });

  it('says what its body is, if it has one', () => {
    const base = new URL('http://localhost');
    expect(buildRequest(base, 'POST', '/k', {a: 'b'}, '{}').headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      a: 'b',
    });
    expect(buildRequest(base, 'GET', '/k', {}).headers).toEqual({accept: 'application/json'});
  });

  it('is sent as it was built', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get('https://t.example.com')
      .intercept({
        path: '/tyk/api/keys',
        method: 'POST',
        body: '{"a":1}',
        headers: {authorization: 'c'},
      })
      .reply(200, 'fine');
    const base = new URL('https://t.example.com/tyk/');
    const request = buildRequest(base, 'POST', '/api/keys', {authorization: 'c'}, '{"a":1}');
    expect(await send(agent, request, options())).toMatchObject({ok: true, value: {body: 'fine'}});
    agent.assertNoPendingInterceptors();
  });
});

describe('an answer', () => {
  it.each([200, 301, 404, 500])('of status %i is an answer', async status => {
    const {sent} = await get(plain('text', status, {location: '/elsewhere'}));
    expect(sent).toMatchObject({ok: true, value: {status, body: 'text', location: '/elsewhere'}});
  });

  it('is never followed elsewhere', async () => {
    const {received} = await get(plain('', 302, {location: '/elsewhere'}));
    expect(received.map(({path}) => path)).toEqual(['/x']);
  });

  it('keeps a character whole that came in two pieces', async () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    const {sent} = await get((_, response) => {
      response.write(first, () => response.end(second));
    });
    expect(sent).toMatchObject({value: {body: 'é'}});
  });

  it("shows the server's clock against the middle of the request", async () => {
    const clock = fakeClock(1_000_000);
    const {sent} = await get(
      (_, response) => {
        clock.advance(400);
        response.setHeader('date', new Date(1_007_000).toUTCString()).end();
      },
      {now: clock.now},
    );
    expect(sent).toMatchObject({value: {skewMs: 6_800, roundTripMs: 400}});
  });

  it.each(['', 'yesterday'])('with the Date %j shows no clock', async date => {
    const {sent} = await get((_, response) => {
      response.sendDate = false;
      response.setHeader('date', date).end();
    });
    expect(sent.ok && sent.value.skewMs).toBeUndefined();
  });

  it('tells how much of it has come', async () => {
    const sizes: number[] = [];
    await get(plain('x'.repeat(900)), {onBytes: size => sizes.push(size)});
    expect(sizes.at(-1)).toBe(900);
  });
});

describe('patience ends', () => {
  it.each<[string, Answering]>([
    ['announced', plain('x'.repeat(1_001), 200, {'content-length': '1001'})],
    ['not announced', (_, response) => response.writeHead(200).end('x'.repeat(1_001))],
  ])('with an answer that is too large, %s', async (_, answer) => {
    const {sent} = await get(answer);
    expect(sent).toMatchObject({
      problem: {kind: 'tooLarge', limitBytes: 1_000},
      mayHaveArrived: true,
    });
  });

  it('with an answer of exactly the limit it does not', async () => {
    expect(await get(plain('x'.repeat(1_000)))).toMatchObject({sent: {ok: true}});
  });

  it('with a server that never answers', async () => {
    const {sent} = await get(() => undefined, {deadlines: {...patient, totalMs: 30}});
    expect(sent).toMatchObject({problem: {kind: 'timedOut', afterMs: 30}, mayHaveArrived: true});
  });

  it('with a server that drips', async () => {
    const {sent} = await get(
      (_, response) => {
        const drip = setInterval(() => response.write('.'), 5);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
      {deadlines: {...patient, totalMs: 60}},
    );
    expect(sent).toMatchObject({problem: {kind: 'timedOut', afterMs: 60}});
  });

  it('when the person cancels', async () => {
    const stop = new AbortController();
    const {sent} = await get(
      () => {
        stop.abort();
      },
      {signal: stop.signal},
    );
    expect(sent).toMatchObject({problem: {kind: 'cancelled'}, mayHaveArrived: true});
  });
});

describe('a connection that ends', () => {
  it('before an answer is cut', async () => {
    expect((await get(hangUp)).sent).toMatchObject({problem: {kind: 'cut'}, mayHaveArrived: true});
  });

  it.each<[string, Answering]>([
    [
      'of known length',
      (_, response) => {
        response.writeHead(200, {'content-length': '100'}).write('half', () => response.destroy());
      },
    ],
    [
      'in chunks',
      (_, response) => {
        response.writeHead(200).write('half', () => response.destroy());
      },
    ],
    [
      'in chunks, the last for this connection,',
      (_, response) => {
        response.writeHead(200, {connection: 'close'}).write('half', () => response.socket?.end());
      },
    ],
  ])('within an answer %s is cut', async (_, answer) => {
    expect((await get(answer)).sent).toMatchObject({problem: {kind: 'cut'}, mayHaveArrived: true});
  });

  it('after something that is not HTTP is unreadable', async () => {
    const {sent} = await get((_, response) => {
      response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
    });
    expect(sent).toMatchObject({problem: {kind: 'unreadable', what: 'HTTP'}});
  });
});

describe('before anything was sent', () => {
  const request = buildRequest(new URL('http://127.0.0.1:9'), 'POST', '/k', {}, '{}');

  it('a refused connection cannot have had an effect', async () => {
    const {fresh} = dispatchersFor(new URL(request.origin));
    expect(await send(fresh(), request, options())).toMatchObject({
      problem: {kind: 'unreachable', reason: 'refused'},
      mayHaveArrived: false,
    });
  });

  it('a cancelled one ends at once, and stays away when the connection comes', async () => {
    const stop = new AbortController();
    const connecting: Dispatcher.DispatchHandler[] = [];
    const dispatcher = {
      dispatch: (_: unknown, handler: Dispatcher.DispatchHandler) => connecting.push(handler),
    };
    // Only `dispatch` is ever asked of a dispatcher here.
    const sending = send(
      dispatcher as unknown as Dispatcher,
      request,
      options({signal: stop.signal}),
    );
    stop.abort();
    expect(await sending).toEqual({ok: false, problem: {kind: 'cancelled'}, mayHaveArrived: false});
    const aborted: Error[] = [];
    const controller = {aborted: false, paused: false, reason: null, pause() {}, resume() {}};
    connecting[0]?.onRequestStart?.({...controller, abort: error => aborted.push(error)}, {});
    expect(aborted).toHaveLength(1);
  });

  it('a signal that is already aborted sends nothing', async () => {
    const {sent, received} = await get(plain('x'), {signal: AbortSignal.abort()});
    expect(sent).toMatchObject({problem: {kind: 'cancelled'}, mayHaveArrived: false});
    expect(received).toEqual([]);
  });
});

it('an error that is our own bug is thrown', async () => {
  const {lists} = dispatchersFor(new URL('http://127.0.0.1:9'));
  const wrong = {...buildRequest(new URL('http://127.0.0.1:9'), 'GET', '/', {}), path: 'no slash'};
  await expect(send(lists, wrong, options())).rejects.toThrow('path');
});
