import {constants} from 'node:os';
import {spawn} from '@lydell/node-pty';
import {childEnvironment, type Overrides} from './child-environment.ts';

/** A command, and the terminal that it finds: of 80x24 cells unless told otherwise. */
export type Start = {
  readonly command: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Overrides;
};

/** How a program ended: with a code, or by the signal of that name and then code is null. */
export type Exit = {readonly code: number | null; readonly signal: string | null};

/** A running program and its side of the pseudo-terminal. */
export type Program = {
  readonly pid: number;
  readonly write: (raw: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** All that it has written so far. */
  readonly bytes: () => Buffer;
};

/** Who is told what the program does: each piece of its output, and its end after the last one. */
export type Listener = {
  readonly wrote: (piece: Buffer) => void;
  readonly ended: (exit: Exit) => void;
};

export const startProgram = (start: Start, listener: Listener): Program => {
  const {command, args = [], columns = 80, rows = 24, cwd = process.cwd(), env} = start;
  const pty = spawn(command, [...args], {
    cols: columns,
    rows,
    cwd,
    env: childEnvironment(env),
    encoding: null,
  });
  const pieces: Buffer[] = [];
  let running = true;
  pty.onData(data => {
    const piece = Buffer.from(data);
    pieces.push(piece);
    listener.wrote(piece);
  });
  pty.onExit(({exitCode, signal}) => {
    running = false;
    listener.ended(howItEnded(exitCode, signal));
  });
  return {
    pid: pty.pid,
    write(raw) {
      pty.write(raw);
    },
    resize(newColumns, newRows) {
      pty.resize(newColumns, newRows);
    },
    kill(signal) {
      try {
        if (running) process.kill(pty.pid, signal);
      } catch (error) {
        // It has ended, and the news of that is on its way.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    },
    bytes: () => Buffer.concat(pieces),
  };
};

const howItEnded = (exitCode: number, signal: number | undefined): Exit => {
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0];
  return name === undefined ? {code: exitCode, signal: null} : {code: null, signal: name};
};
