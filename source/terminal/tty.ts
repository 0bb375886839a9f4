/** What anything that emits events has. */
export type Events = Pick<NodeJS.EventEmitter, 'on' | 'off'>;

/** The input side of a terminal, as far as we use it. `process.stdin` is one. */
export type TtyIn = Events & {
  readonly isTTY?: boolean;
  setRawMode(isRaw: boolean): unknown;
  pause(): unknown;
  resume(): unknown;
};

/** The output side. `process.stdout` is one; Node keeps `columns` and `rows` up to date. */
export type TtyOut = Events & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(bytes: string): unknown;
};

/** The one terminal that everything is drawn to and read from. */
export type Tty = {readonly in: TtyIn; readonly out: TtyOut};

export type OpenedTty =
  | {readonly ok: true; readonly tty: Tty}
  /** Which side is not a terminal: a frame or a key must never land in a pipe or a file. */
  | {readonly ok: false; readonly missing: 'in' | 'out'};

/** Raw mode is asked for by its method too: some wrappers say `isTTY` and cannot do it. */
export const openTty = (stdin: Partial<TtyIn>, stdout: TtyOut): OpenedTty => {
  if (!isTtyIn(stdin)) {
    return {ok: false, missing: 'in'};
  }
  if (stdout.isTTY !== true) {
    return {ok: false, missing: 'out'};
  }
  return {ok: true, tty: {in: stdin, out: stdout}};
};

const isTtyIn = (stdin: Partial<TtyIn>): stdin is TtyIn =>
  stdin.isTTY === true && typeof stdin.setRawMode === 'function';

/** Columns and rows now; 0 where the terminal does not say, which is where nothing can be placed. */
export const sizeOf = (out: TtyOut): {readonly columns: number; readonly rows: number} => ({
  columns: out.columns ?? 0,
  rows: out.rows ?? 0,
});
