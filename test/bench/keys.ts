import {readFile} from 'node:fs/promises';
import {openTerminal, type Terminal} from '../helpers/terminal.ts';
import {openDemoList} from './demo.ts';
import {median, type Result} from './result.ts';

const ARROWS = 30;
const QUERIES = ['pay', 'order', 'cust', 'inv'] as const;
const END_OF_FRAME = '\x1b[?2026l';

/** What an arrow and a typed letter cost in a list of that many APIs, and the memory for it. */
export const keys = async (apis: number): Promise<readonly Result[]> => {
  const idle = await idleMemory();
  const terminal = await openDemoList(apis);
  try {
    const memory = await residentMemory(terminal.pid);
    const arrows = await inTurn(
      terminal,
      Array.from({length: ARROWS}, () => 'down'),
    );
    const letters: Cost[] = [];
    for (const query of QUERIES) {
      letters.push(...(await inTurn(terminal, Array.from(query))));
      await inTurn(terminal, ['ctrl+u']);
    }
    const list = `${apis.toLocaleString('en-US')} APIs`;
    return [
      ...costs(`an arrow in ${list}`, arrows, {bytes: 260}),
      ...costs(`a letter in ${list}`, letters, apis === 100_000 ? {ms: 50} : {}),
      {
        what: `memory with ${list}, practice server included / idle node`,
        seen: memory / idle,
        unit: 'x',
        from: `${megabytes(memory)} / ${megabytes(idle)}`,
      },
    ];
  } finally {
    await terminal.dispose();
  }
};

type Cost = {readonly bytes: number; readonly ms: number};

/* Each key is pressed when the frame of the one before is there. */
const inTurn = async (terminal: Terminal, pressed: readonly string[]): Promise<readonly Cost[]> => {
  const seen: Cost[] = [];
  for (const key of pressed) {
    const mark = terminal.mark();
    const started = performance.now();
    terminal.press(key);
    await terminal.waitFor(() => terminal.bytesSince(mark).includes(END_OF_FRAME));
    seen.push({bytes: terminal.bytesSince(mark).length, ms: performance.now() - started});
  }
  return seen;
};

const costs = (
  what: string,
  seen: readonly Cost[],
  goal: {readonly bytes?: number; readonly ms?: number},
): readonly Result[] =>
  (['bytes', 'ms'] as const).map(unit => {
    const values = seen.map(cost => cost[unit]);
    return {
      what,
      seen: median(values),
      unit,
      ...(goal[unit] === undefined ? {} : {goal: goal[unit]}),
      from: `median of ${seen.length}, most ${Math.max(...values).toFixed(0)}`,
    };
  });

const idleMemory = async (): Promise<number> => {
  const script = 'process.stdin.resume(); console.log("up")';
  const terminal = openTerminal({command: process.execPath, args: ['-e', script]});
  await terminal.waitFor('up');
  const memory = await residentMemory(terminal.pid);
  await terminal.dispose();
  return memory;
};

/* In bytes, as Linux tells it. */
const residentMemory = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
