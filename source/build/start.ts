import type {Metafile} from 'esbuild';

/** All modules that run before the program's first line: reached from the entry without `import()`. */
export const loadedAtStart = ({inputs, outputs}: Metafile): ReadonlySet<string> => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const {path, kind} of inputs[file]?.imports ?? []) {
      if (kind !== 'dynamic-import') load(path);
    }
  };
  for (const {entryPoint} of Object.values(outputs)) {
    if (entryPoint !== undefined) load(entryPoint);
  }
  return loaded;
};
