import {expect, it} from 'vitest';
import {describeTmux} from './describe-tmux.ts';
import {terminalForTest, tmuxForTest} from './in-test.ts';

describeTmux('a tmux of its own', () => {
  it('takes keys, shows rows and joins those that were wrapped', async () => {
    const tmux = await tmuxForTest({command: 'cat', columns: 20, rows: 5});
    const long = 'a'.repeat(25);
    await tmux.sendKeys('-l', long);
    await tmux.waitFor(/^a{20}\na{5}$/m);
    expect(await tmux.capture({join: true})).toContain(long);
    await tmux.resize(10, 5);
    await tmux.waitFor(/^a{10}$/m, {history: true});
    expect(await tmux.capture({join: true, history: true})).toContain(long);
  });

  it('keeps what has scrolled off apart from the screen', async () => {
    const tmux = await tmuxForTest({command: 'seq 1 50; cat', columns: 20, rows: 5});
    await tmux.waitFor('50');
    expect(await tmux.capture()).not.toContain('10\n');
    expect(await tmux.capture({history: true})).toContain('10\n');
  });

  it('fails a wait with the last screen', async () => {
    const tmux = await tmuxForTest({command: 'echo here; cat'});
    await tmux.waitFor('here');
    await expect(tmux.waitFor('gone', {timeoutMs: 1})).rejects.toThrow(/gone in tmux:\nhere/);
  });

  it('can be attached to from a terminal', async () => {
    const tmux = await tmuxForTest({command: 'echo here; cat'});
    const terminal = terminalForTest({command: 'tmux', args: tmux.attachArguments});
    await terminal.waitFor('here');
    expect(await tmux.run('list-clients', '-F', '#{client_session}')).toBe('main\n');
  });
});
