import {chmod} from 'node:fs/promises';
import {build, type BuildOptions, type Metafile} from 'esbuild';
import {patchPlugin} from './patch.ts';
import {inkPatches} from './patches/ink.ts';
import {textPatches} from './patches/text.ts';
import {yogaPatches} from './patches/yoga.ts';
import {loadedAtStart} from './start.ts';
import {undiciTextPlugin} from './undici-parts.ts';

/** Where the program starts and where its one file goes; all absolute. */
export type BundlePaths = {readonly root: string; readonly entry: string; readonly outfile: string};

const options = {
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  jsx: 'automatic',
  define: {'process.env.NODE_ENV': '"production"'},
  // Else an emoji literal of Ink becomes a RegExp made anew for each cell of each frame.
  supported: {'regexp-unicode-property-escapes': true, 'regexp-set-notation': true},
  // Names stay as they are, for the traces of a crash; shorter ones start no faster.
  minifySyntax: true,
  minifyWhitespace: true,
  // A crash prints its source line: it has to fit on a screen.
  lineLimit: 120,
  legalComments: 'none',
  plugins: [patchPlugin([...inkPatches, ...textPatches, ...yogaPatches]), undiciTextPlugin],
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles a program into one executable CommonJS file that needs no node_modules.
 * Answers what went in. Throws on every error and warning of esbuild, and when undici, which costs
 * as much as Node's own boot, would be loaded before the first frame.
 */
export const bundle = async ({root, entry, outfile}: BundlePaths): Promise<Metafile> => {
  const {warnings, metafile} = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    plugins: [...options.plugins],
  });
  const early = [...loadedAtStart(metafile)].filter(file => file.includes('undici'));
  const complaints = [
    ...warnings.map(({text, location}) => `${text} (${location?.file ?? 'no file'})`),
    ...early.map(file => `${file} is loaded at start: reach it by import()`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  await chmod(outfile, 0o755);
  return metafile;
};
