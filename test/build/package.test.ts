import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, it} from 'vitest';
import {root} from '../helpers/bundle.ts';

const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

describe('the packed package', () => {
  it('holds the program, the client module, the licences and what a person reads, and nothing else', async () => {
    const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const {stdout} = await promisify(execFile)('npm', pack, {cwd: root});
    const paths = [...stdout.matchAll(/"path": "([^"]+)"/g)].map(([, file]) => file);
    const declarations = paths.filter(file => /^dist\/[a-z/-]+\.d\.ts$/.test(file ?? ''));
    expect(declarations).toContain('dist/client.d.ts');
    expect(paths.filter(file => !declarations.includes(file)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/LICENSES.txt',
      'dist/client.js',
      'dist/tykey.cjs',
      'package.json',
    ]);
  });

  it('shows the client module and itself to importers, and nothing else', async () => {
    expect(JSON.parse(await read('package.json'))).toHaveProperty('exports', {
      './client': {types: './dist/client.d.ts', default: './dist/client.js'},
      './package.json': './package.json',
    });
  });

  it('needs no other package, and runs nothing when it is installed', async () => {
    const manifest: unknown = JSON.parse(await read('package.json'));
    for (const member of [
      'dependencies',
      'peerDependencies',
      'optionalDependencies',
      'bundleDependencies',
      'scripts.install',
      'scripts.preinstall',
      'scripts.postinstall',
      'scripts.prepare',
    ]) {
      expect(manifest).not.toHaveProperty(member);
    }
  });
});

describe('the lock file', () => {
  it('carries no download address', async () => {
    expect(await read('package-lock.json')).not.toContain('"resolved"');
  });

  it('is of the version of the package', async () => {
    const version = /"version": "([^"]+)"/;
    expect(version.exec(await read('package-lock.json'))?.[1]).toBe(
      version.exec(await read('package.json'))?.[1],
    );
  });
});
