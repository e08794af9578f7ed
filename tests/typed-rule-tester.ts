/** A RuleTester over real library types: every case is a file of the project in `tests/samples`. */
import { RuleTester, type InvalidTestCase, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import path from 'node:path';

/** Where cases are type-checked: its tsconfig sees the packages installed for development. */
export const samplesFolder = path.join(import.meta.dirname, 'samples');

/** Cases of one rule, each with a name; findings state message, place and data. */
export interface Cases<MessageIds extends string, Options extends readonly unknown[]> {
  readonly valid: readonly (ValidTestCase<Options> & { readonly name: string })[];
  readonly invalid: readonly (InvalidTestCase<MessageIds, Options> & { readonly name: string })[];
}

/** Runs a rule over typed modules. */
export function testRule<MessageIds extends string, Options extends readonly unknown[]>(
  name: string,
  rule: TSESLint.RuleModule<MessageIds, Options>,
  cases: Cases<MessageIds, Options>,
): void {
  const tester = new RuleTester({
    languageOptions: {
      parserOptions: {
        // `file.ts`, `react.tsx` and `case.js` stand there empty; a case's code takes their place.
        projectService: true,
        tsconfigRootDir: samplesFolder,
      },
    },
  });
  // The tester brings its own copy of the rule types, alike but for private names.
  tester.run(name, rule as unknown as Parameters<typeof tester.run<MessageIds, Options>>[1], cases);
}
