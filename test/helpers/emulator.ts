import xterm from '@xterm/headless';
import {rowRuns, type Run} from './cell-runs.ts';

/** What a program can leave switched on in a terminal. */
export type Modes = {
  readonly alternateScreen: boolean;
  readonly cursorVisible: boolean;
  readonly bracketedPaste: boolean;
  readonly mouse: boolean;
  readonly focusReports: boolean;
  readonly applicationCursorKeys: boolean;
  readonly heldBackOutput: boolean;
};

/** A terminal as a shell expects to find it again. */
export const untouchedModes: Modes = {
  alternateScreen: false,
  cursorVisible: true,
  bracketedPaste: false,
  mouse: false,
  focusReports: false,
  applicationCursorKeys: false,
  heldBackOutput: false,
};

export type Emulator = {
  /** Takes the program's output, and calls `parsed` when the screen shows it. */
  readonly feed: (bytes: Buffer, parsed: () => void) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The rows of the screen, blanks at the end cut off. */
  readonly screen: () => readonly string[];
  /** All rows of the buffer in use, those that have scrolled off included. */
  readonly history: () => readonly string[];
  readonly runs: (row: number) => readonly Run[];
  readonly cursor: () => {readonly column: number; readonly row: number};
  readonly modes: () => Modes;
};

/** An xterm without a window. What it answers to questions of the program goes to `reply`. */
export const createEmulator = (
  columns = 80,
  rows = 24,
  reply: (answer: string) => void,
): Emulator => {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    scrollback: 10_000,
    allowProposedApi: true,
  });
  let cursorVisible = true;
  const watchCursor = (visible: boolean) => (parameters: readonly (number | number[])[]) => {
    if (parameters.includes(25)) cursorVisible = visible;
    return false;
  };
  terminal.parser.registerCsiHandler({prefix: '?', final: 'h'}, watchCursor(true));
  terminal.parser.registerCsiHandler({prefix: '?', final: 'l'}, watchCursor(false));
  terminal.onData(reply);

  const active = () => terminal.buffer.active;
  const rowsFrom = (first: number, count: number): readonly string[] =>
    Array.from(
      {length: count},
      (_, row) =>
        active()
          .getLine(first + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  return {
    feed: (bytes, parsed) => {
      terminal.write(bytes, parsed);
    },
    resize: (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
    },
    screen: () => rowsFrom(active().baseY, terminal.rows),
    history: () => rowsFrom(0, active().length),
    runs: row => rowRuns(active().getLine(active().baseY + row)),
    cursor: () => ({column: active().cursorX, row: active().cursorY}),
    modes: () => ({
      alternateScreen: active().type === 'alternate',
      cursorVisible,
      bracketedPaste: terminal.modes.bracketedPasteMode,
      mouse: terminal.modes.mouseTrackingMode !== 'none',
      focusReports: terminal.modes.sendFocusMode,
      applicationCursorKeys: terminal.modes.applicationCursorKeysMode,
      heldBackOutput: terminal.modes.synchronizedOutputMode,
    }),
  };
};
