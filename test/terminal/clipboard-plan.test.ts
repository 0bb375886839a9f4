import {describe, expect, it} from 'vitest';
import {clipboardRoute} from '../../source/terminal/clipboard-plan.ts';

const xterm = {TERM: 'xterm-256color'};
const tmux = {...xterm, TMUX: '/tmp/tmux-1000/default,1,0'};
const screen = {...xterm, STY: '1.pts-0.host'};

describe('the way to the clipboard', () => {
  it.each([
    ['a terminal, ssh and mosh', xterm, undefined, {kind: 'terminal'}],
    ['tmux', tmux, undefined, {kind: 'tmux'}],
    ['screen', screen, undefined, {kind: 'screen'}],
    ['tmux and screen inside each other', {...tmux, ...screen}, undefined, {kind: 'tmux'}],
    [
      'variables that are set and empty',
      {...xterm, TMUX: '', STY: ''},
      undefined,
      {kind: 'terminal'},
    ],
    ['a command of one’s own', tmux, 'wl-copy', {kind: 'command', command: 'wl-copy'}],
    ['an empty command', tmux, ' ', {kind: 'tmux'}],
    ['a dumb terminal', {TERM: 'dumb'}, undefined, {kind: 'none'}],
    ['the Linux console', {TERM: 'linux'}, undefined, {kind: 'none'}],
    ['no terminal type', {}, undefined, {kind: 'none'}],
  ])('%s', (_situation, environment, command, route) => {
    expect(clipboardRoute(environment, command)).toEqual(route);
  });
});
