/**
 * Does calling this run the function it is given inside a transaction, a critical section or with a connection, and
 * which of that function's parameters is the handle? `withTransaction(work)` written in-house needs no settings.
 */
import { callsIn } from '../typescript/own-code.js';
import { anyBelow, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, plain, valueSymbolAt, type Call } from '../typescript/origin.js';
import { statementsOf } from '../syntax/sql-text.js';
import { constantText } from '../typescript/constant-text.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel, ValuePath } from '../vocabulary.js';
import { mayBeToldOf, modelOf, type Tells } from './model-of.js';
import { defineSummary, parameterIndex } from './summary.js';

/** A scope around a callback, in the value paths of the call that opens it. */
export interface OpenedScope {
  readonly kind: 'transaction' | 'savepoint' | 'connection' | 'critical-section';
  readonly body: ValuePath;
  readonly handle?: ValuePath | undefined;
  /** What stands there is not the handle itself, but made with it: an object of the project's own around it. */
  readonly wraps?: true;
}

export const opensTransaction = defineSummary<OpenedScope>({
  name: 'opens-transaction',
  tells: model => model.scope !== undefined,
  fromModel: model => model.scope,
  fromBody(body, ask, types) {
    if (body.parameters.length === 0) return undefined;
    for (const call of callsMade(body.body)) {
      // By syntax first: of most calls nothing is run that the function was given.
      const scope = mayRunParameter(body, call) ? ask(call) : undefined;
      const outer = scope && throughScope(types, body, call, scope);
      if (outer) return outer;
    }
    return byHand(types, body);
  },
});

/** The calls of a function, and of what it hands to others to run: `withRetry(() => db.transaction(work))`. */
function callsMade(code: ts.Node): readonly Call[] {
  return callsIn(code).flatMap(call => {
    const given = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
    return [call, ...given.flatMap(each => (isFunctionNode(each) ? callsMade(each.body) : []))];
  });
}

/** Whether a call is given a parameter of the function around it, or a function that calls one. */
function mayRunParameter(body: FunctionNode, call: Call): boolean {
  const given = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  return given.some(each =>
    isFunctionNode(each)
      ? callsIn(each.body).some(inner => parameterIndex(body, calleeOf(inner)) !== undefined)
      : parameterIndex(body, each) !== undefined,
  );
}

/** The scope of a call inside, in the paths of the function around it, where it runs one of that one's parameters. */
function throughScope(
  types: Types,
  body: FunctionNode,
  call: Call,
  scope: OpenedScope,
): OpenedScope | undefined {
  const work = argumentAt(call, scope.body);
  if (!work) return undefined;
  const handle = handlePosition(scope);
  const given = parameterIndex(body, work);
  // `knex.transaction(work)`: the parameter itself is the body.
  if (given !== undefined) return opened(scope.kind, given, handle);
  if (!isFunctionNode(work)) return undefined;
  // `knex.transaction(trx => work(trx))`, `work(new Database(trx))`: the parameter is called inside.
  const name = handle === undefined ? undefined : work.parameters[handle]?.name;
  for (const inner of callsIn(work.body)) {
    const called = parameterIndex(body, calleeOf(inner));
    if (called !== undefined) return throughCall(types, scope, work, inner, called, name);
  }
  return undefined;
}

/** `BEGIN`, then the parameter, then `COMMIT`, on one connection. */
function byHand(types: Types, body: FunctionNode): OpenedScope | undefined {
  let begunOn: string | undefined;
  const calls = callsIn(body.body);
  if (!calls.some(call => parameterIndex(body, calleeOf(call)) !== undefined)) return undefined;
  for (const call of calls) {
    const model = mayBeToldOf(types, call, tellsOfBegin) ? modelOf(types, call) : undefined;
    if (model && begins(types, call, model)) begunOn = receiverText(call);
    const called = parameterIndex(body, calleeOf(call));
    if (begunOn !== undefined && called !== undefined) {
      return opened('transaction', called, positionOf(call, begunOn));
    }
  }
  return undefined;
}

