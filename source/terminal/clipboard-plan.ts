import type {Environment} from './capabilities.ts';

/** A way from here to the clipboard of the person's own machine. */
export type ClipboardRoute =
  /** The person's own command, through `sh -c`; it gets the text on stdin. */
  | {readonly kind: 'command'; readonly command: string}
  /** tmux takes the text and sends it on; neither plain nor wrapped OSC 52 passes a default tmux. */
  | {readonly kind: 'tmux'}
  /** OSC 52 in pieces that GNU screen hands through. */
  | {readonly kind: 'screen'}
  /** OSC 52 to the terminal; through mosh as well, which wants exactly `52;c;`. */
  | {readonly kind: 'terminal'}
  | {readonly kind: 'none'};

/**
 * Which way to take. A command comes first: whoever sets one knows that the other ways fail silently
 * with their terminal. tmux comes before screen and both before the terminal: the nearest one is asked.
 */
export const clipboardRoute = (
  environment: Environment,
  command: string | undefined,
): ClipboardRoute => {
  if (command !== undefined && command.trim() !== '') {
    return {kind: 'command', command};
  }
  if (isSet(environment['TMUX'])) {
    return {kind: 'tmux'};
  }
  if (isSet(environment['STY'])) {
    return {kind: 'screen'};
  }
  const terminal = environment['TERM'] ?? '';
  const hasNone = ['', 'dumb', 'linux'].includes(terminal);
  return hasNone ? {kind: 'none'} : {kind: 'terminal'};
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
