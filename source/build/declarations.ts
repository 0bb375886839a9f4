import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

/** The module whose types are wanted, in `root`'s folder `source/`, and the folder they go to; absolute. */
export type DeclarationPaths = {
  readonly root: string;
  readonly entry: string;
  readonly folder: string;
};

/* The types themselves are checked by `tsc -p .`; here they are only written down. */
const options = [
  ...['--ignoreConfig', '--noCheck', '--declaration', '--emitDeclarationOnly'],
  ...['--target', 'es2023', '--lib', 'es2023', '--types', 'node', '--skipLibCheck'],
  ...['--module', 'preserve', '--moduleResolution', 'bundler', '--allowImportingTsExtensions'],
  ...['--strict', '--exactOptionalPropertyTypes'],
];

/**
 * Writes the declarations of a module and of every module whose types it shows, in the folders of `source/`.
 * Their imports end in `.js`, which all ways of TypeScript to resolve a module understand. Runs the
 * compiler in a process of its own, so that a bundler can work meanwhile; throws what it complains of.
 */
export const writeDeclarations = async ({root, entry, folder}: DeclarationPaths): Promise<void> => {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tykey-declarations-'));
  try {
    await compile(root, entry, scratch);
    const shown = await reachable(scratch, `${path.parse(entry).name}.d.ts`);
    for (const [file, text] of shown) {
      await mkdir(path.dirname(path.join(folder, file)), {recursive: true});
      await writeFile(path.join(folder, file), text);
    }
  } finally {
    await rm(scratch, {recursive: true});
  }
};

const compile = async (root: string, entry: string, outDir: string): Promise<void> => {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const places = ['--rootDir', path.join(root, 'source'), '--outDir', outDir];
  try {
    const parameters = [compiler, entry, ...options, ...places];
    await promisify(execFile)(process.execPath, parameters, {cwd: root});
  } catch (error) {
    // The compiler says on its standard output what is wrong.
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`No declarations of ${entry}\n${said}`, {cause: error});
  }
};

/** `from './key/api.ts'` and `import('./key/api.ts')`; what declarations import, they import for types. */
const ownImport =
  /(?<before>(?:\bfrom |\bimport\()(?<quote>["']))(?<module>\.[^"']+)\.tsx?\k<quote>/g;

/** A file and all that it imports, with imports that end in `.js`, by their paths in `folder`. */
const reachable = async (folder: string, first: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  const waiting = [first];
  for (const file of waiting) {
    if (found.has(file)) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const {groups} of text.matchAll(ownImport))
      waiting.push(`${path.join(path.dirname(file), groups?.['module'] ?? '')}.d.ts`);
    found.set(file, text.replace(ownImport, '$<before>$<module>.js$<quote>'));
  }
  return found;
};
