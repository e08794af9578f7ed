import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Whole adoptions with several versions of ESLint: `npm run test:slow`.
    exclude: ['tests/**/*.slow.test.ts', 'tests/**/*.servers.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // Type programs are memory-hungry and each worker would build its own; two keep a laptop usable.
    maxWorkers: 2,
    // Many tests build a program or run the command; how long that takes is no result of theirs.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
