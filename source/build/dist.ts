import {mkdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bundle} from './bundle.ts';
import {licenceTexts} from './licences.ts';

/** What a build left: the program and its size. */
export type Dist = {readonly program: string; readonly bytes: number};

/** Builds all of `dist/` anew from the repository at `root`: the program and the licence texts. */
export const buildDist = async (root: string): Promise<Dist> => {
  const folder = path.join(root, 'dist');
  const program = path.join(folder, 'tykey.cjs');
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  const metafile = await bundle({
    root,
    entry: path.join(root, 'source', 'cli.tsx'),
    outfile: program,
  });
  await writeFile(path.join(folder, 'LICENSES.txt'), await licenceTexts(root, metafile));
  return {program, bytes: (await stat(program)).size};
};
