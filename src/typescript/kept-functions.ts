/** The functions that an object keeps in a list of its own, to call them later. */
import { isConst, isEmptyCollection, isThis } from './code-shapes.js';
import { ts } from './compiler.js';
import { calleeOf, plain, symbolAt, type Call } from './origin.js';
import { usesOf } from './references.js';
import type { Types } from './types-of.js';
import { isFunctionNode } from './walk.js';

/**
 * All that a call may run which takes its function from a private list: `this.queue[0]()`, `const job = this.queue.shift();
 * job?.()`. Undefined for other calls, and where not each of them is written in place. Never throws.
 */
export function functionsKept(types: Types, call: Call): readonly ts.Expression[] | undefined {
  const field = listOf(types, plain(calleeOf(call)));
  if (!field || !isOwn(field) || !field.initializer || !isEmptyCollection(field.initializer))
    return undefined;
  const kept: ts.Expression[] = [];
  for (const use of usesOf(types, field.name)) {
    const added = addedAt(use.parent);
    if (!added?.every(each => isFunctionNode(each))) return undefined;
    kept.push(...added);
  }
  return kept.length > 0 ? kept : undefined;
}

type Field = ts.PropertyDeclaration & { readonly name: ts.Identifier | ts.PrivateIdentifier };

/** The field that a function was taken from. */
function listOf(types: Types, taken: ts.Expression): Field | undefined {
  if (ts.isIdentifier(taken)) {
    const declared = symbolAt(types, taken)?.valueDeclaration;
    const value =
      declared && ts.isVariableDeclaration(declared) && isConst(declared) ? declared.initializer : undefined;
    return value && !ts.isIdentifier(plain(value)) ? listOf(types, plain(value)) : undefined;
  }
  const list = ts.isElementAccessExpression(taken) ? taken.expression : shiftedOff(taken);
  if (!list || !ts.isPropertyAccessExpression(list) || !isThis(list.expression)) return undefined;
  const field = symbolAt(types, list.name)?.valueDeclaration;
  return field && ts.isPropertyDeclaration(field) && isNamed(field) ? field : undefined;
}

/** `queue` of `queue.shift()` and `queue.pop()`. */
function shiftedOff(taken: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(taken) || !ts.isPropertyAccessExpression(taken.expression)) return undefined;
  const { expression: list, name } = taken.expression;
  return /^(?:shift|pop)$/.test(name.text) ? list : undefined;
}

function isNamed(field: ts.PropertyDeclaration): field is Field {
  return ts.isIdentifier(field.name) || ts.isPrivateIdentifier(field.name);
}

/** Whether nobody but its class can reach a field. */
function isOwn(field: Field): boolean {
  return (
    ts.isPrivateIdentifier(field.name) ||
    (ts.getCombinedModifierFlags(field) & ts.ModifierFlags.Private) !== 0
  );
}

/** What one use of the list puts into it: nothing where it is read; undefined where it is given away or set. */
function addedAt(list: ts.Node): readonly ts.Expression[] | undefined {
  const { parent } = list;
  if (ts.isElementAccessExpression(parent)) return [];
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== list) return undefined;
  if (parent.name.text === 'length') return [];
  if (!ts.isCallExpression(parent.parent)) return undefined;
  if (/^(?:shift|pop)$/.test(parent.name.text)) return [];
  return /^(?:push|unshift)$/.test(parent.name.text) ? parent.parent.arguments : undefined;
}
