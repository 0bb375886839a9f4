import {Box, render, Text, useInput} from 'ink';
import {createElement, type ReactElement} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {createInkStdin} from '../../source/terminal/ink-stdin.ts';
import {InkStdout} from '../../source/terminal/ink-stdout.ts';
import {SecretRows} from '../../source/terminal/secret-rows.ts';
import {wipePageBytes} from '../../source/terminal/secret-bytes.ts';
import {FakeOut} from './fake-tty.ts';
import {HeadlessScreen} from './headless-screen.ts';
import {keyOfLength, piecesOf} from './made-up-key.ts';

const key = keyOfLength(120);
const keyRow = 3;

/** A page of rows-1 with blank rows for the key, as the reveal screen has. */
const page = (words: string, columns: number, rows: number): ReactElement => {
  const blanks = Math.ceil(key.length / columns);
  const below = rows - 1 - keyRow - blanks;
  const line = (text: string, at: number): ReactElement =>
    createElement(Box, {key: at, height: 1, flexShrink: 0}, createElement(Text, null, text));
  const lines = [
    ...['head', words, ''],
    ...Array.from({length: blanks}, () => ''),
    ...Array.from({length: below}, (_, at) => `below ${at}`),
  ];
  return createElement(Box, {flexDirection: 'column'}, lines.map(line));
};

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) {
    end();
  }
});

const opened = (first: ReactElement, columns = 80, rows = 24) => {
  const out = Object.assign(new FakeOut(), {columns, rows});
  const stdin = createInkStdin();
  let onResize = (): void => undefined;
  const secret: SecretRows = new SecretRows({
    write: bytes => {
      stdout.write(bytes);
    },
    writeSync: bytes => out.write(bytes),
    refresh: () => {
      stdout.refresh();
    },
    size: () => ({columns: out.columns, rows: out.rows}),
  });
  const stdout: InkStdout = new InkStdout({
    out,
    defer: queueMicrotask,
    overlay: () => secret.overlay(),
    beforeLeaving: () => secret.leave(),
    onWrite: () => undefined,
    onGone: () => undefined,
    onResize: () => {
      onResize();
    },
  });
  const ink = render(first, {
    stdin: stdin.stream,
    stdout: stdout.stream,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 60,
  });
  ends.push(() => {
    ink.unmount();
  });
  onResize = () => {
    secret.resized();
    ink.clear();
    stdout.blank();
  };
  return {out, stdin, stdout, secret, ink};
};

