/** How a condition stands: it holds, it may yet hold, or nothing can bring it about any more. */
export type Verdict = 'holds' | 'not yet' | 'never';

export type Watch = {
  /** Tells that something has changed: every condition waited for is looked at again. */
  readonly changed: () => void;
  /** Rejects with `explain()` at the deadline, and at once on 'never'. */
  readonly until: (
    verdict: () => Verdict,
    timeoutMs: number,
    explain: () => string,
  ) => Promise<void>;
};

/** Waits for conditions without polling: they are looked at when something has changed. */
export const createWatch = (): Watch => {
  const looks = new Set<() => void>();
  return {
    changed() {
      for (const look of [...looks]) look();
    },
    until: (verdict, timeoutMs, explain) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void): void => {
          clearTimeout(deadline);
          looks.delete(look);
          act();
        };
        const fail = (): void => {
          settle(() => {
            reject(new Error(explain()));
          });
        };
        const look = (): void => {
          const now = verdict();
          if (now === 'holds') settle(resolve);
          if (now === 'never') fail();
        };
        const deadline = setTimeout(fail, timeoutMs);
        looks.add(look);
        look();
      }),
  };
};
