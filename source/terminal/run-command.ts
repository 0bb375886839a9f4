import {Buffer} from 'node:buffer';
import type {Schedule} from './schedule.ts';
import type {Events} from './tty.ts';

/** How a command ended. `code` is `undefined` when it could not start, was killed or took too long. */
export type CommandResult = {readonly code: number | undefined; readonly output: string};

/** Runs a program with `input` on its stdin. Never rejects. */
export type RunCommand = (
  program: string,
  parameters: readonly string[],
  input: string,
) => Promise<CommandResult>;

/** The parts of a child process that we use (`child_process.spawn` makes one). */
export type Child = Pick<Events, 'on'> & {
  readonly stdin: Pipe & {end(text: string): unknown};
  readonly stdout: Pipe;
  kill(signal: 'SIGKILL'): unknown;
};

type Pipe = Pick<Events, 'on'> & {destroy(): unknown};

export type RunCommandParameters = {
  /** Starts a program with pipes for stdin and stdout and its stderr thrown away. */
  readonly spawn: (program: string, parameters: readonly string[]) => Child;
  readonly schedule: Schedule;
  /** Milliseconds. */
  readonly deadline: number;
};

const longestOutput = 4096;

/** Milliseconds for the rest of the output; `xclip` and its like stay behind and hold the pipe open. */
const outputGrace = 100;

export const createRunCommand =
  ({spawn, schedule, deadline}: RunCommandParameters): RunCommand =>
  (program, parameters, input) =>
    new Promise(resolve => {
      const child = spawn(program, parameters);
      let output = '';
      let code: number | undefined;
      const finish = (): void => {
        cancelWait();
        child.stdout.destroy();
        resolve({code, output});
      };
      let cancelWait = schedule(() => {
        child.kill('SIGKILL');
        finish();
      }, deadline);
      child.on('error', finish);
      child.on('close', finish);
      child.on('exit', (exitCode: number | null) => {
        code = exitCode ?? undefined;
        cancelWait();
        cancelWait = schedule(finish, outputGrace);
      });
      // A command that does not read its stdin to the end is no failure by itself.
      child.stdin.on('error', () => undefined);
      child.stdout.on('data', (chunk: Uint8Array) => {
        output = (output + Buffer.from(chunk).toString()).slice(0, longestOutput);
      });
      child.stdin.end(input);
    });
