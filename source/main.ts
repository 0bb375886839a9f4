import {readFileSync, writeSync} from 'node:fs';
import manifest from '../package.json' with {type: 'json'};
import {exitCodeOf, exitCodes} from './exit-code.ts';
import type {Options, WizardOptions} from './options.ts';
import {flags, parseOptions, variables} from './options.ts';
import {readCapabilities} from './terminal/capabilities.ts';
import {clipboardRoute} from './terminal/clipboard-plan.ts';
import {copyText} from './terminal/clipboard.ts';
import {KeyStream} from './terminal/key-stream.ts';
import {createRunCommand} from './terminal/run-command.ts';
import type {Schedule} from './terminal/schedule.ts';
import {terminalTimings} from './terminal/schedule.ts';
import {blockThread, createSyncWriter} from './terminal/sync-writer.ts';
import {openTty} from './terminal/tty.ts';
import {closingWords} from './text/closing.ts';
import * as words from './text/usage.ts';

/** Milliseconds of quiet before a key that creates, copies, revokes or leaves counts. */
const quietMs = 300;
/** What a mistake of our own ends with (`EX_SOFTWARE`). */
const crashCode = 70;

/** Puts the parts together, runs what was asked for, gives the terminal back; the exit code. */
export const main = async (host: NodeJS.Process): Promise<number> => {
  const parsed = parseOptions(host.argv.slice(2), host.env);
  if (!parsed.ok) return refused(host, words.usageProblem(parsed.problem));
  const {options} = parsed;
  if (options.verb !== 'wizard') return told(host, options);
  // By now the stage has given the terminal back, and its own net with it.
  return wizard(host, options).catch((error: unknown) => crashed(host, error));
};

const told = (host: NodeJS.Process, {verb}: Exclude<Options, WizardOptions>): number => {
  host.stdout.write(verb === 'help' ? words.helpText(flags) : `tykey ${manifest.version}\n`);
  return 0;
};

/** One sentence before anything is asked. */
const refused = (host: NodeJS.Process, sentence: string): number => {
  host.stderr.write(`tykey: ${sentence}\n`);
  return exitCodes.usage;
};

const wizard = async (host: NodeJS.Process, options: WizardOptions): Promise<number> => {
  const opened = openTty(host.stdin, host.stdout);
  if (!opened.ok) return refused(host, words.noTerminal[opened.missing]);
  const capabilities = readCapabilities(host.env);
  if (capabilities.isDumb) return refused(host, words.dumbTerminal);
  const authorities = readAuthorities(options, host.env);
  if (!authorities.ok) return refused(host, authorities.says);
  // From here on what is typed counts, though nothing of the interface is loaded yet.
  const keys = new KeyStream({tty: opened.tty, now: steady, schedule, timings: terminalTimings});
  // chalk reads this when it is loaded, and knows nothing of NO_COLOR.
  host.env['FORCE_COLOR'] = String(capabilities.colour);
  const {runWizard} = await import('./commands/wizard.tsx');
  const servers = later(async () => {
    const {Servers} = await import('./commands/servers.ts');
    const now = Date.now;
    return new Servers({options, env: host.env, authorities: authorities.texts, now});
  });
  const ending = await runWizard({
    options,
    tty: opened.tty,
    keys,
    capabilities,
    servers: {
      connect: async (...given) => (await servers()).connect(...given),
      tryKey: async (...given) => (await servers()).tryKey(...given),
    },
    copy: copier(host, options),
    host: signalHost(host),
    writeSync: createSyncWriter({writeSync, fd: 1, block: blockThread}),
    crash: error => crashed(host, error),
    schedule,
    every,
    steady,
    wall: Date.now,
    quietMs,
  });
  await (await servers()).close();
  host.stdout.write(`${closingWords(ending)}\n`);
  return exitCodeOf(ending);
};

/** Made when it is first asked for: the client has time until the first frame is drawn. */
const later = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

const steady = (): number => performance.now();

const schedule: Schedule = (task, ms) => {
  const timer = setTimeout(task, ms);
  return () => {
    clearTimeout(timer);
  };
};

const every = (ms: number, tick: () => void): (() => void) => {
  const timer = setInterval(tick, ms);
  return () => {
    clearInterval(timer);
  };
};

const signalHost = (host: NodeJS.Process) => ({
  pid: host.pid,
  on: host.on.bind(host),
  off: host.off.bind(host),
  removeAllListeners: (event: string) => host.removeAllListeners(event),
  kill: (pid: number, signal: string) => host.kill(pid, signal),
  exit: (code: number) => host.exit(code),
});

/** The message of an error of ours holds no secret: secrets are `Secret` objects, which print as dots. */
const crashed = (host: NodeJS.Process, error: unknown): number => {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.stderr.write(`tykey: ${words.crashed(message.slice(0, 500))}\n`);
  return crashCode;
};

type Authorities =
  | {readonly ok: true; readonly texts: readonly string[]}
  | {readonly ok: false; readonly says: string};

/** With a CA of our own Node no longer looks at NODE_EXTRA_CA_CERTS by itself. */
const readAuthorities = ({caFile}: WizardOptions, env: NodeJS.ProcessEnv): Authorities => {
  if (caFile === undefined) return {ok: true, texts: []};
  const extra = env['NODE_EXTRA_CA_CERTS'];
  const texts: string[] = [];
  for (const file of [caFile, ...(extra === undefined ? [] : [extra])]) {
    try {
      texts.push(readFileSync(file, 'utf8'));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      if (file === caFile) return {ok: false, says: words.caUnreadable(file, code)};
    }
  }
  return {ok: true, texts};
};

const copier =
  (host: NodeJS.Process, options: WizardOptions) =>
  async (text: string, write: (bytes: string) => void) => {
    const [{spawn}, {randomBytes}] = await Promise.all([
      import('node:child_process'),
      import('node:crypto'),
    ]);
    const env = withoutSecrets(host.env);
    const run = createRunCommand({
      spawn: (program, parameters) =>
        spawn(program, parameters, {stdio: ['pipe', 'pipe', 'ignore'], env}),
      schedule,
      deadline: terminalTimings.clipboardCommand,
    });
    return copyText(text, {
      route: clipboardRoute(host.env, options.clipboardCommand),
      write,
      run,
      bufferName: `tykey-${randomBytes(8).toString('hex')}`,
    });
  };

/** What a clipboard command gets to see of our environment: everything but the credential. */
const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const hidden: readonly string[] = [...variables.credential, ...variables.secret];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.includes(name)));
};
