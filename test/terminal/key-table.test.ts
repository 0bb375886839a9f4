import {describe, expect, it} from 'vitest';
import {nameKey} from '../../source/terminal/key-table.ts';
import type {Key} from '../../source/terminal/key.ts';
import {nothingPending, settle, splitKeys} from '../../source/terminal/split-keys.ts';
import {keySamples, replySamples} from './key-samples.ts';

const esc = '\u001B';

const keysOf = (bytes: string): readonly Key[] => {
  const split = splitKeys(nothingPending, Buffer.from(bytes));
  return [...split.tokens, ...settle(split.state).tokens].flatMap(token => nameKey(token) ?? []);
};

describe('the names of keys', () => {
  const samples = keySamples.map(
    ([bytes, name, canonical = bytes]) => [bytes, name, canonical] as const,
  );

  it.each(samples)('%j is %s', (bytes, name, canonical) => {
    expect(keysOf(bytes)[0]).toEqual({name, text: '', sequence: canonical});
  });

  it('every Ctrl letter has its name, but those that are another key', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const others: Readonly<Record<string, string>> = {
      h: 'backspace',
      i: 'tab',
      j: 'enter',
      m: 'enter',
    };
    const bytes = Array.from(letters)
      .map(letter => String.fromCharCode(letter.charCodeAt(0) - 96))
      .join('');
    const expected = Array.from(letters).map(letter => others[letter] ?? `ctrl+${letter}`);
    expect(keysOf(bytes).map(key => key.name)).toEqual(expected);
  });

  it('a lone ESC is Escape', () => {
    expect(keysOf(esc)).toEqual([{name: 'escape', text: '', sequence: esc}]);
  });

  it('typed text keeps its text', () => {
    expect(keysOf('pay é')).toEqual([{name: 'text', text: 'pay é', sequence: 'pay é'}]);
  });

  it('a paste keeps its text, and its marks for Ink', () => {
    const bytes = `${esc}[200~one\rtwo${esc}[201~`;
    expect(keysOf(bytes)).toEqual([{name: 'paste', text: 'one\rtwo', sequence: bytes}]);
  });

  it.each([
    [`${esc}[97u`, 'a'],
    [`${esc}[97;2u`, 'A'],
    [`${esc}[49:33;2u`, '!'],
    [`${esc}[32;1u`, ' '],
    [`${esc}Oq`, '1'],
    [`${esc}Oj`, '*'],
  ])('%j is typed text', (bytes, text) => {
    expect(keysOf(bytes)).toEqual([{name: 'text', text, sequence: text}]);
  });

  it.each(replySamples)('%j is no key', bytes => {
    expect(keysOf(bytes)).toEqual([]);
    expect(keysOf(`a${bytes}b`).map(key => key.text)).toEqual(['a', 'b']);
  });
});
