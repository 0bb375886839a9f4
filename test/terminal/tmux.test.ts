import {spawn as spawnChild} from 'node:child_process';
import {spawn as spawnPty} from '@lydell/node-pty';
import {afterEach, describe, expect, it} from 'vitest';
import {osc52} from '../../source/terminal/clipboard-bytes.ts';
import {copyText} from '../../source/terminal/clipboard.ts';
import {enterAlternateScreen, eraseScreen, home} from '../../source/terminal/control-bytes.ts';
import {restoreBytes} from '../../source/terminal/restore.ts';
import {createRunCommand} from '../../source/terminal/run-command.ts';
import {drawBytes, rowsNeeded, wipePageBytes} from '../../source/terminal/secret-bytes.ts';
import {keyOfLength, piecesOf} from './made-up-key.ts';
import {TmuxPane, tmuxMissing} from './tmux-pane.ts';

if (tmuxMissing !== undefined) {
  process.stderr.write(`skipped: ${tmuxMissing}; nothing is known about keys inside tmux\n`);
}

const key = keyOfLength(120);
const row = 14;

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) {
    end();
  }
});

const opened = (...options: readonly string[]): TmuxPane => {
  const pane = new TmuxPane(options);
  ends.push(() => {
    pane.close();
  });
  return pane;
};

const pageBytes = (columns: number): string =>
  Array.from({length: 23}, (_, at) => {
    const isKeyRow = at >= row && at < row + rowsNeeded(key.length, columns);
    return isKeyRow ? '' : `row ${at} `.padEnd(columns - 1, '-');
  }).join('\n');

const drawnPage = (columns: number): string =>
  pageBytes(columns) + drawBytes(key, {row, columns, rows: 24});

const startBytes = enterAlternateScreen + eraseScreen + home;

const piecesLeft = (pane: TmuxPane): readonly string[] => {
  const everything = pane.everything();
  return piecesOf(key).filter(piece => everything.includes(piece));
};

describe.skipIf(tmuxMissing !== undefined)('a key inside tmux', () => {
  it.each(['on', 'off'])(
    'with alternate-screen %s is one line at 80 and 40 columns, and nothing of it stays',
    async alternateScreen => {
      const pane = opened(`alternate-screen ${alternateScreen}`);
      await pane.show(startBytes + drawnPage(80), lines => lines.includes(key));
      expect(pane.lines()[row]).toBe(key);

      pane.resize(40, 24);
      await pane.show(wipePageBytes(40, 24), lines => lines.join('') === '');
      await pane.show(drawnPage(40), lines => lines.includes(key));
      expect(pane.lines()[row]).toBe(key);

      await pane.show(`${wipePageBytes(40, 24)}${restoreBytes(true)}key 4f created\n`, lines =>
        lines.includes('key 4f created'),
      );
      expect(piecesLeft(pane)).toEqual([]);
    },
  );

  it('without wiping stays on a terminal that has no other page: the test above can fail', async () => {
    const pane = opened('alternate-screen off');
    await pane.show(startBytes + drawnPage(80), lines => lines.includes(key));
    await pane.show(`${eraseScreen}${restoreBytes(true)}left\n`, lines => lines.includes('left'));
    expect(piecesLeft(pane).length).toBe(piecesOf(key).length);
  });
});

describe.skipIf(tmuxMissing !== undefined)('copying inside tmux', () => {
  const copyInside = (pane: TmuxPane) =>
    copyText(key, {
      route: {kind: 'tmux'},
      bufferName: 'tykey-test',
      write: () => undefined,
      run: createRunCommand({
        spawn: (program, parameters) =>
          spawnChild(program, parameters, {
            stdio: ['pipe', 'pipe', 'ignore'],
            env: {...process.env, TMUX: `${pane.socket},0,0`},
          }),
        schedule: (task, ms) => {
          const timer = setTimeout(task, ms);
          return () => {
            clearTimeout(timer);
          };
        },
        deadline: 5000,
      }),
    });

  it('reaches the terminal that looks at it, and no buffer keeps it', async () => {
    const pane = opened('set-clipboard external');
    const client = spawnPty('tmux', ['-S', pane.socket, 'attach'], {
      name: 'xterm-256color',
      cols: 80,
      rows: 25,
      env: {PATH: process.env['PATH'], TERM: 'xterm-256color', LANG: 'C.UTF-8'},
    });
    ends.unshift(() => {
      client.kill();
    });
    let received = '';
    const isAttached = new Promise<void>(resolve => {
      client.onData(bytes => {
        received += bytes;
        resolve();
      });
    });
    await isAttached;
    expect(await copyInside(pane)).toBe('sentTmux');
    while (!received.includes(osc52(key).slice(8, -1))) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(pane.run('list-buffers')).toBe('');
  });

  it('says that it failed when nobody looks at it', async () => {
    const pane = opened();
    expect(await copyInside(pane)).toBe('failed');
    expect(pane.run('list-buffers')).toBe('');
  });
});
