/**
 * Does all that an operation waits for go over connections that were there before it: a transaction handle, a checked-out
 * connection? However many such operations are started, their queries take turns, and none waits for another connection.
 */
import { functionOf } from '../typescript/body-of.js';
import { isThis, isWithin } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { valueSymbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { connectionCarriers } from './carried-connection.js';
import { handleUses } from './handle-queries.js';
import { handlesOf } from './one-connection.js';
import { callsRunBy, callsRunIn } from './queries-on.js';
import { waitsForIo } from './waits-for-io.js';

/** Answers for a function value, or for the calls of a piece of code. False where it waits for nothing. Never throws. */
export function sharesConnection(types: Types, operation: ts.Expression): boolean {
  const body = functionOf(types, operation);
  const calls = body ? callsRunBy(types, body) : callsRunIn(types, operation);
  const waiting = calls.filter(call => {
    // That something gives a promise says nothing of what it waits for.
    return waitsForIo.of(types, call)?.model !== undefined;
  });
  // What waits for other calls waits for what they wait for.
  const last = waiting.filter(call => !waiting.some(other => other !== call && isWithin(other, call)));
  const inside = body ?? operation;
  // Generous: whoever hands on a handle has it used. One that the operation opens itself is another one for each.
  const isShared = (call: Call): boolean =>
    handleUses(types, call, inside).length > 0 ||
    handlesOf(types, call).some(value => !isMadeInside(types, value, inside)) ||
    connectionCarriers(types, call).some(value => isFromOutside(types, value, inside));
  return last.length > 0 && last.every(isShared);
}

/** Whether a name, or the one that a member is taken from, is declared in the operation: what is handed in is not. */
function isMadeInside(types: Types, value: ts.Expression, inside: ts.Node): boolean {
  let root = value;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  const declared = ts.isIdentifier(root) ? valueSymbolAt(types, root)?.valueDeclaration : undefined;
  return declared !== undefined && declared.parent !== inside && isWithin(declared, inside);
}

/** Whether a value is the same for all operations: a name that is declared outside of them, or a member of the object. */
function isFromOutside(types: Types, value: ts.Expression, inside: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(value)) return isThis(value.expression);
  const declared = ts.isIdentifier(value) ? valueSymbolAt(types, value)?.valueDeclaration : undefined;
  return declared !== undefined && !isWithin(declared, inside);
}
