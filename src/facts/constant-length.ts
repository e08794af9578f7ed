/** How many items does a number written in the code let this collection hold? */
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt } from '../typescript/origin.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { modelOf } from './model-of.js';

/** The number, or undefined where none is written: then `collectionSize` says whether the code bounds it at all. */
export function constantLength(types: Types, collection: ts.Expression, depth = 0): number | undefined {
  const value = plain(collection);
  if (depth > 8) return undefined;
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.some(ts.isSpreadElement) ? undefined : value.elements.length;
  }
  if (ts.isIdentifier(value)) {
    const declaration = symbolAt(types, value)?.valueDeclaration;
    const initializer =
      declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return initializer && constantLength(types, initializer, depth + 1);
  }
  // What `Array.from` takes for a list.
  const length = propertyValue(value, 'length');
  if (length) return numberOf(types, length);
  return ts.isCallExpression(value) ? ofCall(types, value, depth) : undefined;
}

/** `ids.slice(0, 5000)`, `Array.from({ length: 5000 })`, and what keeps the size of either. */
function ofCall(types: Types, call: ts.CallExpression, depth: number): number | undefined {
  const kept = modelOf(types, call)?.keepsSize;
  const from = kept && argumentAt(call, kept);
  if (!from) return undefined;
  const [start, end] = call.arguments.map(argument => numberOf(types, argument));
  if (start !== undefined && end !== undefined && end >= start) return end - start;
  return constantLength(types, from, depth + 1);
}
