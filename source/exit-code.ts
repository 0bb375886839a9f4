import type {Ending} from './wizard/state.ts';

/** Documented in the README and in `--help`. Death by a signal is the signal's own. */
export const exitCodes = {
  created: 0,
  notCreated: 1,
  usage: 2,
  unknown: 3,
  notAuthorised: 4,
  cancelled: 130,
} as const;

/** A key that was created is 0, however its screen was left. */
export const exitCodeOf = (ending: Ending): number => exitCodes[ending.kind];
