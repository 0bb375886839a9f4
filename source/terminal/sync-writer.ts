import {Buffer} from 'node:buffer';

export type SyncWriterParameters = {
  /** `fs.writeSync`: bytes written, or an exception with a `code`. */
  readonly writeSync: (fd: number, bytes: Uint8Array) => number;
  readonly fd: number;
  /** Blocks this thread. Only while a terminal that was set to non-blocking is full. */
  readonly block: (ms: number) => void;
};

const attempts = 100;
const pauseMs = 5;

/**
 * Writes everything before it returns, for handlers after which nothing runs any more.
 * A terminal that is gone (EIO, EPIPE, EBADF) takes nothing and that is no error here.
 */
export const createSyncWriter =
  ({writeSync, fd, block}: SyncWriterParameters) =>
  (text: string): void => {
    let rest: Uint8Array = Buffer.from(text);
    for (let attempt = 0; attempt < attempts && rest.length > 0; attempt++) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if (!isFull(error)) {
          return;
        }
        block(pauseMs);
      }
    }
  };

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/** The usual `block`: the one way to wait that needs no event loop. */
export const blockThread = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};
