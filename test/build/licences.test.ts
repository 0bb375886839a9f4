import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {bundledPackages, licenceTexts} from '../../source/build/licences.ts';
import type {Metafile} from 'esbuild';
import {bundlePath, root} from '../helpers/bundle.ts';

const metafile = (inputs: Readonly<Record<string, number>>): Metafile => ({
  inputs: {},
  outputs: {
    'out.cjs': {
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([file, bytesInOutput]) => [file, {bytesInOutput}]),
      ),
    },
  },
});

describe('the licence texts', () => {
  it('are those of packages with bytes in the bundle, scoped and nested ones too', () => {
    const packages = bundledPackages(
      metafile({
        'source/cli.tsx': 9,
        'node_modules/ink/build/ink.js': 9,
        'node_modules/ink/build/render.js': 9,
        'node_modules/@alcalzone/ansi-tokenize/build/index.js': 9,
        'node_modules/ink-text-input/node_modules/chalk/source/index.js': 9,
        'node_modules/left-out/index.js': 0,
      }),
    );
    expect(packages).toEqual([
      'node_modules/@alcalzone/ansi-tokenize',
      'node_modules/ink',
      'node_modules/ink-text-input/node_modules/chalk',
    ]);
  });

  it('include those that a package leaves out, and those of code inside a package', async () => {
    const texts = await licenceTexts(
      root,
      metafile({
        'node_modules/yoga-layout/dist/src/index.js': 1,
        'node_modules/undici/lib/dispatcher/agent.js': 1,
      }),
    );
    expect(texts).toMatch(/^undici 7[^]*llhttp[^]*Fedor Indutny[^]*\nyoga-layout 3[^]*Facebook/);
  });

  it('are refused for a package without any', async () => {
    await expect(
      licenceTexts(root, metafile({'node_modules/@xterm/headless/lib/index.js': 1})),
    ).rejects.toThrow('No licence text for @xterm/headless');
  });

  it('lie beside the built program and name what is inside', async () => {
    const texts = await readFile(path.join(path.dirname(bundlePath), 'LICENSES.txt'), 'utf8');
    for (const name of ['ink', 'react', 'react-reconciler', 'undici', 'yoga-layout']) {
      expect(texts).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});
