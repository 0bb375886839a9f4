import {drawBytes, fits, isKeyText, wipeBytes, wipePageBytes, type Place} from './secret-bytes.ts';

export type SecretRowsParameters = {
  /** Writes in order with Ink's frames (`InkStdout.write`). */
  readonly write: (bytes: string) => void;
  /** Asks for a write that takes up `overlay()` (`InkStdout.refresh`): no queue ever holds a key. */
  readonly refresh: () => void;
  /** Writes past every queue before it returns; must work in a signal or exit handler. */
  readonly writeSync: (bytes: string) => void;
  readonly size: () => {readonly columns: number; readonly rows: number};
};

/** `noRoom`: nothing was drawn, the rows do not fit. `notPlain`: nothing was drawn, it is no key. */
export type Shown = 'drawn' | 'noRoom' | 'notPlain';

/**
 * The rows on which a key stands. Ink leaves them blank and never learns the key. Call `hide()` before
 * the frame that takes the rows for something else: hiding overwrites them.
 */
export class SecretRows {
  readonly #parameters: SecretRowsParameters;
  #shown: {readonly text: string; readonly place: Place} | undefined;
  /** A key has been on this page, so a careful exit overwrites all of it. */
  #hasBeenShown = false;

  constructor(parameters: SecretRowsParameters) {
    this.#parameters = parameters;
  }

  get isShown(): boolean {
    return this.#shown !== undefined;
  }

  /** Draws the text from the start of `row` on, counted from 0 at the top of the page. */
  show(text: string, row: number): Shown {
    const place = {row, ...this.#parameters.size()};
    const isSame = this.#shown?.text === text && this.#shown.place.row === row;
    if (!isSame) {
      this.hide();
    }
    if (!isKeyText(text)) {
      return 'notPlain';
    }
    if (!fits(text.length, place)) {
      return 'noRoom';
    }
    this.#shown = {text, place};
    this.#hasBeenShown = true;
    this.#parameters.refresh();
    return 'drawn';
  }

  hide(): void {
    if (this.#shown === undefined) {
      return;
    }
    const {text, place} = this.#shown;
    this.#shown = undefined;
    this.#parameters.write(wipeBytes(text.length, place));
  }

  /** For `InkStdout`: the bytes that put the key on top of a frame; `''` while it is hidden. */
  overlay(): string {
    return this.#shown === undefined ? '' : drawBytes(this.#shown.text, this.#shown.place);
  }

  /**
   * The terminal has a new size. `true`: the whole page was overwritten, the cursor is at its top and
   * the key is hidden; Ink must draw from nothing (its `clear()`), then `show()` at the new place.
   * Also when the key was hidden long ago: VS Code and tmux keep the columns that a narrower window
   * cuts off, where nobody can overwrite them, and show them again in a wider one.
   */
  resized(): boolean {
    if (!this.#hasBeenShown) {
      return false;
    }
    this.#shown = undefined;
    const {columns, rows} = this.#parameters.size();
    this.#parameters.write(wipePageBytes(columns, rows));
    return true;
  }

  /** For `InkStdout`: the bytes after which nothing of the key stays on the page that is left. */
  leave(): string {
    if (!this.#hasBeenShown) {
      return '';
    }
    this.#shown = undefined;
    this.#hasBeenShown = false;
    const {columns, rows} = this.#parameters.size();
    return wipePageBytes(columns, rows);
  }

  /** The same at once, where nobody gets to leave the page: signals, crashes, exits. */
  wipe(): void {
    this.#parameters.writeSync(this.leave());
  }
}
