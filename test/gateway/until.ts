import {setTimeout as pause} from 'node:timers/promises';

/**
 * Looks every 20 ms until there is something to see. For what another process does, of which no event tells.
 * Throws what `otherwise` says after `timeoutMs`.
 */
export const until = async <T>(
  look: () => Promise<T | undefined> | T | undefined,
  otherwise: () => string,
  timeoutMs = 10_000,
): Promise<T> => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(otherwise());
    await pause(20);
  }
};
