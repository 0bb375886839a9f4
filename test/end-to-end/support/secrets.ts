import {createEmulator} from '../../helpers/emulator.ts';
import type {Terminal} from '../../helpers/terminal.ts';

/* A piece of a secret this long is no chance. */
const piece = 14;

/** Whether a text, line ends taken out, holds the secret or a piece of it. */
export const holdsSecret = (text: string, secret: string): boolean => {
  const run = text.replace(/\s+/g, '');
  const last = Math.max(0, secret.length - piece);
  return Array.from({length: last + 1}, (_, at) => secret.slice(at, at + piece)).some(part =>
    run.includes(part),
  );
};

/**
 * All rows, those that have scrolled off included, that the output leaves on a terminal without an
 * alternate screen: GNU screen as it comes, or tmux with `alternate-screen off`.
 */
export const leftOnPlainTerminal = (terminal: Terminal): Promise<string> => {
  const emulator = createEmulator(80, 24, () => undefined);
  const bytes = terminal.bytes().toString('latin1');
  const plain = Buffer.from(bytes.replaceAll(/\x1b\[\?1049[hl]/g, ''), 'latin1');
  return new Promise(resolve => {
    emulator.feed(plain, () => {
      resolve(emulator.history().join('\n'));
    });
  });
};
