import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {root} from '../helpers/bundle.ts';

/** The folder of somebody's project with these files, tykey installed in it as built; gone after the test. */
export const projectWithTykey = async (
  files: Readonly<Record<string, string>>,
): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tykey-project-'));
  onTestFinished(() => rm(folder, {recursive: true}));
  const installed = path.join(folder, 'node_modules', 'tykey');
  await mkdir(installed, {recursive: true});
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8');
  await writeFile(path.join(installed, 'package.json'), manifest);
  await symlink(path.join(root, 'dist'), path.join(installed, 'dist'));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return folder;
};
