/** Test frameworks declare their tests by calls at the top level of a module. */
import type { LibraryModel } from '../vocabulary.js';

const test = { declares: 'test' } as const;

export const testFrameworks = {
  package: 'vitest',
  tested: '4.x; jest 30, mocha 10, Jasmine, node:test, bun:test, Playwright',
  docs: 'https://vitest.dev/api/',
  declaredIn: [
    '@vitest/runner',
    'jest',
    '@jest/globals',
    '@jest/types',
    'mocha',
    'jasmine',
    'node:test',
    'bun:test',
    '@playwright/test',
    'playwright',
  ],
  calls: {
    describe: test,
    suite: test,
    test,
    it: test,
    context: test,
    specify: test,
    beforeAll: test,
    beforeEach: test,
    afterAll: test,
    afterEach: test,
    before: test,
    after: test,
    'TestCollectorCallable#()': test,
    'SuiteCollectorCallable#()': test,
    'EachFunctionReturn#()': test,
    'TestForFunctionReturn#()': test,
    'SuiteAPI#()': test,
    'TestAPI#()': test,
    'It#()': test,
    'Describe#()': test,
    'SuiteFunction#()': test,
    'TestFunction#()': test,
  },
} as const satisfies LibraryModel;
