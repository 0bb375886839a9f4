import {describe, expect, it} from 'vitest';
import type {Match, Matchable} from '../../source/wizard/match.ts';
import {match, positions, prepare} from '../../source/wizard/match.ts';
import {seeded} from '../helpers/seeded.ts';

const named = (...names: readonly string[]): readonly Matchable[] =>
  names.map((name, at) => ({name, id: `id${at}`}));
const all = (rows: readonly unknown[]): readonly number[] => rows.map((_, at) => at);

const found = (rows: readonly Matchable[], query: string): readonly string[] =>
  match(prepare(rows), query, all(rows)).indices.map(at => rows[at]?.name ?? '');

describe('what matches', () => {
  it.each([
    ['part of a name', 'ment', 'Payments', true],
    ['another case', 'PAYM', 'payments', true],
    ['without the accent', 'zurich', 'Zürich', true],
    ['with an accent too many', 'páy', 'Pay', true],
    ['a sharp s', 'strasse', 'Straße', true],
    ['initials', 'pga', 'Payment Gateway API', true],
    ['initials at humps', 'pga', 'PaymentGatewayAPI', true],
    ['initials from the middle', 'ga', 'Payment gateway API', true],
    ['scattered letters', 'pmts', 'Payments', true],
    ['letters in another order', 'tp', 'Payments', false],
    ['a letter too many', 'paymentss', 'Payments', false],
    ['two words in any order', 'eu pay', 'Payments EU', true],
    ['two words of which one is missing', 'pay us', 'Payments v2', false],
    ['blanks around', '  pay  ', 'Payments', true],
    ['a regular expression is characters', '.*', 'Payments', false],
    ['brackets are characters', '(eu)', 'Payments (EU)', true],
    ['a lone bracket', '[', 'Payments [x', true],
    ['a backslash', '\\d', 'path\\data', true],
    ['another script', '支付', '中国支付网关', true],
    ['a Hangul syllable being typed', '하', '한국', true],
    ['an emoji', '🚀', 'Rocket 🚀', true],
    ['one letter that is not there', 'z', 'Payments', false],
  ])('%s: %j in %j is %s', (_fact, query, name, expected) => {
    expect(found(named(name), query)).toEqual(expected ? [name] : []);
  });

  const api: Matchable = {name: 'Payments', id: '3F0c9ab2', extra: 'orders Größe'};
  it.each([
    ['the whole id', '3f0c9ab2', true],
    ['a part of three characters', '0c9', true],
    ['a part of two is too common', '0c', false],
    ['the letters of an id are not scattered', '3c92', false],
    ['id and name', 'pay 9ab', true],
    ['the extra text', 'orders', true],
    ['the extra text, folded', 'grosse', true],
    ['the extra text is not scattered', 'odrs', false],
    ['one letter of the extra text is too common', 'ö', false],
  ])('beyond the name: %s', (_fact, query, expected) => {
    expect(found([api], query)).toHaveLength(expected ? 1 : 0);
  });

  it('is everything, in the given order, without a query', () => {
    const rows = named('b', 'a', 'c');
    expect(match(prepare(rows), ' ', [2, 0, 1]).indices).toEqual([2, 0, 1]);
  });

  it('looks only at the rows it was given', () => {
    const rows = named('pay one', 'pay two', 'pay three');
    expect(match(prepare(rows), 'pay', [2, 0]).indices).toEqual([0, 2]);
  });

  it('finds nothing in nothing', () => {
    expect(match(prepare([]), 'pay', []).indices).toEqual([]);
  });
});

