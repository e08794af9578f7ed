/** The tests against real servers: `npm run test:servers` starts those, and says where they listen. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/servers/*.servers.test.ts'],
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
