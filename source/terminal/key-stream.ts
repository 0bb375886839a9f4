import {ESC, pasteMarksOff, pasteMarksOn} from './control-bytes.ts';
import {nameKey, type KeyPress} from './key-table.ts';
import type {Schedule, TerminalTimings} from './schedule.ts';
import {abandonPaste, nothingPending, settle, splitKeys, type Split} from './split-keys.ts';
import type {Tty} from './tty.ts';

export type KeyListener = {
  /** All keys of one read, in order; never empty. */
  readonly onKeys: (presses: readonly KeyPress[]) => void;
  /** The terminal is gone (end of input, EIO, an error); called once, nothing follows. */
  readonly onEnd: () => void;
};

export type KeyStreamParameters = {
  readonly tty: Tty;
  /** Milliseconds of any steady clock; the same one that stamps the frames. */
  readonly now: () => number;
  readonly schedule: Schedule;
  readonly timings: Pick<TerminalTimings, 'escapeWait' | 'lateTail' | 'pasteStall'>;
};

/** Reads keys in raw mode from its creation on, so that nothing typed while we start is lost or echoed. */
export class KeyStream {
  readonly #parameters: KeyStreamParameters;
  readonly #early: (readonly KeyPress[])[] = [];
  #listener: KeyListener | undefined;
  #split = nothingPending;
  #lastReadAt = 0;
  #isReading = false;
  #isOver = false;
  #cancelWait = (): void => undefined;

  constructor(parameters: KeyStreamParameters) {
    this.#parameters = parameters;
    // These listeners stay: a terminal that goes away later must not become an uncaught error.
    for (const event of ['end', 'close', 'error']) {
      parameters.tty.in.on(event, this.#end);
    }
    this.resume();
  }

  /** Delivers what was typed ahead, read by read, and from now on every read as it arrives. */
  start(listener: KeyListener): void {
    this.#listener = listener;
    for (const presses of this.#early.splice(0)) {
      listener.onKeys(presses);
    }
    if (this.#isOver) {
      listener.onEnd();
    }
  }

  /** Gives the terminal back, at once and for good: raw mode off, paste marks off. */
  stop(): void {
    this.#isOver = true;
    this.pause();
  }

  /** The same for a while (Ctrl+Z, another program). Half a sequence is forgotten. */
  pause(): void {
    this.#cancelWait();
    this.#split = nothingPending;
    if (!this.#isReading) {
      return;
    }
    this.#isReading = false;
    const {tty} = this.#parameters;
    tty.in.off('data', this.#onRead);
    tty.in.setRawMode(false);
    tty.in.pause();
    tty.out.write(pasteMarksOff);
  }

  resume(): void {
    if (this.#isReading || this.#isOver) {
      return;
    }
    this.#isReading = true;
    const {tty} = this.#parameters;
    tty.in.on('data', this.#onRead);
    tty.in.setRawMode(true);
    tty.in.resume();
    tty.out.write(pasteMarksOn);
  }

  readonly #onRead = (chunk: Uint8Array | string): void => {
    this.#cancelWait();
    const {now, timings} = this.#parameters;
    const readAt = now();
    const isStalled = readAt - this.#lastReadAt >= timings.pasteStall;
    this.#lastReadAt = readAt;
    const abandoned = isStalled && isCtrlC(chunk) ? this.#take(abandonPaste(this.#split)) : [];
    const presses = [...abandoned, ...this.#take(splitKeys(this.#split, chunk))];
    this.#waitForTail(0);
    this.#deliver(presses);
  };

  #take(split: Split): readonly KeyPress[] {
    this.#split = split.state;
    return split.tokens.flatMap(token => {
      const key = nameKey(token);
      return key === undefined ? [] : [{...key, readAt: this.#lastReadAt}];
    });
  }

  #deliver(presses: readonly KeyPress[]): void {
    if (presses.length === 0) {
      return;
    }
    if (this.#listener === undefined) {
      this.#early.push(presses);
    } else {
      this.#listener.onKeys(presses);
    }
  }

  #waitForTail(waited: number): void {
    const {pending, paste, isEscapeOut} = this.#split;
    if (pending === '' || paste !== undefined) {
      return;
    }
    const {schedule, timings} = this.#parameters;
    const isLoneEscape = pending === ESC || pending === ESC + ESC;
    const wait = isLoneEscape && !isEscapeOut ? timings.escapeWait : timings.lateTail;
    // Then once more round the event loop: after a long turn the tail may be here and not read.
    this.#cancelWait = schedule(() => {
      this.#cancelWait = schedule(() => {
        this.#giveUp(wait);
      }, 0);
    }, wait - waited);
  }

  #giveUp(waited: number): void {
    const presses = this.#take(settle(this.#split));
    this.#waitForTail(waited);
    this.#deliver(presses);
  }

  readonly #end = (): void => {
    if (this.#isOver) {
      return;
    }
    this.#isOver = true;
    this.#cancelWait();
    this.#listener?.onEnd();
  };
}

const isCtrlC = (chunk: Uint8Array | string): boolean =>
  chunk.length === 1 && (chunk === '\u0003' || chunk[0] === 3);
