import {expect, it} from 'vitest';
import {whileRunning} from '../../source/tyk/while-running.ts';

it('yields only the latest of several reports and returns the result', async () => {
  let report: (progress: number) => void = () => undefined;
  let finish: (result: string) => void = () => undefined;
  const running = whileRunning<number, string>(reporting => {
    report = reporting;
    return new Promise(resolve => {
      finish = resolve;
    });
  });
  const first = running.next();
  report(1);
  report(2);
  expect(await first).toEqual({done: false, value: 2});
  const last = running.next();
  finish('done');
  expect(await last).toEqual({done: true, value: 'done'});
});

it('throws what the work throws', async () => {
  const running = whileRunning(() => Promise.reject(new Error('a bug')));
  await expect(running.next()).rejects.toThrow('a bug');
});
