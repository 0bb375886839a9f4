import xterm from '@xterm/headless';

/** A real terminal without a window: what the bytes come to. */
export class HeadlessScreen {
  readonly #terminal: InstanceType<typeof xterm.Terminal>;

  constructor(columns: number, rows: number) {
    // Newlines are what a tty makes of them in raw mode.
    const options = {convertEol: true, allowProposedApi: true};
    this.#terminal = new xterm.Terminal({cols: columns, rows, ...options});
  }

  write(bytes: string): Promise<void> {
    return new Promise(resolve => {
      this.#terminal.write(bytes, resolve);
    });
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  get cursor(): readonly [column: number, row: number] {
    const {cursorX, cursorY} = this.#terminal.buffer.active;
    return [cursorX, cursorY];
  }

  /** The rows in view, blanks at their ends left out. */
  get rows(): readonly string[] {
    const {active} = this.#terminal.buffer;
    return this.#range(active.baseY, active.baseY + this.#terminal.rows);
  }

  /** History and view as a selection would copy them: rows that the terminal wrapped are one line. */
  get lines(): readonly string[] {
    const {active} = this.#terminal.buffer;
    const lines: string[] = [];
    for (let at = 0; at < active.length; at++) {
      const line = active.getLine(at);
      const text =
        line?.translateToString(
          active.getLine(at + 1)?.isWrapped !== true,
          0,
          this.#terminal.cols,
        ) ?? '';
      const before = line?.isWrapped === true ? (lines.pop() ?? '') : '';
      lines.push(before + text);
    }
    return lines;
  }

  get historyLength(): number {
    return this.#terminal.buffer.active.baseY;
  }

  #range(from: number, to: number): readonly string[] {
    const {active} = this.#terminal.buffer;
    return Array.from(
      {length: to - from},
      (_, at) => active.getLine(from + at)?.translateToString(true, 0, this.#terminal.cols) ?? '',
    );
  }
}
