import {describe, expect, it} from 'vitest';
import {bundlePath} from '../helpers/bundle.ts';
import {terminalForTest} from '../helpers/in-test.ts';
import {personBefore} from '../helpers/person.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';
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

  it('lets the shell have the terminal between Ctrl+Z and fg', async () => {
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
    const person = personBefore(terminal);
    await person.sees('shell>');
    terminal.write(`${process.execPath} ${bundlePath}\r`);
    await person.arrives('way');
    terminal.press('ctrl+z');
    await person.sees(/Stopped.* shell>/);
    expect(terminal.modes().alternateScreen).toBe(false);
    expect(terminal.modes().bracketedPaste).toBe(false);
    terminal.write('echo is$((1+1))here\r');
    await person.sees('is2here');
    terminal.write('fg\r');
    await person.arrives('way');
    terminal.press('enter');
    await person.arrives('apis');
    terminal.press('ctrl+c');
    await person.sees('Cancelled');
    terminal.write('echo ended $?\r');
    await person.sees('ended 130');
  });
});
