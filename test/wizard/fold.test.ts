import {describe, expect, it} from 'vitest';
import {fold, foldWithOrigins} from '../../source/wizard/fold.ts';

describe('folding', () => {
  it.each([
    ['Payments V2', 'payments v2'],
    ['Größe', 'grosse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ışık', 'isik'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['Łódź', 'lodz'],
    ['Smørrebrød', 'smorrebrod'],
    ['Ærø', 'aero'],
    ['Ｐａｙ', 'pay'],
    ['ﬁle', 'file'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['σίσυφος', 'σισυφοσ'],
    ['Ёлка', 'елка'],
    ['支付', '支付'],
    ['😀', '😀'],
    ['', ''],
  ])('%s is found as %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('twice changes nothing, for every character', () => {
    const unstable: string[] = [];
    for (let codePoint = 0; codePoint < 0x30000; codePoint++) {
      // A subscript iota is an accent alone and a letter in no name.
      if ((codePoint >= 0xd800 && codePoint <= 0xdfff) || codePoint === 0x345) continue;
      const once = fold(String.fromCodePoint(codePoint));
      if (fold(once) !== once) unstable.push(codePoint.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it.each([
    ['aßb', 'assb', [0, 1, 1, 2]],
    ['e\u0301x', 'ex', [0, 2]],
    ['😀a', '😀a', [0, 0, 2]],
    ['İb', 'ib', [0, 1]],
  ])('%s knows where its letters came from', (text, folded, origins) => {
    expect(foldWithOrigins(text)).toEqual({folded, origins});
  });
});
