import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';

/** One replacement inside a package's file. `times` is how often the pattern must be there, no more, no less. */
export type Edit = {readonly find: string; readonly replace: string; readonly times: number};

/** All edits of one file, named from node_modules on, and the imports that they need. */
export type Patch = {
  readonly file: string;
  readonly imports: readonly string[];
  readonly edits: readonly Edit[];
};

/**
 * Patches package files while esbuild loads them.
 * A pattern that is not there as often as promised, or a patched file that is no longer loaded,
 * fails the build: an upgrade breaks here and not at the user's.
 */
export const patchPlugin = (patches: readonly Patch[]): Plugin => ({
  name: 'patch',
  setup(build) {
    const waiting = new Set(patches);
    for (const patch of patches) {
      build.onLoad({filter: pathEnding(patch.file)}, async ({path}) => {
        waiting.delete(patch);
        return {contents: applyPatch(await readFile(path, 'utf8'), patch), loader: 'js'};
      });
    }
    build.onEnd(() => ({
      errors: [...waiting].map(patch => ({
        text: `Patched file is not in the bundle: ${patch.file}`,
      })),
    }));
  },
});

/** The source with every edit made. Throws when a pattern is not found exactly `times` times. */
export const applyPatch = (source: string, {file, imports, edits}: Patch): string => {
  const edited = edits.reduce((text, {find, replace, times}) => {
    const found = text.split(find).length - 1;
    if (found !== times) {
      throw new Error(`${file}: expected ${times} of ${JSON.stringify(find)}, found ${found}`);
    }
    return text.replaceAll(find, () => replace);
  }, source);
  return [...imports, edited].join('\n');
};

const pathEnding = (file: string): RegExp =>
  new RegExp(`/node_modules/${file.replaceAll(/[.+]/g, String.raw`\$&`)}$`);
