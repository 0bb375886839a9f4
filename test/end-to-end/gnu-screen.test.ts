import {describe, expect, it} from 'vitest';
import type {Practice} from '../../source/practice/practice.ts';
import {bundlePath} from '../helpers/bundle.ts';
import {says} from '../helpers/screen-words.ts';
import {walkOn} from '../helpers/walk.ts';
import {screenForTest, screenMissing, type GnuScreen} from './support/gnu-screen.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

if (screenMissing !== undefined)
  process.stderr.write(`Skipped, because ${screenMissing}: a key in GNU screen\n`);

const start = ({url, credential}: Practice): GnuScreen =>
  screenForTest('"$NODE" "$BUNDLE"; echo shell is back; exec cat', {
    NODE: process.execPath,
    BUNDLE: bundlePath,
    TYK_URL: url,
    TYK_AUTH: credential,
  });

describe.skipIf(screenMissing !== undefined)('in GNU screen', () => {
  it('a key leaves nothing behind, neither in the window nor in what has scrolled off', async () => {
    const practice = await practiceForTest();
    const {terminal, history} = start(practice);
    const walk = walkOn(terminal);
    await walk.toCreatedKey();
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    expect(await walk.reveal()).toBe(key);
    await walk.hasRead();
    expect(holdsSecret(history(), key)).toBe(true);
    const mark = terminal.mark();
    terminal.press('ctrl+l');
    await terminal.waitFor(() => terminal.mark() > mark);
    terminal.resize(60, 20);
    await terminal.waitFor(() => holdsSecret(terminal.text(), key));
    await walk.decides('q', () => walk.reads().includes('shell is back'));
    expect(walk.reads()).toContain('Key "ci"');
    expect(holdsSecret(history() + terminal.text(), key)).toBe(false);
  });

  it('a copy reaches the terminal through it', async () => {
    const practice = await practiceForTest();
    const {terminal} = start(practice);
    const walk = walkOn(terminal);
    await walk.toCreatedKey();
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    await walk.decides('c', () => walk.reads().includes(says.sentThroughScreen));
    const sent = Buffer.from(key).toString('base64');
    await terminal.waitFor(() => terminal.bytes().includes(`\x1b]52;c;${sent}\x07`));
  });
});
