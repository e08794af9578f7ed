/** Which names a piece of code awaits. */
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from './children.js';

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
