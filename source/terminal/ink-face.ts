import type {TtyOut} from './tty.ts';

/** Called when the bytes have been handed to the terminal, or when there is none any more. */
export type Written = () => void;

export type InkFaceParameters = {
  readonly write: (bytes: string, written: Written | undefined) => void;
  readonly isGone: () => boolean;
};

/** What Ink 7 and 8 ask of a stdout, and no more: size, `resize`, `write`, and whether it still works. */
export const inkFace = (out: TtyOut, {write, isGone}: InkFaceParameters): NodeJS.WriteStream => {
  const face = {
    isTTY: true,
    writableEnded: false,
    get columns() {
      return out.columns;
    },
    get rows() {
      return out.rows;
    },
    get destroyed() {
      return isGone();
    },
    get writable() {
      return !isGone();
    },
    write: (bytes: string, encoding?: BufferEncoding | Written, written?: Written): boolean => {
      write(bytes, typeof encoding === 'function' ? encoding : written);
      return true;
    },
    on: (event: string, listener: () => void) => {
      out.on(event, listener);
      return face;
    },
    off: (event: string, listener: () => void) => {
      out.off(event, listener);
      return face;
    },
  };
  return face as unknown as NodeJS.WriteStream; // Ink's option wants a whole socket and uses the members above.
};
