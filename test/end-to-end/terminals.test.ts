import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {bundlePath} from '../helpers/bundle.ts';
import {childEnvironment} from '../helpers/child-environment.ts';
import {terminalForTest} from '../helpers/in-test.ts';
import {says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';

/* A shell line in which `tykey` is the built program; what it says on stderr is on the screen. */
const line = (script: string, env: Readonly<Record<string, string | undefined>> = {}) =>
  terminalForTest({
    command: 'sh',
    args: ['-c', `tykey() { "$NODE" "$BUNDLE" "$@"; }; ${script}`],
    env: {NODE: process.execPath, BUNDLE: bundlePath, ...env},
  });

describe('where no screen can be drawn, one sentence and exit 2:', () => {
  it.each([
    ['a dumb terminal', 'tykey', {TERM: 'dumb'}, says.dumb],
    ['a terminal that does not say what it is', 'unset TERM; tykey', {}, says.dumb],
    ['no keyboard', 'tykey < /dev/null', {}, says.noKeyboard],
    ['a pipe as keyboard', 'echo | tykey', {}, says.noKeyboard],
    ['a credential flag', 'tykey --credential hunter22secret', {}, says.noSecretInArguments],
    ['a CA file that is not there', 'tykey --ca nowhere.pem', {}, 'nowhere.pem'],
    [
      'an unencrypted way to another host',
      'tykey',
      {TYK_URL: 'http://192.0.2.1', TYK_AUTH: 'hunter22'},
      says.inClear,
    ],
    ['an unknown flag', 'tykey --frobnicate', {}, '--frobnicate'],
    ['an unknown verb', 'tykey frobnicate', {}, 'not a command'],
    ['a URL that is none', 'tykey --url ftp://example.com', {}, '--url'],
  ])('%s', async (_, script, env, sentence) => {
    const terminal = line(script, env);
    expect(await terminal.exit).toEqual({code: 2, signal: null});
    // The terminal has cut the sentence where its rows end.
    const said = terminal.screen().join('');
    expect(said).toMatch(/^tykey: /);
    expect(said).toContain(sentence);
    expect(said).not.toContain('hunter22');
    expect(terminal.bytes().toString()).not.toContain('\x1b');
  });

  it('a file as screen, and nothing is in it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tykey-out-'));
    onTestFinished(() => {
      rmSync(folder, {recursive: true});
    });
    const file = path.join(folder, 'out');
    const terminal = line('tykey --demo > "$FILE"', {FILE: file});
    expect(await terminal.exit).toEqual({code: 2, signal: null});
    expect(terminal.screen().join('')).toContain(says.noScreen);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('no terminal at all', () => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [bundlePath, '--demo'], {
      input: '\r\r\r',
      encoding: 'utf8',
      env: childEnvironment(),
    });
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('a terminal', () => {
  it('that wants no colour gets none', async () => {
    const walk = startWalk({server: await practiceForTest(), env: {NO_COLOR: '1'}});
    await walk.toCreatedKey();
    await walk.reveal();
    expect(walk.bytes().toString()).not.toMatch(
      /\x1b\[(?:[\d:]*;)*(?:[34][0-8]|9[0-7]|10[0-7])[;:m]/,
    );
  });

  it('with colours gets some', async () => {
    const walk = startWalk({server: await practiceForTest()});
    await walk.toApis();
    expect(walk.bytes().toString()).toMatch(/\x1b\[(?:[\d:]*;)*(?:[34][0-8]|9[0-7]|10[0-7])[;:m]/);
  });

  it('that shows only ASCII gets only ASCII, strange names included', async () => {
    const walk = startWalk({server: await practiceForTest(), env: {LANG: 'C'}});
    await walk.toApis();
    await walk.hasLoaded();
    for (let page = 0; page < 8; page += 1) {
      walk.press('pagedown');
    }
    walk.press('end');
    await walk.hasRead();
    walk.press('f1');
    await walk.arrives('help');
    walk.press('escape');
    await walk.arrives('apis');
    await walk.chooseApi('Orders');
    await walk.alias('ci');
    await walk.expires('1 week');
    await walk.toReview();
    await walk.create();
    await walk.reveal();
    await walk.leave();
    expect(
      walk
        .bytes()
        .filter(byte => byte > 0x7e)
        .toString(),
    ).toBe('');
  });

  it('gets few bytes for an arrow key', async () => {
    const walk = startWalk({server: await practiceForTest()});
    await walk.toApis();
    await walk.hasLoaded();
    for (const key of ['down', 'down', 'up', 'down', 'up']) {
      await walk.hasRead();
      const mark = walk.mark();
      walk.press(key);
      await walk.waitFor(() => walk.bytesSince(mark).includes('\x1b[?2026l'));
      await walk.hasRead();
      expect(walk.bytesSince(mark).length).toBeLessThan(400);
    }
  });
});
