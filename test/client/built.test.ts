import {readFile} from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';
import {root} from '../helpers/bundle.ts';
import {projectWithTykey} from './package.ts';

const client = path.join(root, 'dist', 'client.js');
const program = path.join(root, 'dist', 'tykey.cjs');

/** All that a file imports or requires by a name that is written down. */
const importsOf = (text: string): readonly string[] => {
  const calls = text.matchAll(/\b(?:__)?(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g);
  const {importedFiles} = ts.preProcessFile(text, true, true);
  const names = [...importedFiles.map(({fileName}) => fileName), ...[...calls].map(([, n]) => n)];
  return [...new Set(names.flatMap(name => name ?? []))];
};

describe('the built client module', () => {
  it("imports nothing but Node's own modules", async () => {
    const imported = importsOf(await readFile(client, 'utf8'));
    expect(imported).toContain('node:tls');
    expect(imported.filter(name => !name.startsWith('node:'))).toEqual([]);
  });

  it('has no Ink and no React in it, by signs that the program has', async () => {
    const signs = [/react[.-]/i, /\byoga/i, /useState/, /\bInk\b|ink-/];
    const [ofClient, ofProgram] = [await readFile(client, 'utf8'), await readFile(program, 'utf8')];
    expect(signs.filter(sign => !sign.test(ofProgram))).toEqual([]);
    expect(signs.filter(sign => sign.test(ofClient))).toEqual([]);
  });

  it('does nothing when it is imported, and shows two values', async () => {
    const shown: unknown = await import(client);
    expect(Object.keys(shown ?? {}).sort()).toEqual(['Secret', 'connect']);
  });
});

const consumer = `
import {connect, Secret} from 'tykey/client';
import type {Api, Outcome, Problem, Wish, WishProblem} from 'tykey/client';

const wish: Wish = {apis: [{id: 'orders', versions: ['v1']}], alias: 'a', expires: {at: 1}};
export const keyOf = async (url: string): Promise<Secret | Problem | readonly WishProblem[]> => {
  const server = await connect({url, credential: new Secret('c')});
  if (!server.ok) throw new Error(server.problem.kind);
  const apis: readonly Api[] = await server.value.apis().then(all => (all.ok ? all.value : []));
  for await (const part of server.value.streamPolicies())
    if (part.ok) console.log(part.value.rows[0]?.governs.acl, apis[0]?.versions);
  const outcome: Outcome = await server.value.create(wish);
  switch (outcome.outcome) {
    case 'created': return outcome.key.secret;
    case 'refused': return outcome.problems;
    case 'notCreated':
    case 'unknown': return outcome.problem;
  }
};
// @ts-expect-error neither APIs nor a policy
export const none: Wish = {alias: 'a', expires: 'never'};
// @ts-expect-error nothing is chosen for anybody
export const endless: Wish = {policy: 'p', alias: 'a'};
// @ts-expect-error a secret is no text
export const text: string = new Secret('c');
`;

const resolutions = {
  nodenext: {module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext},
  bundler: {module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler},
} as const;

describe.each(['nodenext', 'bundler'] as const)('its types, resolved as %s', resolution => {
  it('are found by the name of the package, and fit a program', async () => {
    const folder = await projectWithTykey({'consumer.mts': consumer});
    const options: ts.CompilerOptions = {
      ...resolutions[resolution],
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      types: ['node'],
      typeRoots: [path.join(root, 'node_modules', '@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    const compiled = ts.createProgram([path.join(folder, 'consumer.mts')], options);
    const ours = compiled
      .getSourceFiles()
      .filter(
        ({fileName}) => !/\/node_modules\/(?:@types|typescript|undici-types)\//.test(fileName),
      );
    expect(ours.map(({fileName}) => path.basename(fileName))).toContain('client.d.ts');
    const complaints = ours.flatMap(file => [
      ...compiled.getSyntacticDiagnostics(file),
      ...compiled.getSemanticDiagnostics(file),
    ]);
    expect(
      complaints.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ).toEqual([]);
  });
});
