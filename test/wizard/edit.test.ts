import {describe, expect, it} from 'vitest';
import type {Line} from '../../source/wizard/edit.ts';
import {editingKeys, editLine, lineOf} from '../../source/wizard/edit.ts';
import {seeded} from '../helpers/seeded.ts';

/** `|` stands for the caret. */
const lineAt = (drawn: string): Line => ({text: drawn.replace('|', ''), caret: drawn.indexOf('|')});
const drawn = ({text, caret}: Line): string => `${text.slice(0, caret)}|${text.slice(caret)}`;

const press = (line: Line, ...names: readonly string[]): Line =>
  names.reduce((now, name) => editLine(now, {name, text: ''}) ?? now, line);
const type = (line: Line, text: string, name = 'text'): Line =>
  editLine(line, {name, text}) ?? {text: 'not taken', caret: 0};

const family = '👨‍👩‍👧';
const coder = '👩🏽‍💻';

describe('the editing table', () => {
  it.each([
    ['left', 'ab|c', 'a|bc'],
    ['left', '|abc', '|abc'],
    ['left', `x${family}|`, `x|${family}`],
    ['left', `${coder}|y`, `|${coder}y`],
    ['left', '🇩🇪🇫🇷|', '🇩🇪|🇫🇷'],
    ['left', 'cafe\u0301|', 'caf|e\u0301'],
    ['left', 'aक्षि|', 'a|क्षि'],
    ['right', 'a|bc', 'ab|c'],
    ['right', 'abc|', 'abc|'],
    ['right', `|${family}x`, `${family}|x`],
    ['right', '|🇩🇪🇫🇷', '🇩🇪|🇫🇷'],
    ['right', '|e\u0301a', 'e\u0301|a'],
    ['right', '|👍🏿!', '👍🏿|!'],
    ['home', 'ab|c', '|abc'],
    ['end', 'ab|c', 'abc|'],
    ['ctrl+a', 'ab|c', '|abc'],
    ['ctrl+e', 'ab|c', 'abc|'],
    ['ctrl+u', 'ab|c', '|c'],
    ['ctrl+u', '|abc', '|abc'],
    ['ctrl+k', 'ab|c', 'ab|'],
    ['ctrl+k', 'abc|', 'abc|'],
    ['ctrl+w', 'orders team-ci|', 'orders |'],
    ['ctrl+w', 'orders team  |x', 'orders |x'],
    ['ctrl+w', 'one|', '|'],
    ['ctrl+w', '|one', '|one'],
    ['ctrl+w', 'a größer👍🏽|', 'a |'],
    ['alt+backspace', 'orders team-ci|', 'orders team-|'],
    ['alt+b', 'orders team-ci|', 'orders team-|ci'],
    ['alt+b', 'orders team-|ci', 'orders |team-ci'],
    ['alt+b', 'a größe |', 'a |größe '],
    ['alt+b', `${family}|`, `|${family}`],
    ['alt+b', '|a', '|a'],
    ['alt+b', 'x 𝒜𝒷|', 'x |𝒜𝒷'],
    ['alt+f', '|orders team', 'orders| team'],
    ['alt+f', 'orders|, team', 'orders, team|'],
    ['alt+f', '| Оплата 2', ' Оплата| 2'],
    ['alt+f', 'a|  ', 'a  |'],
    ['ctrl+left', 'one two|', 'one |two'],
    ['ctrl+right', '|one two', 'one| two'],
    ['alt+left', 'one two|', 'one |two'],
    ['alt+right', '|one two', 'one| two'],
    ['backspace', 'ab|c', 'a|c'],
    ['backspace', '|abc', '|abc'],
    ['backspace', `a${family}|c`, 'a|c'],
    ['backspace', `a${coder}|c`, 'a|c'],
    ['backspace', '🇩🇪|', '|'],
    ['backspace', 'cafe\u0301|', 'caf|'],
    ['backspace', 'caf\u00e9|', 'caf|'],
    ['backspace', 'x\u0301\u0302\u0303|', '|'],
    ['delete', 'a|bc', 'a|c'],
    ['delete', 'abc|', 'abc|'],
    ['delete', `|${family}c`, '|c'],
    ['delete', '|🇩🇪🇫🇷', '|🇫🇷'],
    ['delete', 'a|👍🏿b', 'a|b'],
  ])('%s: %s → %s', (name, before, after) => {
    expect(drawn(press(lineAt(before), name))).toBe(after);
  });

  it.each([
    ['a letter', 'a|c', 'b', 'ab|c'],
    ['a run', '|', 'pay', 'pay|'],
    ['an emoji', 'a|b', '😀', 'a😀|b'],
    ['an accent that comes alone', 'cafe|s', '\u0301', 'caf\u00e9|s'],
    [
      'a fifth accent is one too many',
      'x\u0301\u0302\u0303\u0304|',
      '\u0305',
      'x\u0301\u0302\u0303\u0304|',
    ],
    ['a skin tone after its emoji', '👍|', '🏿', '👍🏿|'],
    ['half a flag before another', '|🇪x', '🇩', '🇩🇪|x'],
    ['nothing but control characters', 'a|b', '\u0000\u001b', 'a|b'],
    ['an empty text', 'a|b', '', 'a|b'],
  ])('text: %s', (_fact, before, text, after) => {
    expect(drawn(type(lineAt(before), text))).toBe(after);
  });

  it.each([
    ['two lines are one', 'x|y', 'one\r\ntwo\n', 'xone two|y'],
    ['tabs are blanks', '|', 'a\tb', 'a b|'],
    ['escape sequences lose their teeth', '|', '\u001b[31mred', '[31mred|'],
    ['a family falls apart', '|', family, '👨👩👧|'],
  ])('paste: %s', (_fact, before, text, after) => {
    expect(drawn(type(lineAt(before), text, 'paste'))).toBe(after);
  });

  it.each(['enter', 'tab', 'escape', 'up', 'ctrl+d', 'ctrl+c', 'f1', 'toString', ''])(
    '%j does not edit',
    name => {
      expect(editLine(lineOf('abc'), {name, text: ''})).toBeUndefined();
      expect(editingKeys).not.toContain(name);
    },
  );

  it('names every key that edits, and none twice', () => {
    for (const name of editingKeys) {
      expect(editLine(lineAt('a b|c d'), {name, text: ''}), name).toBeDefined();
    }
    expect(new Set(editingKeys).size).toBe(editingKeys.length);
  });

  it('is the same line, not only an equal one, where nothing changes', () => {
    const line = lineAt('|abc');
    expect(press(line, 'left', 'backspace', 'ctrl+u', 'home')).toBe(line);
  });

  it('grows together what an edit leaves side by side', () => {
    expect(drawn(press(lineAt('🇩x|🇪'), 'backspace'))).toBe('🇩🇪|');
    expect(drawn(press(lineAt('e|x\u0301'), 'delete'))).toBe('e|');
    expect(drawn(press({text: 'ex\u0301', caret: 1}, 'delete'))).toBe('e|');
  });

  it('finds its place where the caret came from elsewhere', () => {
    expect(drawn(type({text: 'abc', caret: 99}, 'd'))).toBe('abcd|');
    expect(drawn(type({text: 'abc', caret: -1}, 'x'))).toBe('x|abc');
    expect(drawn(press({text: family, caret: 3}, 'backspace'))).toBe('|');
  });
});

