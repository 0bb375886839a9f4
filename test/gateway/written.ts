import {subscribe, unsubscribe} from 'node:diagnostics_channel';

const channel = 'undici:request:bodySent';

/** Resolves when our client has written a whole POST to its connection. */
export const postWritten = (): Promise<void> =>
  new Promise(resolve => {
    const seen = (message: unknown): void => {
      if (memberOf(memberOf(message, 'request'), 'method') !== 'POST') return;
      unsubscribe(channel, seen);
      resolve();
    };
    subscribe(channel, seen);
  });

/** undici says what it sends there without types. */
const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
