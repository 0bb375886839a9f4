import {describe, expect, it} from 'vitest';
import {untouchedModes} from './emulator.ts';
import {terminalForTest} from './in-test.ts';
import type {Terminal} from './terminal.ts';

const shell = (script: string, size = {columns: 40, rows: 6}): Terminal =>
  terminalForTest({command: 'sh', args: ['-c', script], ...size});

/* A program that shows each byte it reads, at once and unchanged. */
const showBytes = 'stty raw opost -echo; echo ready; exec od -An -v -tx1 -w1';

describe('a terminal', () => {
  it('shows what the program writes, rows cut at the last letter', async () => {
    const terminal = shell(String.raw`printf 'one\r\n  two  \r\n'; exec cat`);
    await terminal.waitFor('two');
    expect(terminal.screen()).toEqual(['one', '  two', '', '', '', '']);
  });

  it('tells the program its size, also a new one', async () => {
    const terminal = shell(`trap 'stty size' WINCH; stty size; while :; do read -r line; done`);
    await terminal.waitFor('6 40');
    terminal.resize(100, 30);
    await terminal.waitFor('30 100');
    expect(terminal.screen()).toHaveLength(30);
  });

  it('sends keys by name and a burst in one piece', async () => {
    const terminal = shell(showBytes, {columns: 40, rows: 24});
    await terminal.waitFor('ready');
    terminal.press('ctrl+t', 'alt+b', 'up', 'é');
    terminal.write('xy');
    await terminal.waitFor('79');
    const bytes = terminal.screen().map(row => row.trim());
    expect(bytes.filter(row => /^[0-9a-f]{2}$/.test(row)).join(' ')).toBe(
      '14 1b 62 1b 5b 41 c3 a9 78 79',
    );
  });

  it('marks a paste at both ends', async () => {
    const terminal = shell(showBytes, {columns: 40, rows: 24});
    await terminal.waitFor('ready');
    terminal.paste('k');
    await terminal.waitFor(/1b\s+5b\s+32\s+30\s+30\s+7e\s+6b\s+1b\s+5b\s+32\s+30\s+31\s+7e/);
  });

  it('answers what the program asks the terminal', async () => {
    const terminal = shell(String.raw`stty raw opost -echo; printf '\033[6n'; exec od -An -c -w1`);
    await terminal.waitFor(/\[\s+1\s+;\s+1\s+R/);
  });

  it('hides this machine from the program', async () => {
    const terminal = terminalForTest({
      command: 'sh',
      args: ['-c', 'echo "[$CI$NO_COLOR$TMUX$VITEST] [$TERM] [$LANG] [$OWN]"; exec cat'],
      env: {OWN: 'given'},
    });
    await terminal.waitFor('[] [xterm-256color] [C.UTF-8] [given]');
  });

  it('counts the bytes written since a mark', async () => {
    const terminal = shell('printf before; read -r line; printf "after $line"; exec cat');
    await terminal.waitFor('before');
    const mark = terminal.mark();
    terminal.write('x\r');
    await terminal.waitFor('after x');
    expect(terminal.bytesSince(mark).toString()).toBe('x\r\nafter x');
    expect(terminal.bytes().toString()).toBe('beforex\r\nafter x');
  });

  it('tells bold, inverse and colour of each run of a row', async () => {
    const terminal = shell(
      String.raw`printf '\033[1;31mred\033[0m \033[7mturned\033[0m'; exec cat`,
    );
    await terminal.waitFor('turned');
    const runs = terminal.runs(0).filter(run => run.text.trim() !== '');
    expect(runs).toMatchObject([
      {text: 'red', bold: true, inverse: false, colour: '1'},
      {text: 'turned', bold: false, inverse: true, colour: undefined},
    ]);
  });

  it('is not looked at amid a frame', async () => {
    const [start, end] = [String.raw`\033[?2026hhead`, String.raw`tail\033[?2026l`];
    const terminal = shell(`printf '${start}'; sleep 0.05; printf '${end}'; exec cat`);
    await terminal.waitFor('head');
    expect(terminal.text().trim()).toBe('headtail');
  });

  it('knows what a program has left switched on', async () => {
    const terminal = shell(String.raw`printf '\033[?1049h\033[?25l\033[?2004h\033[?1000hdone'`);
    await terminal.exit;
    expect(terminal.modes()).toEqual({
      ...untouchedModes,
      alternateScreen: true,
      cursorVisible: false,
      bracketedPaste: true,
      mouse: true,
    });
  });

  it('finds an untouched terminal after a program that has put all back', async () => {
    const terminal = shell(
      String.raw`printf '\033[?1049h\033[?25l'; printf '\033[?25h\033[?1049l'`,
    );
    await terminal.exit;
    expect(terminal.modes()).toEqual(untouchedModes);
  });
});

describe('the end of a program', () => {
  it('is a code', async () => {
    expect(await shell('exit 3').exit).toEqual({code: 3, signal: null});
  });

  it('is a signal by name', async () => {
    const terminal = shell('echo up; exec cat');
    await terminal.waitFor('up');
    terminal.kill('SIGTERM');
    expect(await terminal.exit).toEqual({code: null, signal: 'SIGTERM'});
  });

  it('fails a wait at once, with the last screen', async () => {
    const terminal = shell('echo last words; exit 1');
    await expect(terminal.waitFor('never said')).rejects.toThrow(
      /never said: the program ended: .*"code":1[^]*last words/,
    );
  });

  it('does not fail a wait for what it wrote last', async () => {
    const terminal = shell('echo last words');
    await terminal.exit;
    await terminal.waitFor('last words');
  });
});

it('a wait fails at its deadline, with the screen in the message', async () => {
  const terminal = shell('echo here; exec cat');
  await terminal.waitFor('here');
  await expect(terminal.waitFor(/gone/, {timeoutMs: 1})).rejects.toThrow(
    /gone\/: not within 1 ms[^]*here/,
  );
});
