/** Makes edits of a text without types: what a fix writes depends on the code alone. */
import parser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Linter, type Rule } from 'eslint';

/** What a fix makes of the first node that a selector finds; null where it makes none. */
export type Repair = (
  node: never,
  sourceCode: Readonly<TSESLint.SourceCode>,
) => TSESLint.ReportFixFunction | null;

/**
 * The text after the edits of one fix, or null where it offers none.
 *
 * @param selector of the node that the fix is given; the first one counts
 * @throws Error where the text does not parse, or holds no such node
 */
export function apply(text: string, selector: string, repair: Repair): string | null {
  let made: TSESLint.ReportFixFunction | null | undefined;
  const rule = {
    meta: { fixable: 'code', schema: [] },
    create: (context: { sourceCode: Readonly<TSESLint.SourceCode>; report(found: object): void }) => ({
      [selector](node: TSESTree.Node) {
        if (made !== undefined) return;
        made = repair(node as never, context.sourceCode);
        context.report({ node, message: 'found', ...(made && { fix: made }) });
      },
    }),
  };
  const messages = new Linter().verify(
    text,
    {
      files: ['**/*.ts'],
      plugins: { repair: { rules: { once: rule as unknown as Rule.RuleModule } } },
      rules: { 'repair/once': 'error' },
      languageOptions: { parser },
    },
    { filename: 'file.ts' },
  );
  const [first, ...others] = messages;
  if (first?.ruleId !== 'repair/once' || others.length > 0)
    throw new Error(first?.message ?? `no ${selector} in ${text}`);
  if (!first.fix) return null;
  const [start, end] = first.fix.range;
  return text.slice(0, start) + first.fix.text + text.slice(end);
}
