import {describe, expect, it} from 'vitest';
import {bundlePath} from '../helpers/bundle.ts';
import {terminalForTest} from '../helpers/in-test.ts';
import {untouchedModes} from '../helpers/emulator.ts';
import {walkOn} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret, leftOnPlainTerminal} from './support/secrets.ts';
import {stopAt, revealed} from './support/stops.ts';

describe('a program that was stopped', () => {
  it('draws its screen anew when it goes on, on a list', async () => {
    const {walk} = await stopAt({screen: 'apis', way: walk => walk.toApis()});
    await walk.hasLoaded();
    await walk.hasRead();
    const before = walk.text();
    const mark = walk.mark();
    walk.kill('SIGSTOP');
    walk.kill('SIGCONT');
    await walk.waitFor(() => walk.bytesSince(mark).length > 0);
    await walk.hasRead();
    expect(walk.text()).toBe(before);
    walk.press('down');
    await walk.waitFor(() => walk.text() !== before);
  });

  it('draws the revealed key again when it goes on', async () => {
    const {walk, practice} = await stopAt(revealed);
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    await walk.hasRead();
    const mark = walk.mark();
    walk.kill('SIGSTOP');
    walk.kill('SIGCONT');
    await walk.waitFor(() => walk.bytesSince(mark).length > 0);
    await walk.waitFor(() => holdsSecret(walk.text(), key));
    await walk.hide();
    expect(holdsSecret(walk.history().join('\n'), key)).toBe(false);
  });

  it('comes back by itself from Ctrl+Z where nobody controls jobs', async () => {
    const {walk} = await stopAt({screen: 'form', way: walk => walk.toForm()});
    await walk.alias('ci');
    const before = walk.text();
    const mark = walk.mark();
    walk.press('ctrl+z');
    await walk.waitFor(() => walk.bytesSince(mark).length > 0);
    await walk.waitFor(() => walk.text() === before && walk.modes().alternateScreen);
    walk.write('2');
    await walk.sees('Alias ci2');
  });

  it('lets the shell have the terminal between Ctrl+Z and fg, and leaves no key there', async () => {
    const practice = await practiceForTest();
    const terminal = terminalForTest({
      command: 'sh',
      args: ['-im'],
      env: {
        PS1: 'shell> ',
        ENV: undefined,
        TYK_URL: practice.url,
        TYK_AUTH: practice.credential,
      },
    });
    const walk = walkOn(terminal);
    await walk.sees('shell>');
    terminal.write(`${process.execPath} ${bundlePath}\r`);
    await walk.toCreatedKey();
    const key = await walk.reveal();
    terminal.press('ctrl+z');
    await walk.sees(/Stopped.* shell>/);
    expect(terminal.modes()).toEqual(untouchedModes);
    terminal.write('echo is$((1+1))here\r');
    await walk.sees('is2here');
    const left = terminal.history().join('\n') + (await leftOnPlainTerminal(terminal));
    expect(holdsSecret(left, key)).toBe(false);
    terminal.write('fg\r');
    await walk.arrives('created');
    await terminal.waitFor(() => holdsSecret(terminal.text(), key));
    await walk.decides('q', () => !walk.isOn('created'));
    await walk.sees('Key "ci"');
    terminal.write('echo ended $?\r');
    await walk.sees('ended 0');
    // Neither when it went nor when it came back: the shell's screen never had the key.
    expect(holdsSecret(terminal.history().join('\n'), key)).toBe(false);
    const onPages = terminal.bytes().toString('latin1').split('\x1b[?1049h').slice(1);
    const onShell = onPages.map(page => page.split('\x1b[?1049l')[1] ?? '').join('');
    expect(holdsSecret(onShell, key)).toBe(false);
  });
});
