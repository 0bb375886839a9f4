import type {Events} from './tty.ts';

/** What we need of `process` to die properly. */
export type SignalHost = Events & {
  readonly pid: number;
  removeAllListeners(event: string): unknown;
  kill(pid: number, signal: string): unknown;
  exit(code: number): unknown;
};

export type SignalParameters = {
  readonly host: SignalHost;
  /** Synchronous and repeatable; see `createRestore`. */
  readonly restore: () => void;
  /** An error nobody caught, after the terminal was restored: says so and gives the exit code. */
  readonly crash: (error: unknown) => number;
};

export const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** From now on every end of this process restores the terminal first. Returns the way to take it back. */
export const installSignals = ({host, restore, crash}: SignalParameters): (() => void) => {
  const listeners: (readonly [string, (value: unknown) => void])[] = [];
  const uninstall = (): void => {
    for (const [event, listener] of listeners) {
      host.off(event, listener);
    }
  };

  const die = (signal: string): void => {
    uninstall();
    try {
      restore();
    } finally {
      // Ink's own listeners would draw a farewell, and any listener left would keep us alive.
      host.removeAllListeners(signal);
      host.kill(host.pid, signal);
    }
  };

  const fail = (error: unknown): void => {
    uninstall();
    try {
      restore();
    } finally {
      host.exit(crash(error));
    }
  };

  for (const signal of deadlySignals) {
    listeners.push([
      signal,
      () => {
        die(signal);
      },
    ]);
  }
  listeners.push(['uncaughtException', fail], ['unhandledRejection', fail]);
  listeners.push([
    'exit',
    () => {
      restore();
    },
  ]);
  for (const [event, listener] of listeners) {
    host.on(event, listener);
  }
  return uninstall;
};
