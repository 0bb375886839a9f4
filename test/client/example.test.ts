import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, it, onTestFinished} from 'vitest';
import {startPractice, startPracticeGateway} from '../../source/practice/practice.ts';
import {root} from '../helpers/bundle.ts';
import {childEnvironment} from '../helpers/child-environment.ts';
import {projectWithTykey} from './package.ts';

/** The program of the README, as a reader would copy it. */
const example = async (): Promise<string> => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [, section = ''] = readme.split('\n## The client module\n');
  return /^```js\n([^]+?)^```$/m.exec(section)?.[1] ?? '';
};

const run = async (env: Readonly<Record<string, string>>) => {
  const folder = await projectWithTykey({'example.mjs': await example()});
  return promisify(execFile)(process.execPath, ['example.mjs'], {
    cwd: folder,
    env: childEnvironment(env),
  });
};

describe("the README's program", () => {
  it('has ten lines at most', async () => {
    const lines = (await example()).split('\n').filter(line => line.trim() !== '');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['Dashboard', startPractice],
    ['Gateway', startPracticeGateway],
  ] as const)('makes a key at a %s, says it, and ends by itself', async (_, start) => {
    const practice = await start({now: () => Date.now()});
    onTestFinished(() => practice.close());
    const told = await run({TYK_URL: practice.url, TYK_AUTH: practice.credential});
    const [stored, ...more] = practice.keys();
    expect(told).toEqual({stdout: stored?.key, stderr: ''});
    expect(more).toEqual([]);
    expect(stored?.session).toMatchObject({alias: 'orders ci'});
  });

  it('ends with the reason where no key is made, and without the credential in it', async () => {
    const practice = await startPractice({now: () => Date.now()});
    onTestFinished(() => practice.close());
    const said: unknown = await run({TYK_URL: practice.url, TYK_AUTH: 'wr0ng-credential'}).catch(
      (error: unknown) => error,
    );
    expect(String(said)).toMatch(/"outcome":"notCreated".*"kind":"notAuthorised"/);
    expect(String(said)).not.toContain('wr0ng-credential');
    expect(practice.keys()).toEqual([]);
  });
});
