/** Repeatable chance for property tests (mulberry32): the same seed walks the same cases on every machine. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** `length` picks, joined. */
  readonly text: (letters: readonly [string, ...string[]], length: number) => string;
};

export const seeded = (seed: number): Chance => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0];
  const text = (letters: readonly [string, ...string[]], length: number): string =>
    Array.from({length}, () => pick(letters)).join('');
  return {whole, pick, text};
};
