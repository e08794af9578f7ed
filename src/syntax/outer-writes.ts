/** Whether a function changes what outlives it after some point: what else runs in between would see it half done. */
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from './children.js';

const changing = /^(?:push|unshift|pop|shift|splice|set|add|delete|clear|sort|reverse|assign)$/;

/** By syntax: assignments to fields and outer names, and methods that change, behind the node or in a loop around it. */
export function changesOuterAfter(node: TSESTree.Node): boolean {
  let loop: TSESTree.Node = node;
  let body: TSESTree.Node = node;
  while (body.parent && !body.type.includes('Function')) {
    body = body.parent;
    if (/^(?:For|While|DoWhile)/.test(body.type)) loop = body;
  }
  const own = new Set<string>();
  const changed: { readonly root: string; readonly at: number }[] = [];
  walk(body, each => {
    if (each.type === 'VariableDeclarator') for (const name of namesIn(each.id)) own.add(name);
    const target = targetOf(each);
    if (target) changed.push({ root: rootOf(target), at: each.range[1] });
  });
  if ('params' in body) for (const name of body.params.flatMap(namesIn)) own.add(name);
  return changed.some(({ root, at }) => at > loop.range[0] && !own.has(root));
}

function targetOf(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'AssignmentExpression') return node.left;
  if (node.type === 'UpdateExpression') return node.argument;
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return node.argument;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { property, object } = node.callee;
  return property.type === 'Identifier' && changing.test(property.name) ? object : undefined;
}

/** The name that a place is reached through; `this` for fields, and empty for what has none. */
function rootOf(target: TSESTree.Node): string {
  let root = target;
  while (root.type === 'MemberExpression' || root.type === 'TSNonNullExpression')
    root = root.type === 'MemberExpression' ? root.object : root.expression;
  if (root.type === 'ThisExpression') return 'this';
  return root.type === 'Identifier' ? root.name : '';
}

function namesIn(pattern: TSESTree.Node): string[] {
  const names: string[] = [];
  walk(pattern, each => {
    if (each.type === 'Identifier') names.push(each.name);
  });
  return names;
}

function walk(root: TSESTree.Node, visit: (node: TSESTree.Node) => void): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    waiting.push(...childrenOf(node));
  }
}
