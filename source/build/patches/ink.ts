import type {Patch} from '../patch.ts';

/** Ink itself: its developer tools, and what its exit hook loads. */
export const inkPatches: readonly Patch[] = [
  {
    // Two top-level awaits, both only for developer tools; a CommonJS file can have none.
    file: 'ink/build/reconciler.js',
    imports: [],
    edits: [
      {find: "await import('./devtools.js');", replace: '', times: 1},
      {find: 'await loadPackageJson()', replace: 'packageInfo', times: 1},
      {find: "process.env['DEV'] === 'true'", replace: 'false', times: 2},
      {find: "import.meta.resolve('react-devtools-core');", replace: '', times: 1},
      {find: "new URL('../package.json', import.meta.url)", replace: "''", times: 1},
    ],
  },
  {
    // A page for errors, which nobody could read: it goes with the alternate screen. Ours are said after it.
    file: 'ink/build/components/ErrorBoundary.js',
    imports: [],
    edits: [
      {find: "import ErrorOverview from './ErrorOverview.js';", replace: '', times: 1},
      {
        find: 'React.createElement(ErrorOverview, { error: this.state.error })',
        replace: 'null',
        times: 1,
      },
    ],
  },
  {
    // node:assert opens stderr and costs a tenth of Node's own boot, to check what Ink hands over.
    file: 'signal-exit/index.js',
    imports: [],
    edits: [{find: "require('assert')", replace: '{equal() {}}', times: 1}],
  },
  {
    // Its exit hook shows the cursor on stderr, also where that is a file; `createRestore` has done it.
    file: 'restore-cursor/index.js',
    imports: [],
    edits: [{find: String.raw`process.stderr.write('\u001B[?25h');`, replace: '', times: 1}],
  },
];
