/**
 * Does calling this function a second time hand back what the first call began? A promise kept in a field or a map makes
 * one wait of many calls, so that what a call waits for says nothing of how often anybody waits.
 */
import { changedBy } from '../typescript/changed-by.js';
import { ts } from '../typescript/compiler.js';
import { walkOwn } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';

const known = new WeakMap<FunctionNode, boolean>();

/** Whether a body keeps what it works out in a place that it looks at first. By syntax alone; never throws. */
export function remembers(body: FunctionNode): boolean {
  let answer = known.get(body);
  if (answer === undefined) known.set(body, (answer = keepsResult(body)));
  return answer;
}

function keepsResult(body: FunctionNode): boolean {
  const own = namesOf(body);
  const kept = new Set<string>();
  const looked = new Set<string>();
  walkOwn(body.body, node => {
    // `this.key ??= load()` looks and keeps at once.
    if (ts.isBinaryExpression(node) && isOnlyIfAbsent(node.operatorToken.kind) && isOuter(node.left, own)) {
      kept.add(node.left.getText());
      looked.add(node.left.getText());
    }
    const changed = changedBy(node);
    if (changed && isOuter(changed.target, own)) kept.add(placeOf(changed.target));
    const read = lookedAt(node);
    if (read && isOuter(read, own)) looked.add(placeOf(read));
  });
  return [...kept].some(place => looked.has(place));
}

function isOnlyIfAbsent(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.QuestionQuestionEqualsToken || operator === ts.SyntaxKind.BarBarEqualsToken
  );
}

/** `this.pending` of `this.pending.set` and `this.pending.get`, else the place itself. */
function placeOf(target: ts.Expression): string {
  const isOfMap = ts.isPropertyAccessExpression(target) && /^(?:get|has|set)$/.test(target.name.text);
  return (isOfMap ? target.expression : target).getText();
}

/** What a condition tests, or what is asked of a map: `if (this.key)`, `this.pending.get(id)`. */
function lookedAt(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return /^(?:get|has)$/.test(node.expression.name.text) ? node.expression : undefined;
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isIdentifier(node)) return undefined;
  let up: ts.Node = node;
  while (ts.isBinaryExpression(up.parent) || ts.isPrefixUnaryExpression(up.parent) || isArgument(up))
    up = up.parent;
  const { parent } = up;
  const isTested =
    (ts.isIfStatement(parent) && parent.expression === up) ||
    (ts.isConditionalExpression(parent) && parent.condition === up);
  return isTested ? node : undefined;
}

/** `isDefined(this.key)` tests as much as the value itself. */
function isArgument(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.arguments.some(each => each === node);
}

/** A field, or a name that the function does not declare itself. */
function isOuter(place: ts.Expression, own: ReadonlySet<string>): boolean {
  let root = place;
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = root.expression;
  return root.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(root) && !own.has(root.text));
}

/** The names that a function declares: its parameters and variables. */
function namesOf(body: FunctionNode): ReadonlySet<string> {
  const names = new Set(body.parameters.map(parameter => parameter.name.getText()));
  walkOwn(body.body, node => {
    if (ts.isVariableDeclaration(node)) names.add(node.name.getText());
  });
  return names;
}
