/**
 * Runs `start` and yields, while it runs, the latest of what it reports (older ones that nobody has taken are
 * dropped); returns its result.
 */
export async function* whileRunning<Progress, Result>(
  start: (report: (progress: Progress) => void) => Promise<Result>,
): AsyncGenerator<Progress, Result, undefined> {
  const reported: Progress[] = [];
  let wake: () => void = () => undefined;
  const running = start(progress => {
    reported.splice(0, 1, progress);
    wake();
  });
  const over = running.then(
    () => true,
    () => true,
  );
  for (;;) {
    const woken = new Promise<false>(resolve => {
      wake = () => {
        resolve(false);
      };
    });
    if (reported.length === 0 && (await Promise.race([over, woken]))) return running;
    yield* reported.splice(0);
  }
}
