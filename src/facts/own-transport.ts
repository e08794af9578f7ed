/**
 * Is a call made on a client that the project gave a function of its own to send its requests with? A `fetch` that puts
 * fifty requests into one, an agent that takes turns: how many really go out at once, the call does not show.
 */
import { bodyOf, functionOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { givesFunction } from '../typescript/shape-of.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode } from '../typescript/walk.js';

/** How many variables and parameters are followed from the call to where the client is made. */
const deepest = 4;

/** Whether the client at the root of the callee is made with such a function among its options. Never throws. */
export function hasOwnTransport(types: Types, call: Call): boolean {
  let root = calleeOf(call);
  while (ts.isPropertyAccessExpression(root)) root = plain(root.expression);
  return ts.isIdentifier(root) && root !== calleeOf(call) && isMadeWithFunction(types, root, 0);
}

function isMadeWithFunction(types: Types, client: ts.Expression, depth: number): boolean {
  if (depth > deepest) return false;
  const value = plain(client);
  if (ts.isAwaitExpression(value)) return isMadeWithFunction(types, value.expression, depth + 1);
  if (ts.isCallExpression(value) || ts.isNewExpression(value))
    return (value.arguments ?? []).some(holdsFunction);
  const declaration = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  if (!declaration) return false;
  if (ts.isVariableDeclaration(declaration)) {
    return (
      declaration.initializer !== undefined && isMadeWithFunction(types, declaration.initializer, depth + 1)
    );
  }
  if (!ts.isParameter(declaration) || !isFunctionNode(declaration.parent)) return false;
  const path = `arg${declaration.parent.parameters.indexOf(declaration)}` as const;
  return (callersOf(types, declaration.parent) ?? []).some(call => {
    const given = argumentAt(call, path);
    return given !== undefined && isMadeWithFunction(types, given, depth + 1);
  });

  function holdsFunction(options: ts.Expression): boolean {
    const object = plain(options);
    return (
      ts.isObjectLiteralExpression(object) &&
      object.properties.some(
        property => ts.isPropertyAssignment(property) && isOwnFunction(types, property.initializer, depth),
      )
    );
  }
}

/** A function of the project, or what is made for it: by a function of its own, or one that gives a function. */
function isOwnFunction(types: Types, value: ts.Expression, depth: number): boolean {
  const made = plain(value);
  // `batchFetch({ maxBatchSize: 50 })` of a package makes one as well.
  if (isCall(made)) return bodyOf(types, made) !== undefined || givesFunction(types, made);
  if (functionOf(types, made)) return true;
  const declaration = ts.isIdentifier(made) ? symbolAt(types, made)?.valueDeclaration : undefined;
  return (
    declaration !== undefined &&
    depth <= deepest &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    isCall(plain(declaration.initializer)) &&
    isOwnFunction(types, declaration.initializer, depth + 1)
  );
}
