import {build, type BuildOptions, type Metafile} from 'esbuild';
import type {BundlePaths} from './bundle.ts';
import {undiciPartsPlugin} from './undici-parts.ts';

/* undici is CommonJS and requires Node's own modules, which an ES module can do only with this. */
const require = `import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);`;

const options = {
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {js: require},
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: 'none',
  plugins: [undiciPartsPlugin],
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles the client module into one ES module that needs no node_modules. Answers what went in. Throws on
 * every error and warning of esbuild, and when it would import anything but Node's own modules.
 */
export const bundleClient = async ({root, entry, outfile}: BundlePaths): Promise<Metafile> => {
  const {warnings, metafile} = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    plugins: [...options.plugins],
  });
  const imported = Object.values(metafile.outputs).flatMap(({imports}) => imports);
  const complaints = [
    ...warnings.map(({text, location}) => `${text} (${location?.file ?? 'no file'})`),
    ...imported
      .filter(({path}) => !path.startsWith('node:'))
      .map(({path}) => `${path} is imported, and not bundled`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return metafile;
};
