import type {Schedule} from './schedule.ts';
import type {SignalHost} from './signals.ts';

export type SuspenderParameters = {
  readonly host: Pick<SignalHost, 'on' | 'off' | 'kill'>;
  /** Gives the terminal back for a while: Ink suspended, output flushed, keys paused. */
  readonly leave: () => void;
  /** Takes it again and draws everything anew. */
  readonly comeBack: () => void;
  readonly schedule: Schedule;
  /** Milliseconds; see `terminalTimings.suspendGrace`. */
  readonly grace: number;
};

export type Suspender = {
  /** What Ctrl+Z asks for. */
  readonly suspend: () => void;
  readonly uninstall: () => void;
};

/**
 * Job control. In raw mode the terminal sends no SIGTSTP, so we send it to our whole group, as the
 * terminal would: otherwise an `npm run` around us goes on and the shell never gets its prompt.
 */
export const createSuspender = (parameters: SuspenderParameters): Suspender => {
  const {host, leave, comeBack, schedule, grace} = parameters;
  let isAway = false;
  let cancelGrace = (): void => undefined;

  const suspend = (): void => {
    if (isAway) {
      return;
    }
    isAway = true;
    leave();
    host.off('SIGTSTP', suspend);
    host.kill(0, 'SIGTSTP');
    // We are here after `fg`, or at once where nobody controls jobs (`ssh host tykey`).
    cancelGrace = schedule(goOn, grace);
  };

  const goOn = (): void => {
    if (!isAway) {
      return;
    }
    isAway = false;
    cancelGrace();
    host.on('SIGTSTP', suspend);
    comeBack();
  };

  const onContinue = (): void => {
    if (!isAway) {
      // Stopped by a SIGSTOP that nobody announced: the shell has changed the terminal meanwhile.
      isAway = true;
      leave();
      host.off('SIGTSTP', suspend);
    }
    goOn();
  };

  host.on('SIGTSTP', suspend);
  host.on('SIGCONT', onContinue);
  return {
    suspend,
    uninstall: () => {
      cancelGrace();
      host.off('SIGTSTP', suspend);
      host.off('SIGCONT', onContinue);
    },
  };
};
