import {setImmediate} from 'node:timers/promises';
import {onTestFinished} from 'vitest';
import type {Backend} from '../../../source/key/backend.ts';
import type {Answer} from '../../../source/key/problem.ts';
import {Secret} from '../../../source/key/secret.ts';
import {connectBackend, type Dispatchers} from '../../../source/tyk/connect.ts';
import {createDispatchers} from '../../../source/tyk/dispatcher.ts';
import type {Server} from '../../../source/tyk/link.ts';
import {defaultBounds, defaultTimings} from '../../../source/tyk/timings.ts';

export const credential = 'c0ffee-credential-of-the-caller';

/** A time that a test can turn. */
export const fakeClock = (start = Date.UTC(2026, 10, 23, 12)) => {
  let now = start;
  return {
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
};

/** undici as it really is, without proxies. */
export const dispatchersFor = (url: URL, authorities: readonly string[] = []): Dispatchers => {
  const dispatchers = createDispatchers({url, env: {}, authorities});
  if (!dispatchers.ok) throw new Error('no dispatchers');
  onTestFinished(() => dispatchers.value.lists.destroy());
  return dispatchers.value;
};

export const backendAt = (
  url: URL,
  kind: Backend['kind'],
  changes: Partial<Server> = {},
): Backend =>
  connectBackend({
    kind,
    url,
    credential: new Secret(credential),
    dispatchers: dispatchersFor(url),
    now: () => Date.now(),
    turn: () => setImmediate(),
    ...changes,
  });

export const quickly = {headersMs: 0, bodyMs: 0, totalMs: 100};
export {defaultBounds, defaultTimings};

export const never = (): AbortSignal => new AbortController().signal;

/** All that a list gives: its rows, its byte counts, and the problem it may end with. */
export const drain = async <T>(
  chunks: AsyncIterable<Answer<{readonly rows: readonly T[]; readonly receivedBytes: number}>>,
) => {
  const rows: T[] = [];
  const sizes: number[] = [];
  const receivedBytes: number[] = [];
  const problems = [];
  for await (const chunk of chunks) {
    if (!chunk.ok) problems.push(chunk.problem);
    if (!chunk.ok) continue;
    rows.push(...chunk.value.rows);
    sizes.push(chunk.value.rows.length);
    receivedBytes.push(chunk.value.receivedBytes);
  }
  return {rows, sizes, receivedBytes, problems};
};
