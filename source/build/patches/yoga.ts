import type {Patch} from '../patch.ts';
import {importStandIn} from '../stand-in.ts';

/** Yoga: its WebAssembly is compiled at once by `stand-ins/yoga.ts` instead of being fetched. */
export const yogaPatches: readonly Patch[] = [
  {
    file: 'yoga-layout/dist/src/index.js',
    imports: [importStandIn('startYoga', 'yoga')],
    edits: [{find: 'await loadYoga()', replace: 'startYoga(loadYoga)', times: 1}],
  },
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    imports: [],
    edits: [
      {find: 'import.meta.url', replace: '""', times: 1},
      {
        // H is the data address of the bytes.
        find: 'return h.instantiateWasm(d,\na)',
        replace: 'return h.instantiateWasm(d,a,H)',
        times: 1,
      },
    ],
  },
];
