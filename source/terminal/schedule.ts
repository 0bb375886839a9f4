/** Runs `task` once after `ms` milliseconds; the returned function cancels it. */
export type Schedule = (task: () => void, ms: number) => () => void;

/** The waits of this room, in milliseconds, as people use it. Tests bring their own. */
export const terminalTimings = {
  /** How long a lone ESC may be the start of an arrow key: split sequences are real over SSH. */
  escapeWait: 150,
  /** How long after an ESC (or the last byte of half a sequence) its tail is still its tail. */
  lateTail: 500,
  /** Silence inside a paste after which Ctrl+C means Ctrl+C: the end mark may have been lost. */
  pasteStall: 1000,
  /** Without job control nobody stops us at Ctrl+Z: come back by ourselves. */
  suspendGrace: 250,
  /** A clipboard command that takes longer is stopped. */
  clipboardCommand: 3000,
} as const;

export type TerminalTimings = {readonly [name in keyof typeof terminalTimings]: number};