describe('what comes first', () => {
  it.each([
    ['the start of the name', 'pay', ['Payments', 'Old payments', 'Repayments']],
    ['the start of a word before its inside', 'pay', ['A long story of pay', 'Repay']],
    ['a hump before the inside', 'pay', ['oldPayments', 'xrepay']],
    ['the word after an abbreviation', 'gate', ['APIGateway of many', 'xagate']],
    ['all words early', 'pay eu', ['x pay eu', 'x eu and then pay']],
    ['a word start that comes second', 'pay', ['x repay pay', 'repay xxxxx']],
    ['earlier', 'pay', ['A pay of long names', 'Abc pay']],
    ['shorter', 'pay', ['Pay EU', 'Pay Europe']],
    ['substring, initials, scattered', 'pga', ['Spga', 'Payment Gateway API', 'Programmable']],
    ['letters that stand closer', 'pg', ['Xpag of many', 'Xpaaag']],
    ['the worst word counts', 'pay eu', ['Repay in neu', 'Pay e_u']],
    ['the first in order among equals', 'pay', ['Pay b', 'Pay a']],
  ])('%s', (_fact, query, inOrder) => {
    expect(found(named(...inOrder), query)).toEqual(inOrder);
    const equals = inOrder.includes('Pay b');
    const reversed = inOrder.toReversed();
    expect(found(named(...reversed), query)).toEqual(equals ? reversed : inOrder);
  });

  it('the name, then other texts, then the id', () => {
    const rows: readonly Matchable[] = [
      {name: 'by id', id: 'xabcx'},
      {name: 'a-b-c', id: '1', extra: ''},
      {name: 'axbxc', id: '2'},
      {name: 'by extra', id: '3', extra: 'abc'},
      {name: 'abc', id: '4'},
    ];
    expect(found(rows, 'abc')).toEqual(['abc', 'a-b-c', 'by extra', 'axbxc', 'by id']);
  });
});

describe('the letters that are marked', () => {
  /** The marked letters in brackets. */
  const marked = (row: Matchable, query: string): string => {
    const at = new Set(positions(row, query));
    const units = row.name.split('').map((unit, index) => (at.has(index) ? `[${unit}]` : unit));
    return units.join('').replaceAll('][', '');
  };

  it.each([
    ['Payments', 'pay', '[Pay]ments'],
    ['Repay and pay', 'pay', 'Repay and [pay]'],
    ['Payment Gateway API', 'pga', '[P]ayment [G]ateway [A]PI'],
    ['PaymentGateway', 'pg', '[P]ayment[G]ateway'],
    ['Payments', 'pmt', '[P]ay[m]en[t]s'],
    ['aab', 'ab', 'a[ab]'],
    ['p x pxay', 'pay', 'p x [p]x[ay]'],
    ['Payments EU', 'eu pay', '[Pay]ments [EU]'],
    ['Payments', 'pay paym', '[Paym]ents'],
    ['Straße 5', 'strasse', '[Straße] 5'],
    ['Straße 5', 'as', 'Str[aß]e 5'],
    ['Straße 5', '5', 'Straße [5]'],
    ['İstanbul ab', 'ab', 'İstanbul [ab]'],
    ['Cafe\u0301 bar', 'cafe', '[Cafe\u0301] bar'],
    ['Cafe\u0301 bar', 'bar', 'Cafe\u0301 [bar]'],
    ['x😀y', '😀', 'x[😀]y'],
    ['😀 y', 'y', '😀 [y]'],
    ['한국', '하', '[한]국'],
    ['Éclair Ünit', 'eu', '[É]clair [Ü]nit'],
    ['Payments', '', 'Payments'],
    ['Payments', 'zzz', 'Payments'],
  ])('%j, %j: %s', (name, query, expected) => {
    expect(marked({name, id: 'none'}, query)).toBe(expected);
  });

  it('are none where something else than the name was found', () => {
    expect(positions({name: 'a_b_c_d', id: '1', extra: 'abcd'}, 'abcd')).toEqual([0, 2, 4, 6]);
    expect(positions({name: 'axbxcxd', id: '1', extra: 'abcd'}, 'abcd')).toEqual([]);
    expect(positions({name: 'Payments', id: '3f0c'}, '3f0c')).toEqual([]);
  });
});

describe('a list that grows', () => {
  it('is the same in parts as in one', () => {
    const rows = named('Größe', 'PaymentGateway', 'x', 'y z');
    const inParts = rows.reduce((before, row) => prepare([row], before), prepare([]));
    expect(inParts).toEqual(prepare(rows));
  });
});