describe('a line', () => {
  it('begins with the caret at its end and nothing hostile in it', () => {
    expect(lineOf('https://x')).toEqual({text: 'https://x', caret: 9});
    expect(lineOf('a\u202Eb\n')).toEqual({text: 'ab', caret: 2});
    expect(lineOf('')).toEqual({text: '', caret: 0});
  });

  it('takes no more than 10,000 units and no half pair', () => {
    const full = lineOf('x'.repeat(9_999));
    expect(type(full, 'yz', 'paste').text).toBe(`${'x'.repeat(9_999)}y`);
    expect(type(full, '😀', 'paste')).toBe(full);
    expect(type(type(full, 'y'), 'z').text).toHaveLength(10_000);
  });

  it('of ten thousand keys is typed and taken back in a moment', () => {
    const started = performance.now();
    for (const letter of ['a', 'é', '😀']) {
      const count = 10_000 / letter.length;
      let line = lineOf('');
      for (let key = 0; key < count; key++) line = type(line, letter);
      expect(line.text).toBe(letter.repeat(count));
      for (let key = 0; key < count; key++) line = press(line, 'backspace');
      expect(line.text).toBe('');
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('keeps its caret between two characters, whatever is pressed', () => {
    const chance = seeded(4);
    const pieces = [
      'a',
      ' ',
      '-',
      'é',
      '\u0301',
      '🇩',
      '🇪',
      '👩',
      '🏽',
      '\u200d',
      '💻',
      'ก',
      'ำ',
      '각',
    ] as const;
    const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
    const keys = ['text', 'text', 'text', 'paste', ...editingKeys] as const;
    let line = lineOf('');
    for (let walk = 0; walk < 5000; walk++) {
      const key = {name: chance.pick(keys), text: chance.text(pieces, chance.whole(1, 5))};
      line = editLine(line, key) ?? line;
      const places = [...segmenter.segment(line.text)].map(({index}) => index);
      expect([...places, line.text.length], `${drawn(line)} ${key.name}`).toContain(line.caret);
    }
  });
});
