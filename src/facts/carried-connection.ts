/**
 * Which of the things a call is given may bring along the connection that its queries go over? A function of the project
 * picks it: `repositoryFor(context, Order)` returns what goes over the transaction that the context carries, and something
 * else where it carries none. Nobody can tell which from the call, so nothing that hangs on it is known.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { chainOf, plain, symbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { isWithin, rootOf } from '../typescript/code-shapes.js';
import { anyBelow, resultsOf, type FunctionNode } from '../typescript/walk.js';
import type { ValuePath } from '../vocabulary.js';
import { receiverOf, unawaited } from './connection-of.js';
import { inMap, mayBeToldOf, modelOf, queryOf, type Tells } from './model-of.js';
import { callsRunBy } from './queries-on.js';
import { defineSummary, parameterIndex } from './summary.js';

/** Where such a thing stands in a call of a function of the project. */
const carried = defineSummary<readonly ValuePath[]>({
  name: 'carried-connection',
  tells: () => false,
  fromModel: () => undefined,
  fromBody(body, ask, types) {
    const found = new Set<ValuePath>();
    for (const call of callsRunBy(types, body)) {
      const below = (ask(call) ?? []).map(path => argumentAt(call, path));
      for (const value of [...carriersOf(types, call), ...below]) {
        const position = parameterIndex(body, value);
        if (position !== undefined) found.add(`arg${position}`);
      }
    }
    return found.size > 0 ? [...found] : undefined;
  },
});

/** The values given to a call that may bring its connection along, itself or through functions. Never throws. */
export function connectionCarriers(types: Types, call: Call): readonly ts.Expression[] {
  const below = (carried.of(types, call) ?? []).map(path => argumentAt(call, path));
  return [...carriersOf(types, call), ...below.filter(value => value !== undefined)];
}

/** The same of what a query goes over: `context` of `this.repositoryFor(context, Order).find()`. */
function carriersOf(types: Types, call: Call): readonly ts.Expression[] {
  const receiver = queryOf(types, call) && receiverOf(types, call);
  const value = receiver && madeBy(types, unawaited(receiver));
  const links = value && ts.isCallExpression(value) ? chainOf(value) : [];
  const picked = links.flatMap(link => {
    const picker = bodyOf(types, link);
    const positions = picker ? pickingParameters(types, picker) : [];
    return positions.flatMap(position => argumentAt(link, `arg${position}`) ?? []);
  });
  return [...picked, ...joinedThrough(types, call)];
}

const tellsOfJoining: Tells = row => row.joins !== undefined;

/** What may hold the handle in options: `context` of `this.save({ ...context.options, silent: true })`, where none is named. */
function joinedThrough(types: Types, call: Call): readonly ts.Expression[] {
  if (!mayBeToldOf(types, call, tellsOfJoining)) return [];
  const [head, option, ...further] = modelOf(types, call)?.joins?.split('.') ?? [];
  const given =
    head && option !== undefined && further.length === 0 ? argumentAt(call, head as ValuePath) : undefined;
  const options = given && madeBy(types, given);
  if (!options || option === undefined) return [];
  if (!ts.isObjectLiteralExpression(options)) return rootsIn(options);
  if (propertyValue(options, option)) return [];
  return options.properties.flatMap(each => (ts.isSpreadAssignment(each) ? rootsIn(each.expression) : []));
}

/** The name that a value, or a member of it, begins with. */
function rootsIn(value: ts.Expression): readonly ts.Expression[] {
  const root = rootOf(value);
  return ts.isIdentifier(root) ? [root] : [];
}

/** What a constant was set to, or the value itself. */
function madeBy(types: Types, value: ts.Expression): ts.Expression {
  const made = ts.isIdentifier(value) ? constantOf(types, value) : undefined;
  return unawaited(made ?? value);
}

const picking = new WeakMap<ts.Program, WeakMap<FunctionNode, readonly number[]>>();

/** The parameters out of which a function takes one of the several things that it may return. */
function pickingParameters(types: Types, body: FunctionNode): readonly number[] {
  const known = inMap(picking, types.program, () => new WeakMap<FunctionNode, readonly number[]>());
  return inMap(known, body, () => {
    const results = resultsOf(body);
    if (results.length < 2) return [];
    const taken = results.map(result => takenFrom(types, body, result));
    // A function that always takes it from there is followed as any other.
    return taken.every(position => position !== undefined)
      ? []
      : taken.filter(position => position !== undefined);
  });
}

/** The parameter that the root of a result was taken out of: `manager` of `const manager = this.managerOf(context)`. */
function takenFrom(types: Types, body: FunctionNode, result: ts.Expression): number | undefined {
  let root = unawaited(result);
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = unawaited(root.expression);
  const declared = ts.isIdentifier(root) ? symbolAt(types, root)?.valueDeclaration : undefined;
  if (!declared || !ts.isVariableDeclaration(declared) || !isWithin(declared, body)) return undefined;
  const from = declared.initializer && plain(declared.initializer);
  if (!from) return undefined;
  const position = body.parameters.findIndex(
    ({ name }) =>
      ts.isIdentifier(name) &&
      anyBelow(from, node => ts.isIdentifier(node) && node.text === name.text && node !== from),
  );
  return position < 0 ? undefined : position;
}
