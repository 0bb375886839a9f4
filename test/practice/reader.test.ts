import {describe, expect, test} from 'vitest';
import {
  anything,
  firstDocument,
  flag,
  float,
  integer,
  list,
  map,
  member,
  parseJson,
  refused,
  struct,
  text,
} from '../../source/practice/reader.ts';

describe('types are strict, as in Go', () => {
  test.each([
    ['a quoted number in an integer', integer, '"10"'],
    ['a fraction in an integer', integer, '1.5'],
    ['more than 64 bits in an integer', integer, '1e21'],
    ['a word in an integer', integer, '"never"'],
    ['a number in a text', text, '1'],
    ['a text in a flag', flag, '"true"'],
    ['a text in a float', float, '"1"'],
    ['a text for a list', list(text), '"a"'],
    ['a number in a list of texts', list(text), '["a", 1]'],
    ['a list for a map', map(text), '["a"]'],
    ['a number in a map of texts', map(text), '{"a": 1}'],
    ['a list for an object', struct({a: text}), '[]'],
    ['a wrong member of an object', struct({a: text}), '{"a": 1}'],
  ])('%s is refused', (_, reader, source) => {
    expect(reader.read(parseJson(source))).toBe(refused);
  });
});

test('null is the zero value of everything', () => {
  const reader = struct({a: text, b: integer, c: list(text), d: map(flag), e: struct({f: flag})});
  const zero = {a: '', b: 0, c: [], d: {}, e: {f: false}};
  expect(reader.read({a: null, b: null, c: null, d: null, e: null})).toEqual(zero);
  expect(reader.read(null)).toEqual(zero);
  expect(reader.read({})).toEqual(zero);
});

test('names match in any case, the last one wins, unknown ones are skipped', () => {
  const reader = struct({alias: text});
  expect(reader.read({Alias: 'a', ALIAS: 'b', other: 1})).toEqual({alias: 'b'});
});

test('a map keeps a member called __proto__ as a member', () => {
  const read = map(anything).read(parseJson('{"__proto__": {"x": 1}}'));
  expect(JSON.stringify(read)).toBe('{"__proto__":{"x":1}}');
});

test('a name that every object has is no member of a map', () => {
  expect(member({a: 1}, 'constructor')).toBeUndefined();
  expect(member({a: 1}, 'a')).toBe(1);
});

test('what is not JSON reads as undefined, also behind a byte order mark', () => {
  expect(parseJson('{bad')).toBeUndefined();
  expect(parseJson('')).toBeUndefined();
  expect(parseJson('\uFEFF{}')).toBeUndefined();
});

test.each([
  ['{"a": 1} and more', '{"a": 1}'],
  ['{"a": "}\\"{"}]', '{"a": "}\\"{"}'],
  ['[{"a": [1]}] {"b": 2}', '[{"a": [1]}]'],
  ['{"a": ', '{"a": '],
  ['words', 'words'],
])('the first document of %j is %j', (source, first) => {
  expect(firstDocument(source)).toBe(first);
});
