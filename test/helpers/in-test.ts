import {onTestFinished} from 'vitest';
import type {Start} from './program.ts';
import {openTerminal, type Terminal} from './terminal.ts';
import {openTmux, type Tmux, type TmuxStart} from './tmux.ts';

/** A terminal that ends with the test that opened it, however that ends. */
export const terminalForTest = (start: Start): Terminal => {
  const terminal = openTerminal(start);
  onTestFinished(() => terminal.dispose());
  return terminal;
};

/** A tmux server of its own that ends with the test that opened it. */
export const tmuxForTest = async (start: TmuxStart): Promise<Tmux> => {
  const tmux = await openTmux(start);
  onTestFinished(() => tmux.dispose());
  return tmux;
};
