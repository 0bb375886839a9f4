import {EventEmitter, once} from 'node:events';
import {connect} from 'node:net';
import {afterEach, expect, test} from 'vitest';
import {type Reply, streamedJson} from '../../../source/practice/wire/exchange.ts';
import {type PracticeServer, serve} from '../../../source/practice/wire/server.ts';

const started: PracticeServer[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(server => server.close()));
});

const serving = async (reply: () => Reply): Promise<PracticeServer> => {
  const server = await serve(reply, () => 0);
  started.push(server);
  return server;
};

test('a reader who leaves in the middle stops an answer that would never end', async () => {
  const reader = new EventEmitter();
  const stopped = once(reader, 'left');
  function* endless(): Iterable<string> {
    try {
      for (;;) yield JSON.stringify('row'.repeat(1000));
    } finally {
      reader.emit('left');
    }
  }
  const server = await serving(() => streamedJson('[', endless(), ']'));
  const leaving = new AbortController();
  const answer = await fetch(server.origin, {signal: leaving.signal});
  expect(answer.status).toBe(200);
  leaving.abort();
  await stopped;
});

test('rows are joined to one JSON text, none and many', async () => {
  const rows = Array.from({length: 100}, (_, row) => String(row));
  const many = await serving(() => streamedJson('[', rows, ']'));
  expect(await (await fetch(many.origin)).json()).toEqual(rows.map(Number));
  const none = await serving(() => streamedJson('[', [], ']'));
  expect(await (await fetch(none.origin)).text()).toBe('[]');
});

test('a caller who goes away before the whole body was sent harms nobody', async () => {
  const server = await serving(() => streamedJson('[', [], ']'));
  const port = Number(new URL(server.origin).port);
  await new Promise<void>(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf', () => {
        socket.destroy();
      });
    });
    socket.on('close', () => {
      resolve();
    });
  });
  expect((await fetch(server.origin)).status).toBe(200);
  expect(server.requests().map(({method}) => method)).toEqual(['GET']);
});

test('only the last 1,000 requests are remembered', async () => {
  const server = await serving(() => streamedJson('[', [], ']'));
  const urls = Array.from({length: 1010}, (_, index) => `${server.origin}/${index}`);
  for (const url of urls) await (await fetch(url)).text();
  expect(server.requests().length).toBe(1000);
  expect(server.requests()[0]?.path).toBe('/10');
});

test('closing does not wait for idle connections', async () => {
  const server = await serve(
    () => streamedJson('[', [], ']'),
    () => 0,
  );
  await (await fetch(server.origin)).text();
  await server.close();
  await expect(fetch(server.origin)).rejects.toThrow();
});
