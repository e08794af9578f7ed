/** Puts another expression where one stands. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The edit; of `{ signal }` it keeps the name of the property. Null for expressions that are no values. */
export function replaceExpression(node: TSESTree.Node, text: string): TSESLint.ReportFixFunction | null {
  const { parent } = node;
  if (parent?.type !== 'Property' || !parent.shorthand) return fixer => fixer.replaceText(node, text);
  return parent.key.type === 'Identifier' && parent.key.name !== text
    ? fixer => fixer.insertTextAfter(node, `: ${text}`)
    : null;
}
