import {setTimeout as pass} from 'node:timers/promises';
import {says, screens, type ScreenName} from './screen-words.ts';
import type {Terminal} from './terminal.ts';

/* Longer than the program wants a screen to have been there before a key counts that can't be undone. */
const readingMs = 380;
/* How long a person looks for the answer to a key before pressing it again. */
const patienceMs = 3000;

/** What a person does before a terminal: reads it, looks for a word, presses a key after reading. */
export type Person = {
  /** The screen as a person reads it: blanks and line ends are one blank. */
  readonly reads: () => string;
  readonly isOn: (screen: ScreenName) => boolean;
  /** Waits until the screen says so. */
  readonly sees: (words: string | RegExp) => Promise<void>;
  readonly arrives: (screen: ScreenName) => Promise<void>;
  /** Whether the cursor stands on the row that begins with these words. */
  readonly isAt: (row: string) => boolean;
  /** Moves the cursor down to a row, a key at a time, as the screen shows each move. */
  readonly pointsTo: (row: string) => Promise<void>;
  /** Waits until the screen has been still long enough to have been read. */
  readonly hasRead: () => Promise<void>;
  /** Presses a guarded key once the screen has been read, and again where the program asks for that. */
  readonly decides: (key: string, done: () => boolean) => Promise<void>;
};

export const personBefore = (terminal: Terminal): Person => {
  const reads = (): string => terminal.text().replace(/\s+/g, ' ');
  const isOn = (screen: ScreenName): boolean => reads().includes(screens[screen]);
  const sees = (words: string | RegExp): Promise<void> =>
    terminal.waitFor(() =>
      typeof words === 'string' ? reads().includes(words) : words.test(reads()),
    );
  const isAt = (row: string): boolean =>
    terminal.screen().some(line => cursor.test(line) && line.replace(cursor, '').startsWith(row));
  const cursorLine = (): string => {
    const lines = terminal.screen();
    const at = lines.findIndex(line => cursor.test(line));
    return `${at} ${lines[at] ?? ''}`;
  };
  const hasRead = (): Promise<void> => stillFor(terminal, readingMs);
  return {
    reads,
    isOn,
    sees,
    arrives: screen => sees(screens[screen]),
    isAt,
    async pointsTo(row) {
      const seen = new Set<string>();
      while (!isAt(row)) {
        const before = cursorLine();
        if (seen.has(before)) throw new Error(`No row begins with ${row}:\n${terminal.text()}`);
        seen.add(before);
        terminal.press('down');
        // Not just any change: what comes from a server meanwhile is no answer to this key.
        await terminal.waitFor(() => cursorLine() !== before);
      }
    },
    hasRead,
    async decides(key, done) {
      for (let tries = 3; !done(); tries -= 1) {
        await hasRead();
        const wasAsked = reads().includes(says.pressAgain);
        const isAsked = (): boolean => !wasAsked && reads().includes(says.pressAgain);
        terminal.press(key);
        const answer = terminal.waitFor(() => done() || isAsked(), {timeoutMs: patienceMs});
        await (tries > 0 ? answer.catch(() => undefined) : answer);
      }
    },
  };
};

const cursor = /^ [›>] ((\[.\]| - | {3}) )?/;

/* The condition is silence, and nothing tells of silence: it is looked at when it could have lasted. */
const stillFor = async (terminal: Terminal, ms: number): Promise<void> => {
  for (let length = -1; length !== terminal.mark();) {
    length = terminal.mark();
    await pass(ms);
  }
};
