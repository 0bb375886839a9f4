import {describe, expect, it} from 'vitest';
import {readCapabilities} from '../../source/terminal/capabilities.ts';

const xterm = {TERM: 'xterm-256color'};

describe('what a terminal can do', () => {
  it.each([
    [{LANG: 'en_GB.UTF-8'}, 'unicode'],
    [{LANG: 'de_DE.utf8'}, 'unicode'],
    [{LC_CTYPE: 'UTF-8'}, 'unicode'],
    [{LC_ALL: '', LC_CTYPE: '', LANG: 'en_GB.UTF-8'}, 'unicode'],
    [{LC_ALL: 'C', LANG: 'en_GB.UTF-8'}, 'ascii'],
    [{LC_CTYPE: 'en_GB.ISO-8859-1', LANG: 'en_GB.UTF-8'}, 'ascii'],
    [{LANG: 'C'}, 'ascii'],
    [{}, 'ascii'],
    [{LANG: 'en_GB.UTF-8', TERM: 'linux'}, 'ascii'],
  ])('symbols of %j are %s', (locale, symbols) => {
    expect(readCapabilities({...xterm, ...locale}).symbols).toBe(symbols);
  });

  it.each([
    [{TERM: 'xterm-256color'}, 2],
    [{TERM: 'xterm'}, 1],
    [{TERM: 'xterm', COLORTERM: 'truecolor'}, 3],
    [{TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1'}, 0],
    [{TERM: 'xterm-256color', NO_COLOR: ''}, 2],
    [{TERM: 'dumb', COLORTERM: 'truecolor'}, 0],
  ])('colours of %j are %i', (environment, colour) => {
    expect(readCapabilities(environment).colour).toBe(colour);
  });

  it.each([
    ['dumb', true],
    ['', true],
    [undefined, true],
    ['xterm', false],
    ['screen.xterm-256color', false],
  ])('TERM=%s is dumb: %s', (TERM, isDumb) => {
    expect(readCapabilities({TERM}).isDumb).toBe(isDumb);
  });
});
