import {describe, expect, it} from 'vitest';
import {longestPaste} from '../../source/terminal/open-paste.ts';
import {
  abandonPaste,
  nothingPending,
  settle,
  splitKeys,
  type Token,
} from '../../source/terminal/split-keys.ts';
import {keySamples, replySamples} from './key-samples.ts';

const esc = '\u001B';

const splitReads = (reads: readonly (Uint8Array | string)[]): readonly Token[] => {
  const tokens: Token[] = [];
  let state = nothingPending;
  for (const read of reads) {
    const split = splitKeys(state, read);
    tokens.push(...split.tokens);
    state = split.state;
  }
  return joinText([...tokens, ...settle(state).tokens]);
};

/** A run of text that was cut into two reads is two tokens and the same typing. */
const joinText = (tokens: readonly Token[]): readonly Token[] =>
  tokens.reduce<readonly Token[]>((joined, token) => {
    const last = joined.at(-1);
    return token.kind === 'text' && last?.kind === 'text'
      ? [...joined.slice(0, -1), {kind: 'text', text: last.text + token.text}]
      : [...joined, token];
  }, []);

const everyCut = (bytes: Uint8Array): readonly (readonly Uint8Array[])[] =>
  Array.from({length: bytes.length}, (_, at) => [bytes.subarray(0, at), bytes.subarray(at)]);

const byteByByte = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from(bytes, byte => Uint8Array.of(byte));

const table: readonly (readonly [fact: string, input: string, tokens: readonly string[]])[] = [
  ['a run of text is one token', 'payments', ['payments']],
  [
    'text of several bytes a character stays whole',
    'Zürich 支付 😀 e\u0301',
    ['Zürich 支付 😀 e\u0301'],
  ],
  ['Enter ends a run', 'pay\r', ['pay', '\r']],
  [
    'every control character is a token',
    '\u007F\u007F\t\u0003',
    ['\u007F', '\u007F', '\t', '\u0003'],
  ],
  ['Backspace between letters', 'ab\u007Fc', ['ab', '\u007F', 'c']],
  ['three arrows in one read', `${esc}[B${esc}[B${esc}OA`, [`${esc}[B`, `${esc}[B`, `${esc}OA`]],
  ['text right after an arrow', `${esc}[Apay`, [`${esc}[A`, 'pay']],
  ['Alt and a letter', `${esc}bx`, [`${esc}b`, 'x']],
  ['twice Esc', esc + esc, [esc, esc]],
  ['thrice Esc and an arrow', `${esc}${esc}${esc}[A`, [esc, `${esc}${esc}[A`]],
  ['Esc and Ctrl+C', `${esc}\u0003`, [esc, '\u0003']],
  ['Esc, Esc, a letter', `${esc}${esc}x`, [esc, `${esc}x`]],
  ['Esc right before a paste', `${esc}${esc}[200~x${esc}[201~`, [esc, 'x']],
  ['a paste is one token, newlines and all', `${esc}[200~a\rb\nc${esc}[201~\r`, ['a\rb\nc', '\r']],
  ['an empty paste', `${esc}[200~${esc}[201~`, ['']],
  [
    'sequences inside a paste are its text',
    `${esc}[200~${esc}[A${esc}[20${esc}[201~`,
    [`${esc}[A${esc}[20`],
  ],
  ['two pastes', `${esc}[200~a${esc}[201~${esc}[200~b${esc}[201~`, ['a', 'b']],
  ['a sequence that another one interrupts is dropped', `${esc}[1;${esc}[A`, [`${esc}[A`]],
  ['a sequence that Enter interrupts is dropped', `${esc}[1\r`, ['\r']],
  ['an answer that Ctrl+C interrupts is dropped', `${esc}]11;rgb\u0003x`, ['\u0003', 'x']],
  ['Alt+[ before Enter', `${esc}[\r`, [`${esc}[`, '\r']],
  ['Alt+Shift+O before a blank', `${esc}O x`, [`${esc}O`, ' x']],
];

