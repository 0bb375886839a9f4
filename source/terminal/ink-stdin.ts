import {Readable} from 'node:stream';

export type InkStdin = {
  /** Give this to Ink. It looks like a terminal whose raw mode is already somebody else's business. */
  readonly stream: NodeJS.ReadStream;
  /**
   * Hands one key to Ink, as xterm writes it. `false` when no widget listens: then it is dropped, so
   * that it can't wait inside the stream and act on the next screen.
   */
  readonly feed: (sequence: string) => boolean;
};

/** Ink 8 listens to `readable`, calls `read()`, and asks for `isTTY`, `setRawMode`, `ref` and `unref`. */
export const createInkStdin = (): InkStdin => {
  const readable = new Readable({read: () => undefined});
  const stream = Object.assign(readable, {
    isTTY: true,
    isRaw: true,
    setRawMode: () => stream,
    ref: () => stream,
    unref: () => stream,
  }) as unknown as NodeJS.ReadStream; // Ink's option wants a whole socket and uses the members above.
  const feed = (sequence: string): boolean => {
    if (readable.listenerCount('readable') === 0) {
      return false;
    }
    readable.push(sequence);
    return true;
  };
  return {stream, feed};
};
