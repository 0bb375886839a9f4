import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Why the tests with tmux can't run here; `undefined` when they can. */
export const tmuxMissing: string | undefined =
  spawnSync('tmux', ['-V']).status === 0 ? undefined : 'tmux is not installed';

/** A tmux server of its own with one pane that shows whatever is written to it. */
export class TmuxPane {
  readonly socket: string;
  readonly #folder: string;
  readonly #fifo: string;

  constructor(options: readonly string[] = []) {
    this.#folder = mkdtempSync(join(tmpdir(), 'tykey-tmux-'));
    this.#fifo = join(this.#folder, 'bytes');
    this.socket = join(this.#folder, 'socket');
    execFileSync('mkfifo', [this.#fifo]);
    const configuration = join(this.#folder, 'tmux.conf');
    writeFileSync(configuration, options.map(option => `set -g ${option}\n`).join(''));
    const show = `stty -echo; while :; do cat '${this.#fifo}'; done`;
    const command = [
      '-f',
      configuration,
      'new-session',
      '-d',
      '-x',
      '80',
      '-y',
      '24',
      'sh',
      '-c',
      show,
    ];
    this.run(...command);
  }

  run(...parameters: readonly string[]): string {
    return execFileSync('tmux', ['-S', this.socket, ...parameters], {encoding: 'utf8'});
  }

  /** Waits until the pane shows what it must; how long a screen takes is nobody's business. */
  async show(bytes: string, isThere: (lines: readonly string[]) => boolean): Promise<void> {
    writeFileSync(this.#fifo, bytes);
    const deadline = performance.now() + 10_000;
    while (!isThere(this.lines())) {
      if (performance.now() > deadline) {
        throw new Error(`never shown, but:\n${this.lines().join('\n')}`);
      }
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  resize(columns: number, rows: number): void {
    this.run('resize-window', '-x', String(columns), '-y', String(rows));
  }

  /** What is in view, wrapped rows joined, as a selection copies it. */
  lines(): readonly string[] {
    return this.run('capture-pane', '-p', '-J')
      .split('\n')
      .map(line => line.trimEnd());
  }

  everything(): string {
    return this.run('capture-pane', '-p', '-J', '-S', '-');
  }

  close(): void {
    spawnSync('tmux', ['-S', this.socket, 'kill-server']);
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
