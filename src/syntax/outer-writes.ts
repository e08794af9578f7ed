/** Whether a function changes what outlives it after some point: what else runs in between would see it half done. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findVariable, getPropertyName } from '@typescript-eslint/utils/ast-utils';
import { childrenOf } from './children.js';

const changing =
  /^(?:push|unshift|pop|shift|splice|fill|copyWithin|set|add|delete|clear|sort|reverse|assign|defineProperty|defineProperties|setPrototypeOf)$/;

/**
 * By syntax: assignments to fields and outer names, and methods that change, behind the node, in a loop around it, or in a
 * function that may be called behind it. What others may hold as well, such as what a parameter is, outlives the function.
 */
export function changesOuterAfter(node: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  let loop: TSESTree.Node = node;
  let body: TSESTree.Node = node;
  while (body.parent && !body.type.includes('Function')) {
    body = body.parent;
    if (/^(?:For|While|DoWhile)/.test(body.type)) loop = body;
  }
  const around = body;
  let isChanged = false;
  walk(around, (each, isInside) => {
    const isBehind = isInside || each.range[1] > loop.range[0];
    if (!isChanged && isBehind)
      isChanged = targetsOf(each).some(target => !isOwn(target, around, sourceCode));
  });
  return isChanged;
}

/** The places that a node changes: variables, members, and collections. */
function targetsOf(node: TSESTree.Node): TSESTree.Node[] {
  if (node.type === 'AssignmentExpression') return placesIn(node.left);
  if (node.type === 'UpdateExpression') return [node.argument];
  if (node.type === 'UnaryExpression') return node.operator === 'delete' ? [node.argument] : [];
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement')
    return node.left.type === 'VariableDeclaration' ? [] : placesIn(node.left);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const name = getPropertyName(node.callee);
  // What is put into a collection changes the collection, and not which one that is.
  return name !== null && changing.test(name) ? [node.callee] : [];
}

/** `first` and `shared.rest` of `[first, ...shared.rest] = read()`; keys and what stands in for nothing are no places. */
function placesIn(pattern: TSESTree.Node): TSESTree.Node[] {
  switch (pattern.type) {
    case 'ArrayPattern':
      return pattern.elements.flatMap(each => (each ? placesIn(each) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap(placesIn);
    case 'Property':
      return placesIn(pattern.value);
    case 'AssignmentPattern':
      return placesIn(pattern.left);
    case 'RestElement':
      return placesIn(pattern.argument);
    default:
      return [pattern];
  }
}

/**
 * Whether nobody else sees a change of this place: a variable of the function, or a member of what the function made itself
 * and put into one.
 */
function isOwn(
  place: TSESTree.Node,
  body: TSESTree.Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
): boolean {
  let root = place;
  while (root.type === 'MemberExpression' || root.type === 'TSNonNullExpression')
    root = root.type === 'MemberExpression' ? root.object : root.expression;
  if (root.type !== 'Identifier') return false;
  const variable = findVariable(sourceCode.getScope(root), root);
  const defs = variable?.defs ?? [];
  const isDeclared =
    defs.length > 0 &&
    defs.every(({ name }) => name.range[0] >= body.range[0] && name.range[1] <= body.range[1]);
  if (!isDeclared || root === place) return isDeclared;
  const isKept = variable?.references.filter(each => each.isWrite()).length === 1;
  return isKept && defs.every(({ node }) => isMade(node));
}

/** Whether a declaration puts something new into a variable: `const rows = []`, `new Map()`, `{}`. */
function isMade(declaration: TSESTree.Node): boolean {
  if (declaration.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return false;
  let value: TSESTree.Node | null = declaration.init;
  while (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression')
    value = value.expression;
  return value !== null && /^(?:Array|Object|New)Expression$/.test(value.type);
}

/** Visits a function and says of each node whether it stands in a function inside. */
function walk(body: TSESTree.Node, visit: (node: TSESTree.Node, isInside: boolean) => void): void {
  const waiting: { readonly node: TSESTree.Node; readonly isInside: boolean }[] = [
    { node: body, isInside: false },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, isInside } = next;
    visit(node, isInside);
    const isBelow = isInside || (node !== body && node.type.includes('Function'));
    waiting.push(...childrenOf(node).map(child => ({ node: child, isInside: isBelow })));
  }
}
