/** What stands below a node of ESLint's tree. */
import type { TSESTree } from '@typescript-eslint/utils';

/** The nodes that a node holds, in no promised order; what it stands in is none of them. Never throws. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'parent')
    .flatMap(([, value]: [string, unknown]) => value)
    .filter(isNode);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
