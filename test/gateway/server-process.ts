import {spawn} from 'node:child_process';

export type ServerStart = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** A server in a process of its own, and what can happen to one. */
export type ServerProcess = {
  readonly pid: number;
  readonly running: () => boolean;
  /** All that it has printed. */
  readonly log: () => string;
  /** SIGTERM: it may finish what it does. Resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, also of a frozen one. Resolves when it has ended. */
  readonly kill: () => Promise<void>;
  /** SIGSTOP: connections stay open, new ones are taken by the kernel, and nobody answers. */
  readonly freeze: () => void;
  readonly thaw: () => void;
};

/** Nothing of this process's environment but PATH: a proxy or a `TYK_GW_…` in it would change the server. */
export const startServer = ({command, args, cwd, env = {}}: ServerStart): ServerProcess => {
  const child = spawn(command, [...args], {
    cwd,
    env: {PATH: process.env['PATH'] ?? '', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const keep = (piece: unknown): void => {
    printed.push(String(piece));
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const abandon = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', abandon);
  let running = true;
  const ended = new Promise<void>(resolve => {
    const end = (): void => {
      running = false;
      process.removeListener('exit', abandon);
      resolve();
    };
    child.once('error', error => {
      keep(error.message);
      end();
    });
    child.once('close', end);
  });
  const signal = (name: NodeJS.Signals) => (): Promise<void> => {
    child.kill(name);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    running: () => running,
    log: () => printed.join(''),
    stop: signal('SIGTERM'),
    kill: signal('SIGKILL'),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
  };
};
