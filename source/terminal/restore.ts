import {
  endUpdate,
  lastRow,
  leaveAlternateScreen,
  pasteMarksOff,
  plainStyle,
  showCursor,
  wrapOn,
} from './control-bytes.ts';

/**
 * Makes any state that we or Ink put the terminal in a usual one. From the page the cursor goes to the
 * last row first: where there is no alternate screen to leave, the shell goes on below what we drew.
 * Leaving it when nobody is on it would move the cursor up into what the shell has written.
 */
export const restoreBytes = (isOnPage: boolean): string =>
  endUpdate +
  plainStyle +
  wrapOn +
  pasteMarksOff +
  (isOnPage ? lastRow + leaveAlternateScreen : '') +
  showCursor;

export type RestoreParts = {
  /** `InkStdout.close`: afterwards nothing else can draw. */
  readonly closeOutput: () => void;
  /** `InkStdout.isOnPage`. */
  readonly isOnPage: () => boolean;
  /** `SecretRows.wipe`: only while its page is there, or it would wipe the shell's. */
  readonly wipeSecret: () => void;
  /** `KeyStream.stop`. */
  readonly stopKeys: () => void;
  readonly writeSync: (bytes: string) => void;
};

/** Gives the terminal back, synchronously. Calls after the first do nothing. */
export const createRestore = (parts: RestoreParts): (() => void) => {
  let isDone = false;
  return () => {
    if (isDone) {
      return;
    }
    isDone = true;
    runAll([
      parts.closeOutput,
      () => {
        if (parts.isOnPage()) {
          parts.wipeSecret();
        }
      },
      () => {
        parts.writeSync(restoreBytes(parts.isOnPage()));
      },
      parts.stopKeys,
    ]);
  };
};

/** A bug in one step must not keep the others from running; the first error is thrown at the end. */
const runAll = ([first, ...others]: readonly (() => void)[]): void => {
  if (first === undefined) {
    return;
  }
  try {
    first();
  } finally {
    runAll(others);
  }
};