describe('real Ink behind our stdin', () => {
  it('gets keys one by one, and none that nobody waits for', async () => {
    const seen: string[] = [];
    const Listener = (): null => {
      useInput((_input, pressed) => {
        const names = ['upArrow', 'downArrow', 'return'] as const;
        seen.push(...names.filter(name => pressed[name]));
      });
      return null;
    };
    const {stdin, ink} = opened(createElement(Text, null, 'nobody listens'));
    await ink.waitUntilRenderFlush();
    expect(stdin.feed('\r')).toBe(false);
    ink.rerender(createElement(Listener));
    await ink.waitUntilRenderFlush();
    for (const sequence of ['\u001B[A', '\u001B[B', '\r']) {
      expect(stdin.feed(sequence)).toBe(true);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(seen).toEqual(['upArrow', 'downArrow', 'return']);
  });
});

describe('real Ink behind our stdout', () => {
  const settle = async (
    screen: HeadlessScreen,
    out: FakeOut,
    ink: {waitUntilRenderFlush: () => Promise<void>},
  ) => {
    await ink.waitUntilRenderFlush();
    await screen.write(out.writes.splice(0).join(''));
  };

  it('puts a frame on the screen in one write', async () => {
    const {out, ink} = opened(page('masked', 80, 24));
    await ink.waitUntilRenderFlush();
    const before = out.writes.length;
    ink.rerender(page('other words', 80, 24));
    await ink.waitUntilRenderFlush();
    expect(out.writes.length - before).toBe(1);
  });

  it('shows the key in one line over later frames and takes it away without a trace', async () => {
    const screen = new HeadlessScreen(80, 24);
    const {out, secret, ink} = opened(page('masked', 80, 24));
    await settle(screen, out, ink);
    const masked = screen.rows;
    expect(secret.show(key, keyRow)).toBe('drawn');
    ink.rerender(page('revealed', 80, 24));
    await settle(screen, out, ink);
    expect(screen.lines).toContain(key);
    expect(screen.rows.filter((_, row) => row < 3 || row > 4)).toEqual(
      masked.filter((_, row) => row < 3 || row > 4).with(1, 'revealed'),
    );
    ink.rerender(page('copied', 80, 24));
    await settle(screen, out, ink);
    expect([screen.rows[1], screen.lines.includes(key)]).toEqual(['copied', true]);
    secret.hide();
    ink.rerender(page('masked', 80, 24));
    await settle(screen, out, ink);
    expect(screen.rows).toEqual(masked);
  });

  it.each([
    [80, 24, 40, 24],
    [80, 24, 100, 30],
    [80, 24, 80, 16],
    [40, 20, 80, 24],
  ])(
    'from %i by %i to %i by %i the key is one line at its new place',
    async (columns, rows, newColumns, newRows) => {
      const screen = new HeadlessScreen(columns, rows);
      const {out, secret, ink} = opened(page('revealed', columns, rows), columns, rows);
      secret.show(key, keyRow);
      await settle(screen, out, ink);
      expect(screen.lines).toContain(key);
      screen.resize(newColumns, newRows);
      out.resizeTo(newColumns, newRows);
      ink.rerender(page('revealed', newColumns, newRows));
      await ink.waitUntilRenderFlush();
      secret.show(key, keyRow);
      await settle(screen, out, ink);
      const below = newRows - 1 - keyRow - Math.ceil(key.length / newColumns);
      expect(screen.lines.filter(line => line !== '')).toEqual([
        'head',
        'revealed',
        key,
        ...Array.from({length: below}, (_, at) => `below ${at}`),
      ]);
      expect(screen.rows[0]).toBe('head');
    },
  );

  it('nothing of a key that was hidden comes back with the columns that a narrow window cut off', async () => {
    const screen = new HeadlessScreen(80, 24);
    const {out, secret, ink} = opened(page('revealed', 80, 24));
    secret.show(key, keyRow);
    await settle(screen, out, ink);
    for (const columns of [40, 80]) {
      screen.resize(columns, 24);
      out.resizeTo(columns, 24);
      ink.rerender(page('revealed', columns, 24));
      await settle(screen, out, ink);
    }
    const everything = screen.lines.join('\n');
    expect(everything).toContain('revealed');
    expect(piecesOf(key).filter(piece => everything.includes(piece))).toEqual([]);
  });

  it('leaves a wiped page when Ink ends by itself', async () => {
    const {out, secret, ink} = opened(page('revealed', 80, 24));
    secret.show(key, keyRow);
    await ink.waitUntilRenderFlush();
    out.writes.splice(0);
    ink.unmount();
    await ink.waitUntilExit();
    expect(out.writes.length).toBe(1);
    const [beforeLeaving = '', afterLeaving] = out.written.split('\u001B[?1049l');
    expect(beforeLeaving).toContain(wipePageBytes(80, 24));
    expect(beforeLeaving).not.toContain(key);
    expect(afterLeaving).toBe('\u001B[?25h');
  });

  it('leaves nothing of the key on the page when it is wiped', async () => {
    const screen = new HeadlessScreen(80, 24);
    const {out, stdout, secret, ink} = opened(page('revealed', 80, 24));
    secret.show(key, keyRow);
    await settle(screen, out, ink);
    stdout.close();
    secret.wipe();
    expect(out.writes).toEqual([wipePageBytes(80, 24)]);
    await screen.write(out.writes.splice(0).join(''));
    const everything = screen.lines.join('\n');
    expect(piecesOf(key).filter(piece => everything.includes(piece))).toEqual([]);
    ink.unmount();
    await ink.waitUntilExit();
    expect(out.writes).toEqual([]);
  });

  it('shows a blank row as long as the key is not asked for', async () => {
    const screen = new HeadlessScreen(40, 24);
    const {out, ink} = opened(page('masked', 40, 24), 40);
    await settle(screen, out, ink);
    expect(screen.rows.slice(keyRow, keyRow + 3)).toEqual(['', '', '']);
  });
});
