/** How tests run once per mutant: nothing is loaded that the test does not load itself, and only the tests that are named. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: process.env['MUTATION_TESTS']?.split(',') ?? ['tests/**/*.test.ts'],
    // It measures time, of which code under mutation takes more.
    exclude: ['tests/syntax/hostile-sql.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
