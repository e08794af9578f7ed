/** Test file: a module that declares tests. */
import { declaresTests } from '../facts/declares-tests.js';
import type { Types } from '../typescript/types-of.js';

/** Whether a module calls what a test framework declares, or a function of the project that does: `describe(…)`. */
export function isTestFile(types: Types): boolean {
  return declaresTests(types, types.sourceFile);
}
