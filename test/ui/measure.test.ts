import {describe, expect, it} from 'vitest';
import {cut, filled, fitted, head, tail, textWidth} from '../../source/ui/measure.ts';
import {firstLine} from '../../source/ui/layout-list.ts';
import {asAscii} from '../../source/ui/symbols.ts';
import {wrapped} from '../../source/ui/wrap.ts';

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['支払', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['', 0],
  ])('%j takes %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it.each([
    ['abcdef', 4, '…', 'abc…'],
    ['abcdef', 6, '…', 'abcdef'],
    ['abcdef', 4, '...', 'a...'],
    ['支払い方法', 5, '…', '支払…'],
    ['支払い方法', 4, '…', '支…'],
    ['abcdef', 1, '…', '…'],
    ['abcdef', 2, '...', ''],
    ['abcdef', 0, '…', ''],
  ])('%j in %i columns, cut with %j, is %j', (text, width, sign, expected) => {
    expect(cut(text, width, sign)).toBe(expected);
  });

  it('a text that is fitted has its width exactly', () => {
    for (const text of ['', 'ab', 'abcdefghij', '支払い方法']) {
      expect(textWidth(fitted(text, 6, '…'))).toBe(6);
    }
    expect(filled('abc', 2)).toBe('abc');
  });

  it('start and end of a text never take more than there is', () => {
    expect([head('支払い', 3), tail('支払い', 3)]).toEqual(['支', 'い']);
    const keycaps = '1\u20E3'.repeat(20);
    expect(textWidth(head(keycaps, 9))).toBeLessThanOrEqual(9);
    expect(textWidth(tail(keycaps, 9))).toBeLessThanOrEqual(9);
  });
});

describe('breaking lines', () => {
  const lines = (text: string, width: number): readonly string[] =>
    wrapped([{text}], width).map(line => line.map(span => span.text).join(''));

  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a abcdefghij', 4, ['a', 'abcd', 'efgh', 'ij']],
    ['支払い方法', 5, ['支払', 'い方', '法']],
    ['', 5, ['']],
    ['   ', 5, ['']],
  ])('%j at %i columns', (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('keeps the role of every piece', () => {
    const text = [{text: 'red ', role: 'bad' as const}, {text: 'plain text'}];
    expect(wrapped(text, 9)).toEqual([
      [{text: 'red ', role: 'bad'}, {text: 'plain'}],
      [{text: 'text'}],
    ]);
  });
});

describe('the window of a long list', () => {
  it('holds still until the cursor leaves it, then moves by half', () => {
    const firsts = Array.from({length: 30}, (_, cursor) => firstLine(cursor, 100, 10));
    expect(firsts.every((first, at) => first <= at && at < first + 10)).toBe(true);
    expect(new Set(firsts).size).toBe(5);
  });

  it('shows the end without a gap', () => {
    expect(firstLine(99, 100, 10)).toBe(90);
    expect(firstLine(3, 5, 10)).toBe(0);
    expect(firstLine(0, 0, 10)).toBe(0);
  });
});

describe('ASCII twins', () => {
  it.each([
    ['› ✓ ✗ … · ─ •', '> + x ... - - *'],
    ['Zürich 支', 'Z?rich ?'],
    ['plain', 'plain'],
  ])('%j is %j', (text, expected) => {
    expect(asAscii(text)).toBe(expected);
  });
});
