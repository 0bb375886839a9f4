import {access, constants, mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle} from '../../source/build/bundle.ts';
import {root} from '../helpers/bundle.ts';
import {terminalForTest} from '../helpers/in-test.ts';

let folder = '';
const outfile = (): string => path.join(folder, 'sample.cjs');
const bundleSample = (name: string) =>
  bundle({root, entry: path.join(import.meta.dirname, 'samples', name), outfile: outfile()});

beforeAll(async () => {
  // Far from any node_modules.
  folder = await mkdtemp(path.join(tmpdir(), 'tykey-bundle-'));
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});

describe('the bundle of a program', () => {
  let source = '';
  beforeAll(async () => {
    await bundleSample('frame.tsx');
    source = await readFile(outfile(), 'utf8');
  });

  it('starts by itself, as a command', async () => {
    expect(source.startsWith('#!/usr/bin/env node\n')).toBe(true);
    await expect(access(outfile(), constants.X_OK)).resolves.toBeUndefined();
  });

  it('draws wide letters, emoji and accents, without node_modules and without undici', async () => {
    const terminal = terminalForTest({command: outfile(), cwd: folder, columns: 60});
    await terminal.waitFor('tls:');
    expect(terminal.screen().slice(0, 7)).toEqual([
      '╭──────────────────────────────────────╮',
      '│wide 漢字, emoji 👩‍🚀, joined é         │',
      '│typed                                 │',
      '│❯ Ask                                 │',
      '│answer: not asked                     │',
      '│tls: absent                           │',
      '╰──────────────────────────────────────╯',
    ]);
  });

  it('loads undici when it is first asked for, and Node prints no warning', async () => {
    const server = createServer((_, response) => response.end('pong'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const terminal = terminalForTest({
      command: outfile(),
      cwd: folder,
      env: {SAMPLE_ORIGIN: `http://127.0.0.1:${String(port)}`},
    });
    await terminal.waitFor('tls: absent');
    terminal.press('enter');
    await terminal.waitFor(/answer: pong *│\n│tls: loaded/);
    server.close();
    expect(terminal.bytes().toString()).not.toMatch(/warning|deprecat|experimental/i);
  });

  it('ends with the terminal as it was', async () => {
    const terminal = terminalForTest({command: outfile(), cwd: folder});
    await terminal.waitFor('tls:');
    terminal.press('ctrl+c');
    expect(await terminal.exit).toEqual({code: 0, signal: null});
    expect(terminal.modes().alternateScreen).toBe(false);
  });

  it('has lines that fit on a screen when a crash prints one, but for packed bytes', () => {
    const long = source.split('\n').filter(line => line.length > 1000);
    expect(long.filter(line => !/[A-Za-z0-9+/=]{20000}/.test(line))).toEqual([]);
  });
});

describe('the bundler refuses', () => {
  it.each([
    ['undici before the first frame', 'undici-at-start.ts', /undici.* is loaded at start/],
    ['names of undici that it cannot check', 'undici-unchecked.ts', /undici by dynamic-import/],
    ['a part of undici that is left out', 'undici-unlisted.ts', /No matching export.*"fetch"/],
    ['a program from which a patched file is gone', 'get.ts', /Patched file is not/],
  ])('%s', async (_, sample, message) => {
    await expect(bundleSample(sample)).rejects.toThrow(message);
  });
});
