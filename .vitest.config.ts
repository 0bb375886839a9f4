import {configDefaults, defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // These have a run of their own: `npm run test:gateway`.
    exclude: [...configDefaults.exclude, '**/*.gateway.test.*'],
    globalSetup: ['test/helpers/build-once.ts'],
    pool: 'forks',
    // Each worker may drive a program in a terminal: more of them than this and all of them wait.
    maxWorkers: 2,
    testTimeout: 30_000,
    unstubEnvs: true,
  },
});