describe('splitting input', () => {
  it.each(table)('%s', (_fact, input, expected) => {
    const bytes = Buffer.from(input);
    expect(splitReads([bytes]).map(token => token.text)).toEqual(expected);
  });

  const everything = [
    ...table.map(row => row[1]),
    ...keySamples.map(row => row[0]),
    ...replySamples,
  ];

  it.each(everything.map(input => [JSON.stringify(input), input]))(
    '%s is the same wherever the reads are cut',
    (_shown, input) => {
      const bytes = Buffer.from(`é${input}z`);
      const whole = splitReads([bytes]);
      for (const reads of everyCut(bytes)) {
        expect(splitReads(reads)).toEqual(whole);
      }
      expect(splitReads(byteByByte(bytes))).toEqual(whole);
    },
  );

  it('bytes that are no UTF-8 become the same text wherever the reads are cut', () => {
    const bytes = Uint8Array.of(
      0x61,
      0xff,
      0xe2,
      0x82,
      0x62,
      0xc3,
      0xe0,
      0x80,
      0xf0,
      0x9f,
      0x98,
      0x0d,
    );
    const whole = splitReads([bytes]);
    expect(whole.at(-1)).toEqual({kind: 'control', text: '\r'});
    expect(whole[0]?.text).toMatch(/^a\uFFFD+b\uFFFD+$/);
    for (const reads of [...everyCut(bytes), byteByByte(bytes)]) {
      expect(splitReads(reads)).toEqual(whole);
    }
  });

  it('takes decoded text as well as bytes', () => {
    expect(splitKeys(nothingPending, 'é\r').tokens.map(token => token.text)).toEqual(['é', '\r']);
  });

  it('keeps the first megabyte of a paste and still finds its end', () => {
    const chunk = 'x'.repeat(65_536);
    const reads = [`${esc}[200~`, ...Array.from({length: 20}, () => chunk), `${esc}[201~`, '\r'];
    const [paste, enter] = splitReads(reads);
    expect(paste).toEqual({kind: 'paste', text: 'x'.repeat(longestPaste)});
    expect(enter).toEqual({kind: 'control', text: '\r'});
  });

  it('gives out a paste whose end was lost when it is told to', () => {
    const open = splitKeys(nothingPending, `${esc}[200~half`);
    expect(open.tokens).toEqual([]);
    expect(settle(open.state).tokens).toEqual([]);
    expect(abandonPaste(open.state)).toEqual({
      tokens: [{kind: 'paste', text: 'half'}],
      state: nothingPending,
    });
    expect(abandonPaste(nothingPending).tokens).toEqual([]);
  });

  it('a sequence that never ends is dropped after a while', () => {
    const split = splitKeys(nothingPending, `${esc}[${'1;'.repeat(500)}\r`);
    expect(split.tokens.at(-1)).toEqual({kind: 'control', text: '\r'});
    expect(split.state).toEqual(nothingPending);
  });
});

describe('an ESC that was given out before its tail came', () => {
  const afterEscape = settle(splitKeys(nothingPending, esc).state);

  it('is a key of its own', () => {
    expect(afterEscape.tokens).toEqual([{kind: 'control', text: esc}]);
  });

  const late: readonly (readonly [read: string, tokens: readonly string[]])[] = [
    ['[A', [`${esc}[A`]],
    ['OA', [`${esc}OA`]],
    ['OP', [`${esc}OP`]],
    ['[1;5D', [`${esc}[1;5D`]],
    ['[Apay', [`${esc}[A`, 'pay']],
    [`${esc}[B`, [`${esc}[B`]],
    ['p', ['p']],
    ['OAuth', ['OAuth']],
    ['O', ['O']],
    ['Pay', ['Pay']],
    [']1', [']1']],
    ['\r', ['\r']],
    ['[\r', ['\r']],
  ];

  it.each(late)('%j', (read, expected) => {
    const split = splitKeys(afterEscape.state, read);
    expect(split.tokens.map(token => token.text)).toEqual(expected);
    expect(split.state).toEqual(nothingPending);
  });

  it('has its tail in two reads', () => {
    const first = splitKeys(afterEscape.state, '[');
    expect(first.tokens).toEqual([]);
    expect(splitKeys(first.state, 'A').tokens).toEqual([{kind: 'sequence', text: `${esc}[A`}]);
  });

  it('is forgotten when no tail comes', () => {
    expect(settle(afterEscape.state)).toEqual({tokens: [], state: nothingPending});
    const half = splitKeys(afterEscape.state, '[1;');
    expect(settle(half.state)).toEqual({tokens: [], state: nothingPending});
  });
});