describe('for any list and query', () => {
  const chance = seeded(100);
  const letters = ['a', 'b', 'B', 'c', ' ', '-', 'é', 'ß', '1'] as const;
  const rows = Array.from({length: 400}, (): Matchable => ({
    name: chance.text(letters, chance.whole(1, 9)),
    id: chance.text(['a', 'b', 'c', '1'], 8),
    ...(chance.whole(0, 2) === 0 ? {extra: chance.text(['a', 'b', ' '], 4)} : {}),
  }));
  const prepared = prepare(rows);
  const order = all(rows);
  const names = rows.map(({name}): Matchable => ({name, id: ''}));
  const withoutIds = prepare(names);
  const queries = Array.from({length: 120}, () => chance.text(letters, chance.whole(1, 6)));

  it('typing letter by letter finds what the whole query finds', () => {
    for (const query of queries) {
      let typed: Match | undefined;
      for (let length = 0; length <= query.length; length++) {
        typed = match(prepared, query.slice(0, length), order, typed);
      }
      expect(typed?.indices, query).toEqual(match(prepared, query, order).indices);
    }
  });

  it('an unrelated earlier match does no harm', () => {
    let previous: Match | undefined;
    for (const query of queries) {
      const alone = match(prepared, query, order);
      previous = match(prepared, query, order, previous);
      expect(previous.indices, query).toEqual(alone.indices);
    }
    const other = prepare(rows.toReversed());
    const elsewhere = match(other, 'a b', order, match(prepared, 'a', order));
    expect(elsewhere.indices).toEqual(match(other, 'a b', order).indices);
    const fewer = [1, 2, 3];
    const within = match(prepared, 'a b', fewer, match(prepared, 'a', order));
    expect(within.indices).toEqual(match(prepared, 'a b', fewer).indices);
  });

  it('finds every name that holds the letters of the query in order', () => {
    const plain = (text: string): string =>
      text.toLowerCase().replaceAll('é', 'e').replaceAll('ß', 'ss');
    const holds = (name: string, word: string): boolean => {
      let rest = plain(name);
      return plain(word)
        .split('')
        .every(letter => {
          const at = rest.indexOf(letter);
          rest = rest.slice(at + 1);
          return at !== -1;
        });
    };
    for (const query of queries) {
      const words = query.split(' ').filter(word => word !== '');
      const expected = order.filter(at => words.every(word => holds(names[at]?.name ?? '', word)));
      expect(match(withoutIds, query, order).hits, query).toEqual(expected);
    }
  });

  it('marks only what is in the name, and something for every word found there', () => {
    for (const query of queries) {
      for (const at of match(withoutIds, query, order).indices.slice(0, 20)) {
        const row = names[at] ?? {name: '', id: ''};
        const marks = positions(row, query);
        expect(marks.length > 0, `${row.name} / ${query}`).toBe(query.trim() !== '');
        expect(marks.every(mark => mark >= 0 && mark < row.name.length)).toBe(true);
      }
    }
  });
});

describe('a hundred thousand rows', () => {
  it('answer each letter in a moment', () => {
    const chance = seeded(1);
    const first = ['Payments', 'Orders', 'Customer', 'Billing', 'Shipping', 'Größen'] as const;
    const second = ['Gateway', 'Service', 'API', 'Events', 'Webhooks'] as const;
    const rows = Array.from({length: 100_000}, (_, at): Matchable => ({
      name: `${chance.pick(first)} ${chance.pick(second)} v${chance.whole(1, 9)}`,
      id: at.toString(16).padStart(32, '3f0c'),
    }));
    const prepared = prepare(rows);
    const order = all(rows);
    const started = performance.now();
    let typed: Match | undefined;
    for (const query of ['p', 'pa', 'pay', 'pay ', 'pay g', 'pay ga']) {
      typed = match(prepared, query, order, typed);
    }
    expect(performance.now() - started).toBeLessThan(2500);
    expect(typed?.indices.length).toBeGreaterThan(1000);
  });
});
