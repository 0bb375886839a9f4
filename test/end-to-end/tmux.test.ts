import {expect, it} from 'vitest';
import type {Practice} from '../../source/practice/practice.ts';
import {bundlePath} from '../helpers/bundle.ts';
import {describeTmux} from '../helpers/describe-tmux.ts';
import {terminalForTest, tmuxForTest} from '../helpers/in-test.ts';
import type {Person} from '../helpers/person.ts';
import {says} from '../helpers/screen-words.ts';
import type {Story} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';
import type {Tmux} from '../helpers/tmux.ts';
import {walkOn} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

type Attached = {
  readonly practice: Practice;
  readonly tmux: Tmux;
  /** The terminal of the one client. */
  readonly terminal: Terminal;
  readonly walk: Person & Story;
};

/* tmux tells nobody: it is asked until the program in it has ended. */
const hasEnded = async (tmux: Tmux): Promise<void> => {
  for (let dead = ''; dead.trim() !== '1';)
    dead = await tmux.run('display-message', '-p', '-t', 'main', '#{pane_dead}');
};

const startInTmux = async (...settings: readonly (readonly string[])[]): Promise<Attached> => {
  const practice = await practiceForTest();
  const tmux = await tmuxForTest({
    command: `exec '${process.execPath}' '${bundlePath}'`,
    env: {TYK_URL: practice.url, TYK_AUTH: practice.credential},
    settings: [['set', '-g', 'status', 'off'], ...settings],
  });
  const terminal = terminalForTest({command: 'tmux', args: tmux.attachArguments});
  return {practice, tmux, terminal, walk: walkOn(terminal)};
};

const keyOf = (practice: Practice): string =>
  practice.keys()[0]?.key ?? expect.fail('no key was created');

/* As a selection over wrapped rows would copy it. */
const standsInOneLine = async (tmux: Tmux, key: string): Promise<void> => {
  await tmux.waitFor(new RegExp(`^${key.replaceAll('+', String.raw`\+`)}$`, 'm'), {join: true});
};

describeTmux('in tmux', () => {
  it.each(['on', 'off'])(
    'a key is one line at 80 and at 40 columns, and gone afterwards: alternate-screen %s',
    async alternateScreen => {
      const {practice, tmux, terminal, walk} = await startInTmux([
        'set',
        '-g',
        'alternate-screen',
        alternateScreen,
      ]);
      await walk.toCreatedKey();
      const key = keyOf(practice);
      expect(holdsSecret(await tmux.capture({history: true}), key)).toBe(false);
      await walk.reveal();
      await standsInOneLine(tmux, key);
      terminal.resize(40, 24);
      await standsInOneLine(tmux, key);
      terminal.resize(80, 24);
      await standsInOneLine(tmux, key);
      await walk.decides('q', () => walk.reads().includes('Key "ci"'));
      await hasEnded(tmux);
      const left = await tmux.capture({history: true, join: true});
      expect(left).toContain('Key "ci"');
      expect(holdsSecret(left, key)).toBe(false);
      const before = terminal.mark();
      terminal.resize(200, 50);
      await terminal.waitFor(() => terminal.mark() > before);
      expect(holdsSecret(await tmux.capture({history: true, join: true}), key)).toBe(false);
    },
  );

  it.each(['on', 'off'])(
    'nothing of a key is left after a kill: alternate-screen %s',
    async alternateScreen => {
      const {practice, tmux, walk} = await startInTmux([
        'set',
        '-g',
        'alternate-screen',
        alternateScreen,
      ]);
      await walk.toCreatedKey();
      const key = keyOf(practice);
      await walk.reveal();
      await standsInOneLine(tmux, key);
      process.kill(Number(await tmux.run('display', '-p', '-t', 'main', '#{pane_pid}')), 'SIGTERM');
      await hasEnded(tmux);
      expect(holdsSecret(await tmux.capture({history: true, join: true}), key)).toBe(false);
    },
  );

  it('a screen that is drawn anew while a key is on it leaves no copy in what has scrolled off', async () => {
    const {practice, tmux, terminal, walk} = await startInTmux([
      'set',
      '-g',
      'alternate-screen',
      'off',
    ]);
    await walk.toCreatedKey();
    const key = keyOf(practice);
    await walk.reveal();
    await standsInOneLine(tmux, key);
    const mark = terminal.mark();
    terminal.press('ctrl+l');
    await terminal.waitFor(() => terminal.mark() > mark);
    await standsInOneLine(tmux, key);
    await walk.hide();
    expect(holdsSecret(await tmux.capture({history: true, join: true}), key)).toBe(false);
  });

  it('a copy reaches the terminal of the client, and stays in no buffer', async () => {
    const {practice, tmux, terminal, walk} = await startInTmux([
      'set',
      '-s',
      'terminal-features',
      'xterm-256color:clipboard',
    ]);
    await walk.toCreatedKey();
    const key = keyOf(practice);
    await walk.decides('c', () => walk.reads().includes(says.sentThroughTmux));
    const sent = Buffer.from(key).toString('base64');
    await terminal.waitFor(() => terminal.bytes().includes(sent));
    expect(await tmux.run('list-buffers')).toBe('');
    expect(holdsSecret(await tmux.capture({history: true}), key)).toBe(false);
  });

  it('where no client takes it, a copy is said to have reached nobody', async () => {
    const {tmux, terminal, walk} = await startInTmux();
    await walk.toCreatedKey();
    await walk.hasRead();
    await tmux.run('detach-client', '-s', 'main');
    await terminal.exit;
    await tmux.sendKeys('c');
    await tmux.waitFor(says.noClipboard);
    expect(await tmux.run('list-buffers')).toBe('');
  });
});
