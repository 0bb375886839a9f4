import {
  endUpdate,
  leaveAlternateScreen,
  moveTo,
  pasteMarksOff,
  plainStyle,
  showCursor,
  wrapOn,
} from './control-bytes.ts';

/**
 * Makes any state that we or Ink put the terminal in a usual one. The cursor goes to the last row
 * first: where there is no alternate screen to leave, the shell goes on below what we drew.
 */
export const restoreBytes =
  endUpdate + plainStyle + wrapOn + pasteMarksOff + moveTo(998) + leaveAlternateScreen + showCursor;

export type RestoreParts = {
  /** `InkStdout.close`: afterwards nothing else can draw. */
  readonly closeOutput: () => void;
  /** `SecretRows.wipe`: while its page is still there. */
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
    const steps = [
      parts.closeOutput,
      parts.wipeSecret,
      () => {
        parts.writeSync(restoreBytes);
      },
      parts.stopKeys,
    ];
    runAll(steps);
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
