/**
 * Does calling this send queries, and over which connections? Each is a parameter of the function, so that the caller
 * knows what it gave; or an outer root, which is the same for every caller; or the function's own checkout.
 */
import { enclosingFunction } from '../typescript/body-of.js';
import { callsIn, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { Role, Step, ValuePath } from '../vocabulary.js';
import { shortName, stepOf } from './engine.js';
import { modelOf, roleOf } from './model-of.js';
import { defineSummary } from './summary.js';

/** A connection that queries go over, and how they get there. */
export interface QueriedConnection {
  /**
   * `given`: what stands at this path of the call, so a parameter inside; `outer`: a root that the function reaches by
   * itself, a pool or connection in a field or module; `own`: a connection it checked out.
   */
  readonly on:
    | { readonly kind: 'given'; readonly at: ValuePath }
    | { readonly kind: 'outer' | 'own'; readonly name: string };
  readonly steps: readonly Step[];
  /** What that is for by its type: a pool, one connection, a transaction; undefined where no type tells. */
  readonly role?: Role | undefined;
}

/** More than these say nothing more. */
const most = 20;

export const queriesOn = defineSummary<readonly QueriedConnection[]>({
  name: 'queries-on',
  fromModel(model, call, types) {
    if (!model.queries) return undefined;
    const joined = model.joins && argumentAt(call, model.joins);
    const over = joined ?? argumentAt(call, 'this');
    const body = enclosingFunction(call);
    return over ? connectionsOf(types, over, body, [stepOf(call)]) : [];
  },
  fromBody(body, ask, types) {
    const found: QueriedConnection[] = [];
    for (const call of callsIn(body.body)) {
      for (const each of ask(call) ?? []) {
        if (found.length >= most) return found;
        found.push(...seenFrom(types, body, call, each));
      }
    }
    return found.length > 0 ? found : undefined;
  },
});

/** What a callee queries, in the words of the function that calls it. */
function seenFrom(
  types: Types,
  body: FunctionNode,
  call: Call,
  each: QueriedConnection,
): readonly QueriedConnection[] {
  // What a model or the function's own code queries is told in its words already.
  if (modelOf(types, call)?.queries || each.on.kind !== 'given')
    return [{ ...each, steps: withStep(call, each) }];
  const argument = argumentAt(call, each.on.at);
  return argument ? connectionsOf(types, argument, body, withStep(call, each)) : [];
}

function withStep(call: Call, { steps }: QueriedConnection): readonly Step[] {
  const [first] = steps;
  const own = stepOf(call);
  return first?.line === own.line && first.file === own.file ? steps : [own, ...steps];
}

/** The connections an expression may stand for: `tx ?? this.db` for two. */
function connectionsOf(
  types: Types,
  expression: ts.Expression,
  body: FunctionNode | undefined,
  steps: readonly Step[],
): readonly QueriedConnection[] {
  const root = rootOf(types, expression);
  if (ts.isBinaryExpression(root)) {
    return [root.left, root.right].flatMap(side => connectionsOf(types, side, body, steps));
  }
  if (ts.isConditionalExpression(root)) {
    return [root.whenTrue, root.whenFalse].flatMap(side => connectionsOf(types, side, body, steps));
  }
  // `save(undefined)` gives no connection.
  if (root.getText() === 'undefined' || root.kind === ts.SyntaxKind.NullKeyword) return [];
  if (ts.isIdentifier(root)) return ofName(types, root, body, steps);
  return [{ on: { kind: 'outer', name: shortName(root) }, steps, role: roleOf(types, root) }];
}

function ofName(
  types: Types,
  name: ts.Identifier,
  body: FunctionNode | undefined,
  steps: readonly Step[],
): readonly QueriedConnection[] {
  const declaration = symbolAt(types, name)?.valueDeclaration;
  const index = declaration && body ? body.parameters.findIndex(each => each === declaration) : -1;
  if (index >= 0) {
    const fallback = body?.parameters[index]?.initializer;
    const given: QueriedConnection = { on: { kind: 'given', at: `arg${index}` }, steps };
    return fallback ? [given, ...connectionsOf(types, fallback, body, steps)] : [given];
  }
  if (declaration && ts.isBindingElement(declaration)) {
    const at = boundParameter(declaration, body);
    if (at) return [{ on: { kind: 'given', at }, steps }];
  }
  if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer) {
    const made = plain(declaration.initializer);
    const isLocal = enclosingFunction(declaration) !== undefined;
    const source = ts.isAwaitExpression(made) ? plain(made.expression) : made;
    if (isLocal && ts.isCallExpression(source) && modelOf(types, source)?.acquires) {
      return [{ on: { kind: 'own', name: name.text }, steps }];
    }
    // `const db = tx ?? this.db` stands for what it was made of.
    if (isLocal && !ts.isCallExpression(source) && !ts.isNewExpression(source)) {
      return connectionsOf(types, made, body, steps);
    }
    if (isLocal && ts.isCallExpression(source)) return connectionsOf(types, source, body, steps);
  }
  return [{ on: { kind: 'outer', name: name.text }, steps, role: roleOf(types, name) }];
}

/** `function save({ tx })`: the path of a destructured parameter. */
function boundParameter(element: ts.BindingElement, body: FunctionNode | undefined): ValuePath | undefined {
  const holder = element.parent.parent;
  if (!body || !ts.isParameter(holder) || !ts.isIdentifier(element.name)) return undefined;
  const index = body.parameters.indexOf(holder);
  return index < 0 ? undefined : `arg${index}.${(element.propertyName ?? element.name).getText()}`;
}

/**
 * The connection at the left of a chain: `this.db` of `this.db.insertInto('a').values(b)`, `prisma` of
 * `prisma.user`. The first value from the left whose type is a pool, a connection or a transaction.
 */
function rootOf(types: Types, expression: ts.Expression): ts.Expression {
  const links: ts.Expression[] = [];
  for (let node = plain(expression); ;) {
    links.unshift(node);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
      node = plain(node.expression);
    else if (ts.isCallExpression(node)) {
      const callee = plain(node.expression);
      if (!ts.isPropertyAccessExpression(callee)) break;
      node = plain(callee.expression);
    } else if (ts.isAwaitExpression(node)) node = plain(node.expression);
    else break;
  }
  const carriers = new Set(['pool', 'connection', 'transaction', 'session']);
  return links.find(link => carriers.has(roleOf(types, link) ?? '')) ?? links[0] ?? expression;
}
