import {spawn} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {createRunCommand} from '../../source/terminal/run-command.ts';
import type {Schedule} from '../../source/terminal/schedule.ts';

const realSchedule: Schedule = (task, ms) => {
  const timer = setTimeout(task, ms);
  return () => {
    clearTimeout(timer);
  };
};

const runner = (deadline = 5000) =>
  createRunCommand({
    spawn: (program, parameters) => spawn(program, parameters, {stdio: ['pipe', 'pipe', 'ignore']}),
    schedule: realSchedule,
    deadline,
  });

describe('running a command', () => {
  it('hands the input to its stdin and gives its output and code', async () => {
    expect(await runner()('sh', ['-c', 'cat; exit 3'], 'a key')).toEqual({
      code: 3,
      output: 'a key',
    });
  });

  it('does not mind a command that reads nothing', async () => {
    expect((await runner()('true', [], 'x'.repeat(1_000_000))).code).toBe(0);
  });

  it('has no code when there is no such program', async () => {
    expect(await runner()('no-such-program-here', [], '')).toEqual({code: undefined, output: ''});
  });

  it('stops a command that takes too long', async () => {
    expect((await runner(50)('sleep', ['60'], '')).code).toBeUndefined();
  });

  it('does not wait for a child of the command that keeps the pipe', async () => {
    const started = performance.now();
    expect((await runner()('sh', ['-c', 'sleep 3 & exit 0'], '')).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(2500);
  });

  it('keeps no more than a page of output', async () => {
    const {output} = await runner()('sh', ['-c', 'yes | head -c 100000'], '');
    expect(output.length).toBe(4096);
  });
});
