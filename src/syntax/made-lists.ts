/** Lists that are made where they are used. */
import type { TSESTree } from '@typescript-eslint/utils';

/** Whether an argument may be a list made one item at a time: `batch(ids.map(load))`, `batch(pending)`. */
export function isMadeList(argument: TSESTree.CallExpressionArgument): boolean {
  return isMapped(argument) || (argument.type === 'Identifier' && isListHere(argument));
}

function isMapped(node: TSESTree.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.property.type === 'Identifier' &&
    /^(?:map|flatMap)$/.test(node.callee.property.name)
  );
}

/** Whether a name is declared in a block around its use as a mapped list, or an empty one to be filled. */
function isListHere(use: TSESTree.Identifier): boolean {
  for (let up: TSESTree.Node | undefined = use.parent; up; up = up.parent) {
    if (up.type !== 'BlockStatement' && up.type !== 'Program') continue;
    for (const statement of up.body) {
      const declarations = statement.type === 'VariableDeclaration' ? statement.declarations : [];
      const found = declarations.find(({ id }) => id.type === 'Identifier' && id.name === use.name)?.init;
      if (found) return isMapped(found) || (found.type === 'ArrayExpression' && found.elements.length === 0);
    }
  }
  return false;
}
