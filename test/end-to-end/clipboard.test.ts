import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

describe('copying the key', () => {
  it('sends it to the terminal once, and a pasted one may be left without a question', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toCreatedKey();
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    await walk.decides('c', () => walk.reads().includes(says.sentToTerminal));
    const sent = `\x1b]52;c;${Buffer.from(key).toString('base64')}\x07`;
    expect(walk.bytes().toString().split(sent)).toHaveLength(2);
    expect(walk.bytes().toString().split('\x1b]52')).toHaveLength(2);
    expect(walk.reads()).toContain(says.pasted);
    expect(holdsSecret(walk.text(), key)).toBe(false);
    await walk.decides('y', () => !walk.reads().includes(says.pasted));
    expect(await walk.leave()).toEqual({code: 0, signal: null});
    expect(walk.reads()).toContain('never shown');
  });

  it('is no proof that it arrived: leaving still asks', async () => {
    const walk = startWalk({server: await practiceForTest()});
    await walk.toCreatedKey();
    await walk.decides('c', () => walk.reads().includes(says.sentToTerminal));
    await walk.decides('q', () => walk.isOn('leave'));
  });

  it('gives it to a command on its standard input, which sees no credential', async () => {
    const practice = await practiceForTest();
    const command = 'cat > given; env > environment; tr "\\0" " " < /proc/$$/cmdline > arguments';
    const walk = startWalk({server: practice, env: {TYKEY_CLIPBOARD_COMMAND: command}});
    await walk.toCreatedKey();
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    await walk.decides('c', () => walk.reads().includes(says.givenToCommand));
    const read = (name: string): string => readFileSync(path.join(walk.home, name), 'utf8');
    expect(read('given')).toBe(key);
    expect(read('environment')).not.toContain(practice.credential);
    expect(holdsSecret(read('environment') + read('arguments'), key)).toBe(false);
    expect(walk.bytes().toString()).not.toContain('\x1b]52');
  });

  it('says so when the command fails', async () => {
    const walk = startWalk({
      server: await practiceForTest(),
      env: {TYKEY_CLIPBOARD_COMMAND: 'cat > /dev/null; echo noise; echo noise >&2; exit 1'},
    });
    await walk.toCreatedKey();
    await walk.decides('c', () => walk.reads().includes(says.noClipboard));
    expect(walk.text()).not.toContain('noise');
  });
});
