import {mkdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {bundleClient} from './bundle-client.ts';
import {bundle} from './bundle.ts';
import {writeDeclarations} from './declarations.ts';
import {licenceTexts} from './licences.ts';

/** What a build left: the program and the client module, and their sizes. */
export type Dist = {
  readonly program: string;
  readonly bytes: number;
  readonly client: string;
  readonly clientBytes: number;
};

/**
 * Builds all of `dist/` anew from the repository at `root`: the program, the client module with its
 * declarations, and the licence texts.
 */
export const buildDist = async (root: string): Promise<Dist> => {
  const folder = path.join(root, 'dist');
  const program = path.join(folder, 'tykey.cjs');
  const client = path.join(folder, 'client.js');
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  const source = (file: string): string => path.join(root, 'source', file);
  const [ofProgram, ofClient] = await Promise.all([
    bundle({root, entry: source('cli.tsx'), outfile: program}),
    bundleClient({root, entry: source('client.ts'), outfile: client}),
    writeDeclarations({root, entry: source('client.ts'), folder}),
  ]);
  const licences = await licenceTexts(root, together(ofProgram, ofClient));
  await writeFile(path.join(folder, 'LICENSES.txt'), licences);
  const [{size: bytes}, {size: clientBytes}] = await Promise.all([stat(program), stat(client)]);
  return {program, bytes, client, clientBytes};
};

const together = (one: Metafile, other: Metafile): Metafile => ({
  inputs: {...one.inputs, ...other.inputs},
  outputs: {...one.outputs, ...other.outputs},
});
