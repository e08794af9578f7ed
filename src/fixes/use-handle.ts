/** Writes the handle of a transaction where its root stands. */
import type { TSESLint } from '@typescript-eslint/utils';

/** `prisma.user.create()` as `tx.user.create()`. */
export function useHandle(range: readonly [number, number], handle: string): TSESLint.ReportFixFunction {
  return fixer => fixer.replaceTextRange([range[0], range[1]], handle);
}
