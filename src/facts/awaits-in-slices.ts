/**
 * Does calling this await a list of promises that it is given slice by slice? It looks like a limit and is none: who
 * hands over promises has started all of them.
 */
import { callsIn } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { plain, symbolAt } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { ValuePath } from '../vocabulary.js';
import { modelOf } from './model-of.js';
import { defineSummary, isGivenParameter, parameterIndex } from './summary.js';

/** A list that is awaited in slices, in the value paths of a call. */
export interface AwaitsInSlices {
  readonly promises: ValuePath;
}

export const awaitsInSlices = defineSummary<AwaitsInSlices>({
  name: 'awaits-in-slices',
  tells: () => false,
  fromModel: () => undefined,
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      const combines = isRepeated(call, body) ? modelOf(types, call)?.combines : undefined;
      const list = combines && argumentAt(call, combines);
      const whole = list && givenBefore(types, wholeOf(types, list));
      const passedOn = isGivenParameter(body, call) ? ask(call) : undefined;
      const index =
        parameterIndex(body, whole) ??
        (passedOn && parameterIndex(body, argumentAt(call, passedOn.promises)));
      if (index !== undefined) return { promises: `arg${index}` };
    }
    return undefined;
  },
});

function isRepeated(node: ts.Node, body: FunctionNode): boolean {
  for (let up = node.parent; up !== body; up = up.parent) {
    if (ts.isIterationStatement(up, false)) return true;
  }
  return false;
}

/** The list that a slice is cut from: `promises.splice(0, 50)`, a constant that holds one, or a chunk in a loop. */
function wholeOf(types: Types, slice: ts.Expression): ts.Expression | undefined {
  const value = plain(slice);
  if (ts.isIdentifier(value)) {
    const declaration = symbolAt(types, value)?.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) return chunked(types, loop.expression);
    return declaration.initializer && ts.isCallExpression(plain(declaration.initializer))
      ? wholeOf(types, declaration.initializer)
      : undefined;
  }
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return undefined;
  const { expression: list, name } = value.expression;
  return /^s(?:p)?lice$/.test(name.text) && value.arguments.length > 0 ? plain(list) : undefined;
}

/** The list behind a copy of it: `const rest = [...promises]`, `promises.slice()`, `Array.from(promises)`. */
function givenBefore(types: Types, list: ts.Expression | undefined): ts.Expression | undefined {
  const copy = list && ts.isIdentifier(list) ? constantOf(types, list) : undefined;
  if (!copy) return list;
  if (ts.isArrayLiteralExpression(copy)) {
    const [only] = copy.elements;
    return copy.elements.length === 1 && only && ts.isSpreadElement(only) ? plain(only.expression) : list;
  }
  const model = ts.isCallExpression(copy) ? modelOf(types, copy) : undefined;
  const isWhole = model?.keepsSize !== undefined && model.runs === undefined && model.chunksBy === undefined;
  return isWhole ? argumentAt(copy as ts.CallExpression, model.keepsSize) : list;
}

function chunked(types: Types, list: ts.Expression): ts.Expression | undefined {
  const call = plain(list);
  const model = ts.isCallExpression(call) ? modelOf(types, call) : undefined;
  return model?.chunksBy && model.keepsSize
    ? argumentAt(call as ts.CallExpression, model.keepsSize)
    : undefined;
}
