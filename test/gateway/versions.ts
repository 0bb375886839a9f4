import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {mkdir, rename} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';

/** Each is a Go module of ours, in a folder of this name, around the gateway of one commit. */
export const versions = ['v4.0.3', 'v4.1-dev'] as const;
export type Version = (typeof versions)[number];

const moduleFolder = (version: Version): string => path.join(import.meta.dirname, version);

/** Where the built gateway is or will be: outside the tree, in a folder named after all it is made of. */
export const binaryOf = (version: Version): string => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['go.mod', 'go.sum', 'main.go'])
    hash.update(readFileSync(path.join(moduleFolder(version), file)));
  const caches = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return path.join(caches, 'tykey-gateway', hash.digest('hex').slice(0, 16), 'tyk-gateway');
};

/** What the tests with a real gateway need and this machine lacks, in one line; `undefined` = nothing. */
export const whatIsMissing = (): string | undefined => {
  const built = versions.every(version => existsSync(binaryOf(version)));
  const needed = [
    ...(built ? [] : [{name: 'Go', command: 'go', args: ['version']}]),
    {name: 'redis-server', command: 'redis-server', args: ['--version']},
  ];
  const missing = needed.filter(({command, args}) => spawnSync(command, args).status !== 0);
  return missing.length === 0
    ? undefined
    : `A real gateway needs ${missing.map(({name}) => name).join(' and ')}, not found here.`;
};

/** Whether a missing Go or Redis is a failure, as in `.ci/run`, instead of a reason to skip. */
export const gatewayIsRequired = (): boolean => process.env['TYKEY_REQUIRE_GATEWAY'] === '1';

/** Builds the gateways that are not there yet, one after the other: about 90 s each, 1 GB of memory. */
export const buildGateways = async (tell: (line: string) => void): Promise<void> => {
  for (const version of versions) {
    const binary = binaryOf(version);
    if (existsSync(binary)) continue;
    tell(`Building the gateway ${version}, about 90 s the first time …`);
    const started = performance.now();
    await build(version, binary);
    tell(`Built ${version} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  }
};

/** Under another name until it is whole, for somebody else may be looking for it. */
const build = async (version: Version, binary: string): Promise<void> => {
  const unfinished = `${binary}.${process.pid}`;
  await mkdir(path.dirname(binary), {recursive: true});
  const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w'];
  const child = spawn('go', ['build', ...flags, '-o', unfinished, '.'], {
    cwd: moduleFolder(version),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) resolve();
      else reject(new Error(`The gateway ${version} can't be built: go ended with ${code}`));
    });
  });
  await rename(unfinished, binary);
};
