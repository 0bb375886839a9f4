import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {mit} from './mit.ts';

/* Packages that ship no licence file, with the text that their sources point to. */
const withoutFile: Readonly<Record<string, string>> = {
  'yoga-layout': mit('Copyright (c) Facebook, Inc. and its affiliates.'),
};

/* Code of others inside a package. */
const inside: Readonly<Record<string, string>> = {
  undici: `llhttp, as part of undici\n\n${mit('Copyright Fedor Indutny, 2018.')}`,
};

/**
 * The licence texts of all packages with at least one byte in the bundle, by name.
 * Throws when a package has none: then it needs a row above.
 */
export const licenceTexts = async (root: string, metafile: Metafile): Promise<string> => {
  const folders = bundledPackages(metafile).map(folder => path.join(root, folder));
  return (await Promise.all(folders.map(packageLicence))).join(`\n${'-'.repeat(80)}\n\n`);
};

/** The folders of the bundled packages, relative to the root as in the metafile. */
export const bundledPackages = (metafile: Metafile): readonly string[] => {
  const inputs = Object.values(metafile.outputs).flatMap(({inputs}) => Object.entries(inputs));
  const folders = inputs
    .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(folders)].sort();
};

const packageLicence = async (folder: string): Promise<string> => {
  const {name, version} = packageName(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined ? withoutFile[name] : await readFile(path.join(folder, file), 'utf8');
  if (text === undefined) throw new Error(`No licence text for ${name}, which is in the bundle`);
  return [`${name} ${version}`, text, inside[name] ?? []].flat().join('\n\n');
};

const packageName = (manifest: string): {readonly name: string; readonly version: string} =>
  // Every installed package has both, or npm would not have installed it.
  JSON.parse(manifest) as {name: string; version: string};
