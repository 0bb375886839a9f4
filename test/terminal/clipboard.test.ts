import {describe, expect, it} from 'vitest';
import {longestScreenPiece, osc52, screenOsc52} from '../../source/terminal/clipboard-bytes.ts';
import type {ClipboardRoute} from '../../source/terminal/clipboard-plan.ts';
import {copyText} from '../../source/terminal/clipboard.ts';
import type {CommandResult} from '../../source/terminal/run-command.ts';

const esc = '\u001B';
const key = 'eyJvcmciOiI1ZTlkOTU0NGExZGNkNjAwMDFkMGVkMjAi';

type Call = {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly input: string;
};

const copy = async (
  text: string,
  route: ClipboardRoute,
  answers: readonly CommandResult[] = [],
) => {
  const written: string[] = [];
  const calls: Call[] = [];
  const left = [...answers];
  const outcome = await copyText(text, {
    route,
    bufferName: 'tykey-7',
    write: bytes => written.push(bytes),
    run: (program, parameters, input) => {
      calls.push({program, parameters, input});
      const answer = left.shift();
      return answer === undefined
        ? Promise.reject(new Error(`nobody expected ${program}`))
        : Promise.resolve(answer);
    },
  });
  return {outcome, written, calls};
};

describe('OSC 52', () => {
  it('is the base64 of the text between 52;c; and BEL', () => {
    expect(osc52('key')).toBe(`${esc}]52;c;a2V5\u0007`);
  });

  it('reaches the terminal whole through screen, in pieces that screen takes', () => {
    for (const length of [1, 500, 516, 517, 4000]) {
      const text = 'x'.repeat(length);
      const pieces = screenOsc52(text).split(`${esc}\\`).slice(0, -1);
      expect(Math.max(...pieces.map(piece => piece.length + 2))).toBeLessThanOrEqual(
        longestScreenPiece,
      );
      expect(pieces.every(piece => piece.startsWith(`${esc}P`))).toBe(true);
      expect(pieces.map(piece => piece.slice(2)).join('')).toBe(osc52(text));
    }
  });
});

describe('copying', () => {
  it('goes to the terminal in one write', async () => {
    const {outcome, written} = await copy(key, {kind: 'terminal'});
    expect([outcome, written]).toEqual(['sentTerminal', [osc52(key)]]);
  });

  it('goes through screen in one write', async () => {
    const {outcome, written} = await copy(key, {kind: 'screen'});
    expect([outcome, written]).toEqual(['sentScreen', [screenOsc52(key)]]);
  });

  it('goes through tmux by stdin and takes the buffer away again', async () => {
    const {outcome, written, calls} = await copy(key, {kind: 'tmux'}, [
      {code: 0, output: '256,bpaste,clipboard,focus,title\n'},
      {code: 0, output: ''},
      {code: 0, output: ''},
    ]);
    expect([outcome, written]).toEqual(['sentTmux', []]);
    expect(calls.slice(1)).toEqual([
      {program: 'tmux', parameters: ['load-buffer', '-w', '-b', 'tykey-7', '-'], input: key},
      {program: 'tmux', parameters: ['delete-buffer', '-b', 'tykey-7'], input: ''},
    ]);
    expect(calls.flatMap(call => call.parameters).join(' ')).not.toContain(key);
  });

  it('tells tmux nothing when tmux would keep it', async () => {
    const {outcome, calls} = await copy(key, {kind: 'tmux'}, [{code: 0, output: '256,title\n'}]);
    expect([outcome, calls.length, calls[0]?.input]).toEqual(['failed', 1, '']);
  });

  it('takes tmux’s buffer away when loading failed, too', async () => {
    const {outcome, calls} = await copy(key, {kind: 'tmux'}, [
      {code: 0, output: 'clipboard'},
      {code: undefined, output: ''},
      {code: 1, output: ''},
    ]);
    expect([outcome, calls.length]).toEqual(['failed', 3]);
  });

  it.each([
    [0, 'commandDone'],
    [1, 'failed'],
    [undefined, 'failed'],
  ])('a command that ends with %s: %s', async (code, expected) => {
    const {outcome, calls} = await copy(key, {kind: 'command', command: 'wl-copy'}, [
      {code, output: ''},
    ]);
    expect(outcome).toBe(expected);
    expect(calls).toEqual([{program: 'sh', parameters: ['-c', 'wl-copy'], input: key}]);
  });

  it('has no way where there is none', async () => {
    expect((await copy(key, {kind: 'none'})).outcome).toBe('none');
  });

  it.each(['', 'two\nlines', `${esc}[31m`, 'naïve', 'tab\there'])('refuses %j', async text => {
    const {outcome, written} = await copy(text, {kind: 'terminal'});
    expect([outcome, written]).toEqual(['failed', []]);
  });
});
