import type {Metafile} from 'esbuild';
import {expect, it} from 'vitest';
import {loadedAtStart} from '../../source/build/start.ts';

type Kind = Metafile['inputs'][string]['imports'][number]['kind'];

const input = (...imports: readonly (readonly [string, Kind])[]): Metafile['inputs'][string] => ({
  bytes: 1,
  imports: imports.map(([path, kind]) => ({path, kind})),
});

it('modules behind import() and what only they need are not loaded at start', () => {
  const metafile: Metafile = {
    inputs: {
      'cli.ts': input(['ui.ts', 'import-statement'], ['client.ts', 'dynamic-import']),
      'ui.ts': input(['react.js', 'require-call'], ['cli.ts', 'import-statement']),
      'react.js': input(),
      'client.ts': input(['undici.js', 'require-call'], ['ui.ts', 'import-statement']),
      'undici.js': input(),
    },
    outputs: {
      'out.cjs': {bytes: 1, inputs: {}, imports: [], exports: [], entryPoint: 'cli.ts'},
    },
  };
  expect([...loadedAtStart(metafile)]).toEqual(['cli.ts', 'ui.ts', 'react.js']);
});
