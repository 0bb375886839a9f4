import {createEmulator, type Emulator} from './emulator.ts';
import {bracketedPaste, keyBytes} from './key-bytes.ts';
import {startProgram, type Exit, type Program, type Start} from './program.ts';
import {createWatch, type Verdict} from './watch.ts';

/** What is waited for on the screen: a pattern, a piece of its text, or a condition of any kind. */
export type Condition = RegExp | string | (() => boolean);

/** A program in a pseudo-terminal, and the person before it. */
export type Terminal = Omit<Emulator, 'feed' | 'resize'> &
  Omit<Program, 'write'> & {
    readonly exit: Promise<Exit>;
    /** The screen as one string. */
    readonly text: () => string;
    /**
     * Resolves when the condition holds, looked at now and whenever more output has been drawn,
     * but never amid a frame that the program has marked as one (synchronized output).
     * Rejects, with the last screen in the message, at the deadline (10 s) or when the program ended.
     */
    readonly waitFor: (
      condition: Condition,
      options?: {readonly timeoutMs?: number},
    ) => Promise<void>;
    /** Presses keys by name, each a write of its own. */
    readonly press: (...keys: readonly string[]) => void;
    /** Sends text or bytes in one write, as a stalled line does when it catches up. */
    readonly write: (raw: string) => void;
    readonly paste: (text: string) => void;
    /** A point in the output, for `bytesSince`. */
    readonly mark: () => number;
    readonly bytesSince: (mark: number) => Buffer;
    /** Kills what still runs and waits until it has ended. */
    readonly dispose: () => Promise<void>;
  };

/** Starts a program in a pseudo-terminal whose screen can be read. */
export const openTerminal = (start: Start): Terminal => {
  const {feed, resize, ...emulator} = createEmulator(start.columns, start.rows, answer => {
    program.write(answer);
  });
  const watch = createWatch();
  let ended: Exit | undefined;
  const {promise: exit, resolve} = deferred<Exit>();
  const program = startProgram(start, {
    wrote(piece) {
      feed(piece, watch.changed);
    },
    ended(how) {
      // The empty piece is parsed after all others: then the screen is the last one.
      feed(Buffer.alloc(0), () => {
        ended = how;
        resolve(how);
        watch.changed();
      });
    },
  });
  const text = (): string => emulator.screen().join('\n');
  return {
    ...emulator,
    ...program,
    exit,
    text,
    waitFor(condition, {timeoutMs = 10_000} = {}) {
      const holds = asPredicate(condition, text);
      const verdict = (): Verdict => {
        if (ended !== undefined) return holds() ? 'holds' : 'never';
        return !emulator.modes().heldBackOutput && holds() ? 'holds' : 'not yet';
      };
      return watch.until(verdict, timeoutMs, () =>
        failure(condition, ended ?? `not within ${timeoutMs} ms`, text()),
      );
    },
    press(...keys) {
      for (const key of keys) program.write(keyBytes(key));
    },
    paste(pasted) {
      program.write(bracketedPaste(pasted));
    },
    resize(columns, rows) {
      resize(columns, rows);
      program.resize(columns, rows);
    },
    mark: () => program.bytes().length,
    bytesSince: mark => program.bytes().subarray(mark),
    async dispose() {
      program.kill('SIGKILL');
      await exit;
    },
  };
};

const deferred = <T>(): {readonly promise: Promise<T>; readonly resolve: (value: T) => void} => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(settle => {
    resolve = settle;
  });
  return {promise, resolve};
};

const asPredicate = (condition: Condition, text: () => string): (() => boolean) => {
  if (typeof condition === 'function') return condition;
  if (typeof condition === 'string') return () => text().includes(condition);
  return () => text().search(condition) >= 0;
};

const failure = (condition: Condition, why: Exit | string, screen: string): string => {
  const reason = typeof why === 'string' ? why : `the program ended: ${JSON.stringify(why)}`;
  return `Waited for ${String(condition)}: ${reason}. The last screen:\n${screen.trimEnd()}`;
};
