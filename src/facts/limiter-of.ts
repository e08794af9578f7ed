/** Where does what a call goes through come from: was a limiter made for this one call, did a wrapper make the function? */
import { ts } from '../typescript/compiler.js';
import { calleeOf, calleeSymbol, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { isConst } from '../typescript/code-shapes.js';
import { usesOf } from '../typescript/references.js';
import { givesFunction } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { modelOf } from './model-of.js';

/**
 * Whether a call goes through a limiter that a function makes anew each time it runs: `const limit = pLimit(5)` in it, or in
 * a function in it.
 */
export function isMadeForOneCall(types: Types, call: Call, body: FunctionNode): boolean {
  let around: ts.Node | undefined = madeLimiter(types, call);
  while (around && around !== body) around = enclosingFunction(around);
  return around !== undefined;
}

/** The call or construction that made the limiter which a call goes through, where it stands in a constant; else undefined. */
function madeLimiter(types: Types, call: Call): Call | undefined {
  let root = calleeOf(call);
  if (ts.isPropertyAccessExpression(root)) root = plain(root.expression);
  const declaration = ts.isIdentifier(root) ? symbolAt(types, root)?.valueDeclaration : undefined;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !isConst(declaration)) return undefined;
  const made = declaration.initializer && plain(declaration.initializer);
  return made && isCall(made) && makesLimiter(types, made) ? made : undefined;
}

/** Only of a library's limiter is it known that one knows nothing of another. */
function makesLimiter(types: Types, made: Call): boolean {
  const model = modelOf(types, made);
  return model?.concurrency !== undefined && !model.runs && !model.handles;
}

/**
 * Whether a call makes a limiter that one task alone is given to, each time the function around it runs: then nothing
 * ever waits for anything. Not where it is handed on, kept, or used in a loop or in a function inside.
 */
export function servesOneTask(types: Types, made: Call): boolean {
  const home = enclosingFunction(made);
  const declaration = made.parent;
  if (!home || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false;
  if (!isConst(declaration) || !makesLimiter(types, made)) return false;
  const uses = usesOf(types, declaration.name).filter(use => use !== declaration.name);
  const calls = uses.map(use => callOn(use));
  const isSeen = calls.every(
    call => call && enclosingFunction(call) === home && turnsOrLoopAround(call) === undefined,
  );
  const tasks = calls.filter(call => {
    const model = call && modelOf(types, call);
    return model?.runs?.limited === true && model.runs.times === 'once';
  });
  return isSeen && tasks.length === 1;
}

/** `limit(task)` and `queue.add(task)` of their `limit` and `queue`. */
function callOn(use: ts.Node): Call | undefined {
  const callee =
    ts.isPropertyAccessExpression(use.parent) && use.parent.expression === use ? use.parent : use;
  const { parent } = callee;
  return isCall(parent) && calleeOf(parent) === callee ? parent : undefined;
}

function turnsOrLoopAround(node: ts.Node): ts.Node | undefined {
  for (let up = node.parent; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    if (ts.isIterationStatement(up, false)) return up;
  }
  return undefined;
}

/** The call that made the function which is called here of another function: `limiter.wrap(load)`; undefined for others. */
export function wrapperOf(types: Types, call: Call): Call | undefined {
  const declaration = calleeSymbol(types, call)?.valueDeclaration;
  const initializer = declaration && initializerOf(declaration);
  const made = initializer && plain(initializer);
  if (!made || !ts.isCallExpression(made)) return undefined;
  return made.arguments.some(each => isFunctionNode(plain(each)) || isFunctionName(types, each))
    ? made
    : undefined;
}

function initializerOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isVariableDeclaration(declaration))
    return isConst(declaration) ? declaration.initializer : undefined;
  return ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)
    ? declaration.initializer
    : undefined;
}

function isFunctionName(types: Types, argument: ts.Expression): boolean {
  const value = plain(argument);
  return (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) && givesFunction(types, value);
}
