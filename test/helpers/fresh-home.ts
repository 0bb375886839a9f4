import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Overrides} from './child-environment.ts';

/** A home and a folder for temporary files that nobody has used before. */
export type FreshHome = {
  /** Start the program here, so that files without a path are found too. */
  readonly home: string;
  readonly env: Overrides;
  /** Where the program's stderr goes: the terminal would show it in the middle of a frame. */
  readonly stderr: string;
  /** What is written there now. */
  readonly readStderr: () => string;
  /** Every file that is there now, by its path, the one for stderr among them. */
  readonly files: () => ReadonlyMap<string, Buffer>;
  readonly remove: () => void;
};

export const freshHome = (): FreshHome => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tykey-walk-'));
  const [home, temporary] = [path.join(folder, 'home'), path.join(folder, 'tmp')];
  for (const made of [home, temporary]) mkdirSync(made);
  const stderr = path.join(folder, 'stderr');
  return {
    home,
    stderr,
    env: {
      HOME: home,
      TMPDIR: temporary,
      XDG_CONFIG_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      XDG_DATA_HOME: undefined,
      XDG_STATE_HOME: undefined,
    },
    readStderr: () => readFileSync(stderr, 'utf8'),
    files: () =>
      new Map(
        readdirSync(folder, {recursive: true, withFileTypes: true})
          .filter(entry => entry.isFile())
          .map(entry => path.join(entry.parentPath, entry.name))
          .map(name => [name, readFileSync(name)]),
      ),
    remove: () => {
      rmSync(folder, {recursive: true, force: true});
    },
  };
};
