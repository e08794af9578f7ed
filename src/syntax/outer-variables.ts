/** Variables that code uses though they are declared outside it. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * Whether a block uses a variable from outside that is written again after its declaration. What is known of its type in
 * the block is not known in a function that is made of it.
 */
export function readsWhatChanges(
  block: TSESTree.Statement,
  sourceCode: Readonly<TSESLint.SourceCode>,
): boolean {
  const within = (node: TSESTree.Node): boolean =>
    block.range[0] <= node.range[0] && node.range[1] <= block.range[1];
  const { references, through } = sourceCode.getScope(block);
  return [...references, ...through].some(
    ({ identifier, resolved }) =>
      within(identifier) && (resolved?.references.some(use => use.isWrite() && !use.init) ?? false),
  );
}
