/**
 * May the transaction that this method opens be opened in another one? A field that objects are given a handle for as
 * they are made, `new Orders(tx)`, is a root only for who is known to call the method on an object that was made with one.
 */
import { ts } from '../typescript/compiler.js';
import { isThis } from '../typescript/code-shapes.js';
import { hasField, madeWith } from '../typescript/made-with.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { enclosingFunction, type FunctionNode } from '../typescript/walk.js';
import { isGivenHandle } from './always-pool.js';
import { connectionsOf, type Connection } from './connection-of.js';
import { inMap } from './model-of.js';

/** How far calls of methods by methods of the same object are followed. */
const deepest = 4;

/** Whether nobody in sight is known to have made the object with a root, and somebody made one with a handle. Never throws. */
export function mayBeOpenedOnHandle(types: Types, opener: ts.Node, root: Connection): boolean {
  const { kind, place } = root;
  const isField = place !== undefined && (ts.isParameter(place) || ts.isPropertyDeclaration(place));
  if (kind !== 'either' || !isField) return false;
  const method = methodAround(types, opener, place);
  if (!method || !isGivenHandleSomewhere(types, place)) return false;
  const methods = inMap(inMap(called, types.program, newMap<Known<boolean>>), place, newMap<boolean>);
  return !inMap(methods, method, () => isCalledOnRoot(types, method, place, 0));
}

type Known<V> = WeakMap<ts.Node, V>;

const given = new WeakMap<ts.Program, Known<boolean>>();
/** By the field and the method. */
const called = new WeakMap<ts.Program, Known<Known<boolean>>>();

function newMap<V>(): Known<V> {
  return new WeakMap<ts.Node, V>();
}

function isGivenHandleSomewhere(types: Types, place: ts.Declaration): boolean {
  return inMap(inMap(given, types.program, newMap<boolean>), place, () => isGivenHandle(types, place));
}

/** The method that some code stands in, of a class whose objects have the field. */
function methodAround(types: Types, code: ts.Node, field: ts.Declaration): FunctionNode | undefined {
  for (let body = enclosingFunction(code); body; body = enclosingFunction(body))
    if (ts.isClassLike(body.parent))
      return ts.isConstructorDeclaration(body) || !hasField(types, body.parent, field) ? undefined : body;
  return undefined;
}

function isCalledOnRoot(types: Types, method: FunctionNode, field: ts.Declaration, depth: number): boolean {
  if (depth > deepest) return false;
  return (callersOf(types, method) ?? []).some(call => {
    const object = argumentAt(call, 'this');
    if (!object) return false;
    if (isThis(object)) {
      const caller = methodAround(types, call, field);
      return caller !== undefined && isCalledOnRoot(types, caller, field, depth + 1);
    }
    const given = madeWith(types, object, field);
    return given !== undefined && connectionsOf(types, given).some(each => isRoot(types, each));
  });
}

function isRoot(types: Types, { kind, place }: Connection): boolean {
  return kind === 'pool' || (kind === 'either' && !(place && isGivenHandleSomewhere(types, place)));
}
