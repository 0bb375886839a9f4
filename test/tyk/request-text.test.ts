import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {buildRequest} from '../../source/tyk/http.ts';
import {requestText} from '../../source/tyk/request-text.ts';

const textOf = (alias: string, base = 'https://dashboard.example.com/tyk/') => {
  const body = JSON.stringify({alias, tags: []});
  const headers = {authorization: 'the-secret'};
  const request = {...buildRequest(new URL(base), 'POST', '/api/keys', headers, body), body};
  return {body, text: requestText(request, {header: 'authorization', variable: 'TYK_AUTH'})};
};

/** Stands in for curl: keeps its arguments, its input and what the third descriptor holds. */
const fakeCurl = `#!/bin/sh
printf '%s\\n' "$@" > arguments
cat /dev/fd/3 > header
cat > input
`;

const run = (command: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'tykey-curl-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true});
  });
  writeFileSync(join(folder, 'curl'), fakeCurl);
  chmodSync(join(folder, 'curl'), 0o755);
  const env = {PATH: `${folder}:${process.env['PATH'] ?? ''}`, TYK_AUTH: "it's $(secret) \\ `x`"};
  execFileSync('sh', ['-c', command], {cwd: folder, env});
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {arguments: read('arguments').split('\n'), header: read('header'), input: read('input')};
};

describe('the request as text', () => {
  it('never holds the credential, but the variable that stands for it', () => {
    const {text} = textOf('orders team');
    expect(JSON.stringify(text)).not.toContain('the-secret');
    expect(text.curl).toContain('authorization: $TYK_AUTH');
  });

  it('shows the JSON for reading', () => {
    expect(textOf('a').text.json).toBe('{\n  "alias": "a",\n  "tags": []\n}');
  });

  it('is a command of short lines, the body being one line', () => {
    expect(textOf('a').text.curl)
      .toBe(`curl --request POST 'https://dashboard.example.com/tyk/api/keys' \\
  --header 'accept: application/json' \\
  --header 'content-type: application/json' \\
  --header @/dev/fd/3 \\
  --data @- 3<<AUTH <<'BODY'
authorization: $TYK_AUTH
AUTH
{"alias":"a","tags":[]}
BODY
`);
  });
});

describe('the curl command in a shell', () => {
  const aliases = [
    `it's "quoted" \\ and \`run\` $(id) $HOME !! %s`,
    'BODY\nAUTH\n\ttab',
    "'; rm -rf / #",
    'naïve 日本 🙂',
  ];

  it.each(aliases)('sends the body unchanged: %j', alias => {
    const {body, text} = textOf(alias);
    const {input} = run(text.curl);
    // curl's --data leaves out the line break.
    expect(input).toBe(`${body}\n`);
  });

  it('passes the credential on a descriptor and not as an argument', () => {
    const {header, arguments: words} = run(textOf('a').text.curl);
    expect(header).toBe("authorization: it's $(secret) \\ `x`\n");
    expect(words.join(' ')).not.toContain('secret');
  });

  it('quotes an address with a quotation mark in it', () => {
    const {text} = textOf('a', "https://dashboard.example.com/o'brien");
    expect(run(text.curl).arguments).toContain("https://dashboard.example.com/o'brien/api/keys");
  });
});
