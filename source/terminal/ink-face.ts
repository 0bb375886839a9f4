import type {TtyOut} from './tty.ts';

/** Called when the bytes have been handed to the terminal, or when there is none any more. */
export type Written = () => void;

export type InkFaceParameters = {
  readonly write: (bytes: string, written: Written | undefined) => void;
  readonly isGone: () => boolean;
};

/** What Ink 7 and 8 ask of a stdout, and no more: size, `write`, and whether it still works. */
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
    // Ink never hears of a new size: it would draw the old page in it before React has made the new one.
    on: () => face,
    off: () => face,
  };
  return face as unknown as NodeJS.WriteStream; // Ink's option wants a whole socket and uses the members above.
};
