/** A function's own code: its calls, those of them that somebody waits for, and what it returns. */
import { ts } from './compiler.js';
import { isAssignment } from './code-shapes.js';
import { isCall, plain, type Call } from './origin.js';
import { ownFiles } from './own-files.js';
import { walk, type FunctionNode } from './walk.js';

/** Walks a function's own code: everything below the node but the bodies of functions nested in it. */
export function walkOwn(root: ts.Node, visit: (node: ts.Node) => void): void {
  walk(root, node => {
    visit(node);
    return !ts.isFunctionLike(node) || isCalledAtOnce(node);
  });
}

/** `(async () => { … })()` runs where it stands. */
function isCalledAtOnce(node: ts.Node): boolean {
  let up = node;
  while (ts.isParenthesizedExpression(up.parent)) up = up.parent;
  return ts.isCallExpression(up.parent) && up.parent.expression === up;
}

const calls = new WeakMap<ts.Node, readonly Call[]>();

/** The calls of a piece of code, those in functions nested in it left out. */
export function callsIn(node: ts.Node): readonly Call[] {
  let known = calls.get(node);
  if (!known) calls.set(node, (known = findCalls(node)));
  return known;
}

function findCalls(node: ts.Node): readonly Call[] {
  const found: Call[] = [];
  walkOwn(node, inner => {
    if (isCall(inner)) found.push(inner);
  });
  return found;
}

const everyCall = new WeakMap<ts.SourceFile, readonly Call[]>();

/** Every call of the project, in whatever function: for what is told by the name of its callee. */
export function allCalls(program: ts.Program): readonly Call[] {
  return ownFiles(program).flatMap(file => {
    let known = everyCall.get(file);
    if (!known) everyCall.set(file, (known = findEveryCall(file)));
    return known;
  });
}

function findEveryCall(file: ts.SourceFile): readonly Call[] {
  const found: Call[] = [];
  walk(file, node => {
    if (isCall(node)) found.push(node);
    // Types hold no calls, and they are half of many files; what a class extends may be made by one.
    const isType = ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
    return !isType && !ts.isInterfaceDeclaration(node);
  });
  return found;
}

/**
 * The calls of a function that somebody may wait for: awaited, returned, kept or passed on. Nobody waits for a call
 * that stands alone as a statement or under `void`, whose value is tested, or of whose value a member is used.
 */
export function usedCalls(body: FunctionNode): readonly Call[] {
  return callsIn(body.body).filter(isWaitable);
}

function isWaitable(call: Call): boolean {
  let node: ts.Node = call;
  for (;;) {
    const { parent } = node;
    if (passesOn(parent, node)) node = parent;
    else if (isHandlerOf(parent, node)) node = parent.parent;
    else return !isPlainUse(parent, node);
  }
}

/** Whether an expression's value is that of a part of it, changed in nothing that matters here. */
function passesOn(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return (
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      (parent.right === node &&
        (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.CommaToken))
    );
  }
  // `remote.ask(id).answer` holds the promise of what `ask` began.
  if (ts.isPropertyAccessExpression(parent)) {
    return !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent);
  }
  return (
    ts.isExpression(parent) && !ts.isAwaitExpression(parent) && plain(parent) === plain(node as ts.Expression)
  );
}

/** `.then`, `.catch` and `.finally` called on a promise give a promise of the same work; `.pipe` does with an observable. */
function isHandlerOf(parent: ts.Node, node: ts.Node): parent is ts.PropertyAccessExpression {
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    /^(?:then|catch|finally|pipe)$/.test(parent.name.text) &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  );
}

/** Whether a promise that stands here is waited for by nobody. */
function isPlainUse(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return !isAssignment(parent.operatorToken.kind);
  if (ts.isCallExpression(parent)) return parent.expression === node;
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  return (
    ts.isExpressionStatement(parent) ||
    ts.isVoidExpression(parent) ||
    ts.isPropertyAccessExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isSwitchStatement(parent)
  );
}
