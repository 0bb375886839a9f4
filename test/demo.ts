import {spawn} from 'node:child_process';
import {setTimeout} from 'node:timers/promises';
import {bundlePath} from './helpers/bundle.ts';
import {openTerminal} from './helpers/terminal.ts';

/* `npm run demo`: tykey against its practice Dashboard. Without a terminal the whole journey plays by itself. */

type Step = {
  /** On the screen before the keys are pressed. */
  readonly sees: RegExp;
  readonly writes?: string;
  readonly presses: readonly string[];
};

const journey: readonly Step[] = [
  {sees: /What shall the key open/, presses: ['enter']},
  {sees: /grouped by authentication type[^]*Auth Token/, writes: 'orders', presses: []},
  {sees: /4 of 60/, presses: ['tab']},
  {sees: /1 marked/, presses: ['enter']},
  {sees: /Key for Orders/, writes: 'orders team ci', presses: ['enter', 'enter']},
  {sees: /When does the key end/, presses: ['down', 'down', 'down', 'down', 'down', 'enter']},
  {sees: /1 week {2}/, writes: 'edge, eu', presses: ['down', 'down', 'down']},
  {sees: /› Review/, presses: ['enter']},
  {sees: /This key[^]*› Create the key/, presses: ['enter']},
  {sees: /Key created[^]*Hidden/, presses: ['r']},
  {sees: /Key created[^]*r hide/, presses: ['t']},
  {sees: /Orders: 200[^]*403/, presses: ['q']},
];

/** As long as a glance: keys that come sooner do not create, reveal or leave. */
const readingMs = 500;

/** A key is masked before it is printed: this output may be a log. */
const masked = (text: string): string =>
  text.replace(/ey[A-Za-z0-9+/=]{40,}|^[A-Za-z0-9+/]{20,}=*$/gm, '(the key)');

const playByItself = async (): Promise<number> => {
  const terminal = openTerminal({command: process.execPath, args: [bundlePath, '--demo']});
  const print = (): void => {
    process.stdout.write(`${masked(terminal.text()).trimEnd()}\n\n${'='.repeat(80)}\n\n`);
  };
  for (const {sees, writes, presses} of journey) {
    await terminal.waitFor(sees);
    print();
    if (writes !== undefined) terminal.write(writes);
    await setTimeout(readingMs);
    terminal.press(...presses);
  }
  const {code} = await terminal.exit;
  print();
  return code ?? 1;
};

const playWithPerson = (): Promise<number> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [bundlePath, '--demo', ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    // The terminal sends Ctrl+C to both of us; what it means is the wizard's business.
    process.on('SIGINT', () => undefined);
    child.on('exit', code => {
      resolve(code ?? 1);
    });
  });

const hasTerminal = process.stdin.isTTY && process.stdout.isTTY;
process.exitCode = hasTerminal ? await playWithPerson() : await playByItself();
