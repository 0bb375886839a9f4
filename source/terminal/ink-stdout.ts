import {compact} from './compact.ts';
import {
  endUpdate,
  enterAlternateScreen,
  eraseBelow,
  eraseScreen,
  home,
  lastRow,
  leaveAlternateScreen,
} from './control-bytes.ts';
import {inkFace, type Written} from './ink-face.ts';
import type {TtyOut} from './tty.ts';

export type InkStdoutParameters = {
  readonly out: TtyOut;
  /** Runs a task at the end of this turn (`queueMicrotask`): what one turn writes goes out together. */
  readonly defer: (task: () => void) => void;
  /** What stands on top of Ink's frame and is written again with each of them; `''` for nothing. */
  readonly overlay: () => string;
  /** What has to be written before Ink leaves its page, for whatever reason; `''` for nothing. */
  readonly beforeLeaving: () => string;
  /** A frame of Ink's has been written. */
  readonly onWrite: () => void;
  /** The terminal has a new size. Ink does not hear of it: `blank()`, then draw anew. */
  readonly onResize: () => void;
  /** The terminal is gone; called once. Later writes go nowhere and throw nothing. */
  readonly onGone: () => void;
};

/**
 * The stdout for Ink, in front of the terminal. Ink writes a frame in three to five pieces; here they
 * become one write, with the overlay inside the same synchronised update.
 */
export class InkStdout {
  /** Give this to Ink. */
  readonly stream: NodeJS.WriteStream;
  readonly #parameters: InkStdoutParameters;
  #queue = '';
  #waiting: Written[] = [];
  #hasFrame = false;
  #isOverlayDue = false;
  #isDeferred = false;
  #isOnPage = false;
  #isPaused = false;
  #state: 'open' | 'closed' | 'gone' = 'open';

  constructor(parameters: InkStdoutParameters) {
    this.#parameters = parameters;
    this.stream = inkFace(parameters.out, {
      write: (bytes, written) => {
        this.#takeFrame(bytes, written);
      },
      isGone: () => this.#state === 'gone',
    });
    parameters.out.on('resize', parameters.onResize);
    parameters.out.on('error', this.#gone);
    parameters.out.on('close', this.#gone);
  }

  /** Ink has entered the alternate screen and not left it. */
  get isOnPage(): boolean {
    return this.#isOnPage;
  }

  /** Bytes of our own, in order with the frames. Cursor and style must be as before afterwards. */
  write(bytes: string): void {
    this.#queue += bytes;
    this.#flushSoon();
  }

  /**
   * An empty page with the cursor at its top. Ink has to have forgotten its frame (its `clear()`): it
   * counts rows from where it left the cursor, which is no longer true in a window of another size.
   */
  blank(): void {
    this.write(home + eraseBelow);
  }

  /** Writes the overlay again, without a frame. */
  refresh(): void {
    this.#isOverlayDue = true;
    this.#flushSoon();
  }

  /** Writes what is queued, now. */
  flush(): void {
    const isOverlayDue = this.#hasFrame || this.#isOverlayDue;
    const hadFrame = this.#drain(isOverlayDue ? this.#parameters.overlay() : '');
    if (hadFrame && this.#state === 'open') {
      this.#parameters.onWrite();
    }
  }

  /** The terminal is somebody else's for a while: what is queued goes out, what comes later is dropped. */
  pause(): void {
    this.#drain('');
    this.#isPaused = true;
  }

  /** It is ours again; everything has to be drawn anew. */
  resume(): void {
    this.#isPaused = false;
  }

  /** The last write: what comes later (Ink's own farewell after a signal) must not reach the screen. */
  close(): void {
    this.#drain('');
    if (this.#state === 'open') {
      this.#state = 'closed';
    }
    this.#parameters.out.off('resize', this.#parameters.onResize);
  }

  #takeFrame(bytes: string, written: Written | undefined): void {
    this.#hasFrame ||= bytes !== '';
    // Each of Ink's writes by itself: what is ours (the key, its wiping) goes out as it is.
    this.#queue += this.#betweenPages(compact(bytes));
    if (written !== undefined) {
      this.#waiting.push(written);
    }
    // The end of a frame: what React does after it (effects, cold at the first frame) can come later.
    if (bytes === endUpdate) this.flush();
    else this.#flushSoon();
  }

  /** Where there is no alternate screen a frame would start at the shell's line, and end there too. */
  #betweenPages(bytes: string): string {
    switch (bytes) {
      case enterAlternateScreen:
        this.#isOnPage = true;
        return bytes + eraseScreen + home;
      case leaveAlternateScreen:
        this.#isOnPage = false;
        return this.#parameters.beforeLeaving() + lastRow + bytes;
      default:
        return bytes;
    }
  }

  #flushSoon(): void {
    if (this.#isDeferred) {
      return;
    }
    this.#isDeferred = true;
    this.#parameters.defer(() => {
      if (this.#isDeferred) {
        this.flush();
      }
    });
  }

  #drain(overlay: string): boolean {
    const bytes = withOverlay(this.#queue, overlay);
    const [waiting, hadFrame] = [this.#waiting, this.#hasFrame];
    this.#queue = '';
    this.#waiting = [];
    this.#hasFrame = false;
    this.#isOverlayDue = false;
    this.#isDeferred = false;
    if (bytes !== '') {
      this.#send(bytes);
    }
    for (const written of waiting) {
      written();
    }
    return hadFrame;
  }

  #send(bytes: string): void {
    if (this.#state !== 'open' || this.#isPaused) {
      return;
    }
    try {
      this.#parameters.out.write(bytes);
    } catch {
      this.#gone();
    }
  }

  readonly #gone = (): void => {
    if (this.#state === 'gone') {
      return;
    }
    this.#state = 'gone';
    this.#parameters.onGone();
  };
}

const withOverlay = (bytes: string, overlay: string): string =>
  overlay !== '' && bytes.endsWith(endUpdate)
    ? bytes.slice(0, -endUpdate.length) + overlay + endUpdate
    : bytes + overlay;
