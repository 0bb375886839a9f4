import {describe, expect, it} from 'vitest';
import {clean, cleanTyped} from '../../source/key/clean.ts';
import {seeded} from '../helpers/seeded.ts';

/** Ranges written down from the Unicode tables, so that the check does not ask the same property twice. */
const forbidden: readonly (readonly [string, number, number])[] = [
  ['C0', 0x00, 0x1f],
  ['DEL and C1', 0x7f, 0x9f],
  ['soft hyphen', 0xad, 0xad],
  ['combining grapheme joiner', 0x34f, 0x34f],
  ['Arabic letter mark', 0x61c, 0x61c],
  ['Hangul fillers', 0x115f, 0x1160],
  ['Khmer inherent vowels', 0x17b4, 0x17b5],
  ['Mongolian selectors', 0x180b, 0x180f],
  ['zero width and direction marks', 0x200b, 0x200f],
  ['line and paragraph separators, embeddings', 0x2028, 0x202e],
  ['word joiner, isolates, deprecated', 0x2060, 0x206f],
  ['Hangul filler', 0x3164, 0x3164],
  ['surrogate halves', 0xd800, 0xdfff],
  ['private use', 0xe000, 0xf8ff],
  ['noncharacters', 0xfdd0, 0xfdef],
  ['variation selectors', 0xfe00, 0xfe0f],
  ['byte order mark', 0xfeff, 0xfeff],
  ['halfwidth Hangul filler', 0xffa0, 0xffa0],
  ['annotations and unassigned specials', 0xfff0, 0xfffb],
  ['end of the plane', 0xfffe, 0xffff],
  ['shorthand controls', 0x1bca0, 0x1bca3],
  ['musical controls', 0x1d173, 0x1d17a],
  ['tags and more selectors', 0xe0000, 0xe0fff],
  ['private planes', 0xf0000, 0x10ffff],
];

const isForbidden = (codePoint: number): boolean =>
  forbidden.some(([, from, to]) => codePoint >= from && codePoint <= to);

const forbiddenIn = (text: string): readonly string[] =>
  Array.from(text, character => character.codePointAt(0) ?? 0)
    .filter(isForbidden)
    .map(codePoint => codePoint.toString(16));

const samples = (from: number, to: number): readonly number[] => [
  ...new Set([from, Math.floor((from + to) / 2), to]),
];