/** Whether a row may be that of what begins a transaction by hand: a method, or a query by its text. */
export const tellsOfBegin: Tells = row => row.begins !== undefined || row.queries?.sql !== undefined;

/** Whether a call begins a transaction by hand, by a method or by SQL text. */
function begins(types: Types, call: Call, model: CallModel): boolean {
  if (model.begins) return true;
  const sql = model.queries?.sql && argumentAt(call, model.queries.sql);
  const text = sql && constantText(types, sql);
  return text !== undefined && statementsOf(text).some(statement => statement.kind === 'begin');
}

function opened(kind: OpenedScope['kind'], body: number, handle: number | undefined): OpenedScope {
  return { kind, body: `arg${body}`, ...(handle !== undefined && { handle: `arg${body}.param${handle}` }) };
}

function handlePosition(scope: OpenedScope): number | undefined {
  const position = /\.param(\d+)$/.exec(scope.handle ?? '')?.[1];
  return position === undefined ? undefined : Number(position);
}

function positionOf(call: Call, name: string | undefined): number | undefined {
  if (name === undefined || ts.isTaggedTemplateExpression(call)) return undefined;
  const index = (call.arguments ?? []).findIndex(argument => plain(argument).getText() === name);
  return index < 0 ? undefined : index;
}

/** The scope where a parameter is called with the handle, or with what is made with it: `new Database(trx)`. */
function throughCall(
  types: Types,
  scope: OpenedScope,
  work: FunctionNode,
  call: Call,
  called: number,
  name: ts.BindingName | undefined,
): OpenedScope {
  const itself = opened(scope.kind, called, positionOf(call, name?.getText()));
  if (itself.handle) return scope.wraps ? { ...itself, wraps: true } : itself;
  if (!name || ts.isTaggedTemplateExpression(call)) return itself;
  const made = madeWith(types, work, name);
  const index = (call.arguments ?? []).findIndex(argument => isMadeWith(types, argument, made));
  return index < 0 ? itself : { ...opened(scope.kind, called, index), wraps: true };
}

/** What a function declares that is made with a handle: `const database = new Database({ ...options, db: trx })`. */
function madeWith(types: Types, work: FunctionNode, name: ts.BindingName): ReadonlySet<ts.Node> {
  const made = new Set<ts.Node>([name.parent, ...namesBound(name)]);
  walk(work.body, node => {
    if (ts.isVariableDeclaration(node) && node.initializer && isMadeWith(types, node.initializer, made)) {
      for (const each of [node, ...namesBound(node.name)]) made.add(each);
    } else if (isSetTo(node) && isMadeWith(types, node.right, made)) {
      const holder = declaredAs(types, node.left.expression);
      if (holder) made.add(holder);
    }
    return !isFunctionNode(node);
  });
  return made;
}

/** `database.db = trx`. */
function isSetTo(
  node: ts.Node,
): node is ts.BinaryExpression & { readonly left: ts.PropertyAccessExpression } {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left)
  );
}

/** Whether one of some declarations goes into a value. What is awaited is data. */
function isMadeWith(types: Types, value: ts.Expression, made: ReadonlySet<ts.Node>): boolean {
  if (ts.isAwaitExpression(plain(value))) return false;
  return anyBelow(value, node => {
    const declared = ts.isIdentifier(node) ? declaredAs(types, node) : undefined;
    return declared !== undefined && made.has(declared);
  });
}

function declaredAs(types: Types, value: ts.Expression): ts.Declaration | undefined {
  return ts.isIdentifier(value) ? valueSymbolAt(types, value)?.valueDeclaration : undefined;
}

function namesBound(name: ts.BindingName): readonly ts.Node[] {
  return ts.isIdentifier(name) ? [] : name.elements.filter(ts.isBindingElement);
}

function receiverText(call: Call): string | undefined {
  return argumentAt(call, 'this')?.getText();
}
