import {expect, it} from 'vitest';
import {quoting} from '../../source/tyk/quote.ts';

const key =
  'eyJvcmciOiI1ZTlkOTU0NGExZGNkNjAwMDFkMGVkMjAiLCJpZCI6IjUwMWMzYzJhNWFiNTRhOTdhMzUzYjNmOWU5YjgwYTcxIiwiaCI6Im11cm11cjY0In0=';

it('masks what looks like a key, new style or old', () => {
  const quote = quoting([]);
  expect(quote(`already found:${key}`)).toBe('already found:••••••••');
  expect(quote('key 5e9d9544a1dcd60001d0ed20501c3c2a5ab54a97a353b3f9e9b80a71 is')).toBe(
    'key •••••••• is',
  );
});

it('masks given secrets as they are and as a URL writes them', () => {
  const quote = quoting(['s3cret+/=']);
  expect(quote('s3cret+/= and s3cret%2B%2F%3D')).toBe('•••••••• and ••••••••');
});

it('leaves shorter identifiers readable', () => {
  expect(quoting([''])('policy not found: "5ea11155f4f8460001a9389e"')).toBe(
    'policy not found: "5ea11155f4f8460001a9389e"',
  );
});

it('neutralises and bounds what a server says', () => {
  const quoted = quoting([])(`\u001b]52;c;x\u0007${'long '.repeat(10_000)}`);
  expect(quoted).not.toContain('\u001b');
  expect(quoted.length).toBeLessThanOrEqual(500);
});

it('leaves no part of a key where a long text is cut', () => {
  const quote = quoting([]);
  for (let filler = 440; filler <= 500; filler += 1) {
    expect(quote(`${'x '.repeat(filler / 2)}${key}`)).not.toContain('eyJ');
  }
});
