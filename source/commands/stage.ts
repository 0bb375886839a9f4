import type {Instance} from 'ink';
import {enterAlternateScreen, eraseScreen, home} from '../terminal/control-bytes.ts';
import {InkStdout} from '../terminal/ink-stdout.ts';
import type {KeyStream} from '../terminal/key-stream.ts';
import {createRestore, restoreBytes} from '../terminal/restore.ts';
import type {Schedule} from '../terminal/schedule.ts';
import {terminalTimings} from '../terminal/schedule.ts';
import {SecretRows} from '../terminal/secret-rows.ts';
import {installSignals} from '../terminal/signals.ts';
import type {SignalHost} from '../terminal/signals.ts';
import {createSuspender} from '../terminal/suspend.ts';
import type {Tty} from '../terminal/tty.ts';
import {sizeOf} from '../terminal/tty.ts';
import type {Event} from '../wizard/event.ts';
import {present} from '../wizard/path.ts';
import type {Screen, State} from '../wizard/state.ts';

export type StageWorld = {
  readonly tty: Tty;
  readonly keys: KeyStream;
  readonly host: SignalHost;
  readonly writeSync: (bytes: string) => void;
  readonly crash: (error: unknown) => number;
  readonly schedule: Schedule;
  readonly steady: () => number;
  readonly dispatch: (event: Event) => void;
  readonly state: () => State;
  /** The row of the frame where the key of a state begins, if it is to be seen. */
  readonly secretRowOf: (state: State) => number | undefined;
};

/** The terminal while the wizard has it: Ink's frames, the key on top of them, and the ways out. */
export class Stage {
  readonly #world: StageWorld;
  readonly #out: InkStdout;
  readonly #secret: SecretRows;
  readonly #restore: () => void;
  readonly #suspender: ReturnType<typeof createSuspender>;
  readonly #uninstall: () => void;
  #ink: Instance | undefined;
  #repaint: () => void = () => undefined;
  #hasResized = false;
  /** The terminal belongs to the shell for a while: nothing may be drawn there, least of all a key. */
  #isAway = false;
  /** The state whose frame React has made last. */
  #framed: State | undefined;

  constructor(world: StageWorld) {
    this.#world = world;
    const {tty, keys, host, writeSync, schedule} = world;
    this.#out = new InkStdout({
      out: tty.out,
      defer: queueMicrotask,
      overlay: () => this.#secret.overlay(),
      beforeLeaving: () => this.#secret.leave(),
      onWrite: this.#drawn,
      onResize: this.#resized,
      onGone: this.gone,
    });
    this.#secret = new SecretRows({
      write: bytes => {
        this.#out.write(bytes);
      },
      refresh: () => {
        this.#out.refresh();
      },
      writeSync,
      size: () => sizeOf(tty.out),
    });
    this.#restore = createRestore({
      closeOutput: () => {
        this.#out.close();
      },
      isOnPage: () => this.#out.isOnPage,
      wipeSecret: () => {
        this.#secret.wipe();
      },
      stopKeys: () => {
        keys.stop();
      },
      writeSync,
    });
    this.#uninstall = installSignals({host, restore: this.#restore, crash: world.crash});
    host.on('SIGWINCH', this.#windowChanged);
    this.#suspender = createSuspender({
      host,
      leave: this.#leave,
      comeBack: this.#comeBack,
      schedule,
      grace: terminalTimings.suspendGrace,
    });
  }

  get stdout(): NodeJS.WriteStream {
    return this.#out.stream;
  }

  /** Ink is there. `repaint` makes it draw a frame even if nothing has changed. */
  opened(ink: Instance, repaint: () => void): void {
    this.#ink = ink;
    this.#repaint = repaint;
  }

  /** React has made the frame of a state; it is on the screen after Ink's next write. */
  framed(state: State): void {
    this.#framed = state;
  }

  /** Shows or hides the key as the state says, before Ink draws the frame of that state. */
  follow(state: State): void {
    if (this.#isAway) return;
    const screen = present(state);
    const secret = screen.kind === 'created' && screen.revealed ? screen.key.secret : undefined;
    // Where its row is takes a whole layout to find out, and this runs for every key.
    const row = secret && this.#world.secretRowOf(state);
    if (secret !== undefined && row !== undefined) {
      this.#secret.show(secret.reveal(), row);
    } else {
      this.#secret.hide();
    }
  }

  /** Bytes of our own, between two frames, at once. */
  write(bytes: string): void {
    this.#out.write(bytes);
    this.#out.flush();
  }

  redraw(): void {
    this.#ink?.clear();
    this.#out.blank();
    this.#repaint();
  }

  suspend(): void {
    this.#suspender.suspend();
  }

  /** Gives the terminal back. */
  close(): void {
    this.#suspender.uninstall();
    this.#world.host.off('SIGWINCH', this.#windowChanged);
    this.#restore();
    this.#ink?.unmount();
    this.#uninstall();
  }

  /** The terminal went away: nobody is there any more, as after a SIGHUP. */
  readonly gone = (): void => {
    const {host} = this.#world;
    host.kill(host.pid, 'SIGHUP');
  };

  readonly #drawn = (): void => {
    const {state, dispatch} = this.#world;
    const screen = present(state());
    const isNews = screen.kind === 'created' && !screen.seen;
    if (isNews && this.#secret.isShown) dispatch({kind: 'keyDrawn'});
    if (state().guardedSince !== undefined || this.#framed === undefined) return;
    const written = present(this.#framed);
    // A turn later: what was typed while the frame was made has then been read, and counts as older.
    setImmediate(() => {
      this.#seen(written);
    });
  };

  #seen(written: Screen): void {
    const {state, dispatch, steady} = this.#world;
    const now = state();
    if (now.guardedSince === undefined && present(now) === written) {
      dispatch({kind: 'drawn', now: steady()});
    }
  }

  /**
   * Node keeps a resize to itself when the window has its old size again by the time the signal arrives,
   * but what it cut off on the way is gone from the screen.
   */
  readonly #windowChanged = (): void => {
    if (!this.#hasResized) this.#resized();
    this.#hasResized = false;
  };

  readonly #resized = (): void => {
    const {tty, dispatch} = this.#world;
    this.#hasResized = true;
    this.#secret.resized();
    this.#ink?.clear();
    this.#out.blank();
    dispatch({kind: 'resized', size: sizeOf(tty.out)});
    this.#repaint();
  };

  readonly #leave = (): void => {
    this.#isAway = true;
    this.#secret.wipe();
    this.#out.pause();
    this.#world.keys.pause();
    this.#world.writeSync(restoreBytes(true));
  };

  readonly #comeBack = (): void => {
    this.#world.writeSync(enterAlternateScreen + eraseScreen + home);
    this.#isAway = false;
    this.#out.resume();
    this.#world.keys.resume();
    this.#ink?.clear();
    this.#world.dispatch({kind: 'resized', size: sizeOf(this.#world.tty.out)});
    this.follow(this.#world.state());
    this.#repaint();
  };
}
