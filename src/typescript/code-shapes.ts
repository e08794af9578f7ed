/** Questions about code that its syntax alone answers. None throws. */
import { ts } from './compiler.js';
import { plain } from './origin.js';

/** Whether a node is part of another one, or is it. */
export function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.getSourceFile() === outer.getSourceFile() && outer.pos <= node.pos && node.end <= outer.end;
}

/** `null` or `undefined`, as written. */
export function isNothing(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined');
}

/** Whether a variable is declared with `const`. */
export function isConst(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

/** Whether a branch ends its function: by a `return` or a `throw` of its own, or as the last of its block. */
export function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** `&&`, `||` and `??`: whether the right side runs, the left side decides. */
export function isShortCircuit({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** Whether an operator gives what stands to its left a value: `=`, `+=`, `??=`. */
export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

/** `++` and `--`. */
export function isCounting(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

/** `this`, in parentheses and assertions as well. */
export function isThis(expression: ts.Expression): boolean {
  return plain(expression).kind === ts.SyntaxKind.ThisKeyword;
}

/** `[]`, `new Set()`. */
export function isEmptyCollection(expression: ts.Expression): boolean {
  const value = plain(expression);
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  return ts.isNewExpression(value) && (value.arguments?.length ?? 0) === 0;
}

/** What a chain of members hangs on: `options` of `options.retry.signal`, a value itself where it is no member. */
export function rootOf(value: ts.Expression): ts.Expression {
  let root = plain(value);
  while (ts.isPropertyAccessExpression(root)) root = plain(root.expression);
  return root;
}

/** Where a node stands in the text, from its first character to behind its last. */
export function rangeOf(node: ts.Node): readonly [start: number, end: number] {
  return [node.getStart(), node.end];
}

/** Whether a declaration gives this name to what is declared, or to a part of it. */
export function binds(name: ts.BindingName, text: string): boolean {
  if (ts.isIdentifier(name)) return name.text === text;
  return name.elements.some(each => !ts.isOmittedExpression(each) && binds(each.name, text));
}

/** The variable or parameter that a destructuring pattern belongs to; undefined for other patterns. */
export function holderOf(
  pattern: ts.BindingPattern,
): ts.VariableDeclaration | ts.ParameterDeclaration | undefined {
  let node: ts.Node = pattern.parent;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  return ts.isVariableDeclaration(node) || ts.isParameter(node) ? node : undefined;
}

/** Whether code stands in the `catch` of a `try` of its own function. */
export function isInCatch(node: ts.Node): boolean {
  for (let up = node; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent)
    if (ts.isCatchClause(up)) return true;
  return false;
}

/**
 * Whether a node stands in a loop of its own function that ends when somebody says so, and not when its work is done:
 * `while (true)`, `for (;;)`, `while (!this.stopped)`.
 */
export function isInEndlessLoop(node: ts.Node): boolean {
  for (let up = node; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    if ((ts.isWhileStatement(up) || ts.isDoStatement(up)) && isSwitch(up.expression)) return true;
    if (ts.isForStatement(up) && (up.condition === undefined || isSwitch(up.condition))) return true;
  }
  return false;
}

/** `true`, or a flag of something: `this.running`, `!signal.aborted`. */
function isSwitch(condition: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(condition)) return isSwitch(condition.expression);
  if (ts.isPrefixUnaryExpression(condition))
    return condition.operator === ts.SyntaxKind.ExclamationToken && isSwitch(condition.operand);
  return condition.kind === ts.SyntaxKind.TrueKeyword || ts.isPropertyAccessExpression(condition);
}