describe('text of a stranger', () => {
  it.each(forbidden)('%s becomes visible or a blank', (_name, from, to) => {
    for (const codePoint of samples(from, to)) {
      const cleaned = clean(`a${String.fromCodePoint(codePoint)}b`);
      expect(['a\uFFFDb', 'a b'], codePoint.toString(16)).toContain(cleaned);
    }
  });

  it('leaves no forbidden code point of all that exist', () => {
    for (let start = 0; start < 0x110000; start += 0x400) {
      const all = Array.from({length: 0x400}, (_, index) => String.fromCodePoint(start + index));
      expect(forbiddenIn(clean(all.join('x'), 5000)), start.toString(16)).toEqual([]);
      expect(forbiddenIn(cleanTyped(all.join('x'))), start.toString(16)).toEqual([]);
    }
  });

  it.each([
    ['plain text stays', 'Payments v2 (EU) ~', 'Payments v2 (EU) ~'],
    ['letters of the world stay', 'Größe Оплата 支付 مدفوعات', 'Größe Оплата 支付 مدفوعات'],
    ['an escape sequence is a word', '\u001b[31mred\u001b[0m', '\uFFFD[31mred\uFFFD[0m'],
    ['a hyperlink is a word', '\u001b]8;;http://x\u0007y', '\uFFFD]8;;http://x\uFFFDy'],
    ['a C1 control sequence is a word', '\u009b2J', '\uFFFD2J'],
    ['a reversed name shows its trick', 'pay\u202Etnem', 'pay\uFFFDtnem'],
    ['a tab is a blank', 'a\tb', 'a b'],
    ['each line break is a blank', 'a\r\nb\rc\n\nd', 'a b c  d'],
    ['an accent joins its letter', 'e\u0301', '\u00e9'],
    ['four marks stay', 'x\u0301\u0302\u0303\u0304', 'x\u0301\u0302\u0303\u0304'],
    ['forty marks are four', `x${'\u0301'.repeat(40)}y`, `x${'\u0301'.repeat(4)}y`],
    ['a mark without a letter gets a place', '\u0338ok', '\u25CC\u0338ok'],
    ['a family stands side by side', '👨‍👩‍👧 x', '👨👩👧 x'],
    ['a profession stands side by side', '👩🏽‍💻', '👩🏽💻'],
    ['a heart on fire stands side by side', '❤️‍🔥', '❤🔥'],
    ['an emoji loses its selector', '⚠️ old', '⚠ old'],
    ['a key cap stays one', '1\uFE0F\u20E3', '1\u20E3'],
    ['a joiner between letters is seen', 'a\u200Db', 'a\uFFFDb'],
    ['a second selector is seen', '❤\uFE0F\uFE0F', '❤\uFFFD'],
    ['half a pair is seen', 'a\uD83D', 'a\uFFFD'],
    ['nothing is nothing', '', ''],
  ])('%s', (_fact, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it.each([
    ['exactly as long stays', 'abcde', 5, 'abcde'],
    ['longer ends with a sign', 'abcdef', 5, 'abcd…'],
    ['counts code points, not units', '😀😀😀', 3, '😀😀😀'],
    ['never cuts a pair', '😀😀😀😀', 3, '😀😀…'],
    ['one place holds the sign', 'ab', 1, '…'],
    ['no place holds nothing', 'ab', 0, ''],
    [
      'marks that were dropped are told',
      `a${'\u0301'.repeat(500)}b`,
      10,
      `\u00e1${'\u0301'.repeat(4)}…`,
    ],
  ])('length: %s', (_fact, text, length, expected) => {
    expect(clean(text, length)).toBe(expected);
  });

  it('bounds a name of ten million characters without walking it', () => {
    const started = performance.now();
    expect(Array.from(clean('\u0416'.repeat(1e7)))).toHaveLength(1000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('cleans a million plain strings in a moment', () => {
    const names = Array.from({length: 100_000}, (_, index) => `Payments and orders ${index}`);
    const started = performance.now();
    for (let field = 0; field < 10; field++) {
      for (const name of names) if (clean(name) !== name) throw new Error(name);
    }
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('typed text', () => {
  it.each([
    ['a plain letter stays', 'a', 'a'],
    ['blanks stay, also at the ends', ' a  b ', ' a  b '],
    ['the line break that ends a paste goes', 'orders\r\n', 'orders'],
    ['breaks and tabs at both ends go', '\n\torders\t\n\n', 'orders'],
    ['two lines are one', 'one\r\n\n   two', 'one two'],
    ['a tab inside is a blank', 'a\t\tb', 'a b'],
    ['controls are dropped', 'a\u0000\u001b[31mb\u007f\u009b', 'a[31mb'],
    ['the invisible is dropped', '\uFEFF3f0c\u200B9a\u202E', '3f0c9a'],
    ['private use is seen', 'a\uE000', 'a\uFFFD'],
    ['an accent joins its letter', 'e\u0301', '\u00e9'],
    ['a mark alone waits for its letter', '\u0301', '\u0301'],
    ['a family stands side by side', '👨‍👩‍👧', '👨👩👧'],
  ])('%s', (_fact, text, expected) => {
    expect(cleanTyped(text)).toBe(expected);
  });

  it('keeps 10,000 characters and no more', () => {
    expect(cleanTyped('x'.repeat(10_000))).toHaveLength(10_000);
    expect(cleanTyped('x'.repeat(10_001))).toBe('x'.repeat(10_000));
    expect(Array.from(cleanTyped('😀'.repeat(10_001)))).toHaveLength(10_000);
  });
});

describe('for any text', () => {
  const pieces = [
    'a',
    'E',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u001b',
    '\u0085',
    '\u0301',
    '\u0327',
    '\u20E3',
    '1',
    '\u200D',
    '\uFE0F',
    '❤',
    '👩',
    '🏽',
    '🇩',
    '\uD83D',
    '\uDC69',
    '\u1100',
    '\u1161',
    '\u11A8',
    '\u0958',
    '\u09C7',
    '\u09BE',
    '\u202E',
    '\uE123',
    '\u212B',
    '\u2028',
    '\u00AD',
    '\u{E0061}',
    'ß',
  ] as const;
  const chance = seeded(20);
  const texts = Array.from({length: 4000}, () => chance.text(pieces, chance.whole(0, 24)));

  it('cleaning twice changes nothing', () => {
    for (const text of texts) {
      for (const length of [1000, 5]) {
        const once = clean(text, length);
        expect(clean(once, length), JSON.stringify(text)).toBe(once);
      }
      expect(cleanTyped(cleanTyped(text)), JSON.stringify(text)).toBe(cleanTyped(text));
    }
  });

  it('the result is composed, bounded, whole and visible', () => {
    for (const text of texts) {
      const cleaned = clean(text, 9);
      expect(forbiddenIn(cleaned), JSON.stringify(text)).toEqual([]);
      expect(cleaned.normalize('NFC')).toBe(cleaned);
      expect(Array.from(cleaned).length).toBeLessThanOrEqual(9);
      expect(cleaned).not.toMatch(/[\u0301\u0327\u20E3]{5}/);
      expect(forbiddenIn(cleanTyped(text)), JSON.stringify(text)).toEqual([]);
    }
  });
});
