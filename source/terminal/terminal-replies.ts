import {ESC} from './control-bytes.ts';

/**
 * What a terminal says by itself or answers to a question (of an earlier program: we ask none).
 * It is not a key. Cursor positions share a form with Ctrl+F3 (`ESC [ 1 ; 5 R`), which counts as the key.
 */
const replies: readonly RegExp[] = [
  /** OSC, DCS and APC strings: colours, names, settings. */
  /^[\]P_].*[\u0007\\]$/su,
  /** Device attributes, modes, keyboard flags, colour scheme: a private mark at the start. */
  /^\[[<=>?]/u,
  /** Focus in and out. */
  /^\[[IO]$/u,
  /** Mouse: the old form, and urxvt's. */
  /^\[M.{3}$/su,
  /^\[\d+;\d+;\d+M$/u,
  /** Cursor position. */
  /^\[(?!1;[2-8]R)\d+;\d+R$/u,
  /** Status, window size and position, primary attributes without a mark, locator, mode. */
  /^\[\d*n$/u,
  /^\[[\d;]+[ct]$/u,
  /^\[[\d;]+[$&]?[wyx]$/u,
  /** The end mark of a paste that never began. */
  /^\[201~$/u,
];

export const isTerminalReply = (sequence: string): boolean => {
  const body = sequence.slice(sequence.startsWith(ESC + ESC) ? 2 : 1);
  return replies.some(reply => reply.test(body));
};
