import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** The built program. `build-once.ts` builds it from the present source before any test runs. */
export const bundlePath = path.join(root, 'dist', 'tykey.cjs');
