import {defineConfig} from 'vitest/config';

/** The tests with a real gateway and a real Redis, which need Go and redis-server: `npm run test:gateway`. */
export default defineConfig({
  test: {
    include: ['test/gateway/**/*.gateway.test.ts'],
    globalSetup: ['test/helpers/build-once.ts', 'test/gateway/build-gateways.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    unstubEnvs: true,
  },
});
