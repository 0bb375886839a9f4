import {openTerminal} from '../helpers/terminal.ts';
import {firstFrame, openDemo} from './demo.ts';
import {median, type Result} from './result.ts';

const ROUNDS = 15;

/** The first painted frame against a bare Node, by turns in one run. */
export const startUp = async (): Promise<Result> => {
  const boots: number[] = [];
  const paints: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    boots.push(await bareNode());
    paints.push(await firstPaint());
  }
  const [boot, paint] = [median(boots), median(paints)];
  return {
    what: 'first painted frame / bare node boot',
    seen: paint / boot,
    unit: 'x',
    goal: 4,
    from: `${paint.toFixed(0)} ms / ${boot.toFixed(0)} ms, medians of ${ROUNDS}`,
  };
};

const bareNode = async (): Promise<number> => {
  const started = performance.now();
  await openTerminal({command: process.execPath, args: ['-e', '0']}).exit;
  return performance.now() - started;
};

const firstPaint = async (): Promise<number> => {
  const started = performance.now();
  const terminal = openDemo(60);
  await terminal.waitFor(firstFrame);
  const took = performance.now() - started;
  await terminal.dispose();
  return took;
};
