/**
 * Does code run because something failed, ended, or was told to stop? What it does then must go on: it tells others that it
 * is over, gives back what is held, or takes back what was begun.
 */
import { isConst } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { isCleanup } from './needs-signal.js';
import { waitsForAbort } from './waits-for-abort.js';

/** Whether it does by where it stands in what holds it: a clean-up, a branch that an abort takes, or behind a wait for one. */
export function runsForAbort(types: Types, node: ts.Node, parent: ts.Node): boolean {
  if (isCleanup(node, parent)) return true;
  if (ts.isIfStatement(parent) && node !== parent.expression && testsAborted(parent.expression)) return true;
  return (
    ts.isBlock(parent) && parent.statements.some(each => each.end <= node.pos && waitsForAbort(types, each))
  );
}

/** `if (signal.aborted)`: what follows runs because of the abort. */
function testsAborted(condition: ts.Expression): boolean {
  return anyBelow(condition, node => ts.isPropertyAccessExpression(node) && node.name.text === 'aborted');
}

/** Whether a function with a name of its own is called for that alone: `const cancel = () => …; if (signal.aborted) await cancel();`. */
export function isCalledForAbort(types: Types, body: FunctionNode): boolean {
  const name = nameOf(body);
  const uses = name ? usesOf(types, name) : [];
  return (
    uses.length > 0 &&
    uses.every(use => {
      if (!ts.isCallExpression(use.parent) || use.parent.expression !== use) return false;
      for (
        let node: ts.Node = use.parent;
        !isFunctionNode(node) && !ts.isSourceFile(node.parent);
        node = node.parent
      )
        if (runsForAbort(types, node, node.parent)) return true;
      return false;
    })
  );
}

function nameOf(body: FunctionNode): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(body)) return body.name;
  const { parent } = body;
  return ts.isVariableDeclaration(parent) && isConst(parent) && ts.isIdentifier(parent.name)
    ? parent.name
    : undefined;
}
