/** Which names a piece of code awaits. */
import type { TSESTree } from '@typescript-eslint/utils';

/** Whether code has `await name` in it, outside functions and loops nested in it: each loop is looked at once. */
export function awaitsName(code: TSESTree.Node, name: string): boolean {
  const waiting: TSESTree.Node[] = [code];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'AwaitExpression' && node.argument.type === 'Identifier' && node.argument.name === name)
      return true;
    if (!/Function|^(?:For|While|DoWhile)/.test(node.type)) waiting.push(...childrenOf(node));
  }
  return false;
}

function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'parent')
    .flatMap(([, value]: [string, unknown]) => value)
    .filter(isNode);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
