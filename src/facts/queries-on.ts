/**
 * Does calling this send queries, and over which connections? Each is a parameter of the function, so that the caller
 * knows what it gave; or an outer root, which is the same for every caller; or the function's own checkout.
 */
import { anyBelow, enclosingFunction, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { bodyOf } from '../typescript/body-of.js';
import { missingAs, optionAt } from '../typescript/option-at.js';
import { calleeOf, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isAssignment, isConst, leaves, isWithin } from '../typescript/code-shapes.js';
import { hasField, madeWith } from '../typescript/made-with.js';
import { usesOf } from '../typescript/references.js';
import type { CallModel, LibraryModel, Role, Step, ValuePath } from '../vocabulary.js';
import {
  chainAround,
  connectionsOf,
  declarationAt,
  functionGiven,
  presenceTest,
  receiverOf,
  usedUnless,
  type Connection,
} from './connection-of.js';
import { callOf, stepOf } from './steps.js';
import { isKeptOnce } from './kept-once.js';
import { inMap, libraryOf, modelOf, perProgram } from './model-of.js';
import { opensTransaction } from './opens-transaction.js';
import { isRuledOut } from './ruled-out.js';
import { isSent } from './sent.js';
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
  /** The connection itself. */
  readonly connection: Connection;
  /** It goes to the root of its library, because its option for a handle is left out. */
  readonly implicit?: LibraryModel | undefined;
  /** Not a query: a connection is taken, or a transaction opened on it. */
  readonly opens?: 'transaction' | 'connection' | undefined;
  /** Only where nothing is given at this path. */
  readonly unless?: ValuePath | undefined;
  /** Where the call that stands here leaves a handle out, which it would send the query over. */
  readonly leftOut?: ValuePath | undefined;
  /** The text of the query is what is given at this path. */
  readonly sql?: ValuePath | undefined;
  /** What sends it. */
  readonly model: CallModel;
}

/** From so many on, a query that is there already is not listed again for another way to it. */
const mostWays = 20;

/**
 * More than these say nothing more. Functions that call each other in a circle have many, and which of them are left out depends
 * on who was asked first.
 */
const most = 200;

export const queriesOn = defineSummary<readonly QueriedConnection[]>({
  name: 'queries-on',
  tells: model => (model.queries ?? model.scope ?? model.begins ?? model.acquires) !== undefined,
  fromModel(model, call, types) {
    const opens = (model.scope ?? model.begins ?? model.acquires) ? opensOf(model) : undefined;
    if (!model.queries && !opens) return undefined;
    if (model.queries && !isSent(types, call)) return [];
    const body = enclosingFunction(call);
    return directly(types, call, model).map(({ connection, implicit }) => ({
      on: placedIn(body, connection),
      role: roleFor(connection),
      steps: [stepOf(call)],
      connection,
      implicit,
      opens,
      sql: model.queries?.sql,
      model,
    }));
  },
  fromBody(body, ask, types) {
    const found: QueriedConnection[] = [];
    const queried = new Map<Call, readonly QueriedConnection[]>();
    const queries = (call: Call): boolean => {
      const answer = ask(call);
      if (answer && answer.length > 0) queried.set(call, answer);
      return queried.has(call);
    };
    for (const call of callsRunBy(types, body, queries)) {
      for (const each of queried.get(call) ?? []) {
        if (found.length >= most) return found;
        for (const seen of seenFrom(types, call, each)) {
          const own = isOfMaking(types, body, call, seen) ? undefined : rebased(types, body, seen, call);
          if (!own || (found.length >= mostWays && found.some(other => isSameQuery(other, own)))) continue;
          found.push({ ...own, sql: sqlGiven(types, body, call, each) });
        }
      }
    }
    return found.length > 0 ? found : undefined;
  },
});

/** Whether two are one query over one connection, reached in two ways. */
function isSameQuery(one: QueriedConnection, other: QueriedConnection): boolean {
  const [last, otherLast] = [one, other].map(({ steps }) => steps.at(-1));
  return (
    last !== undefined &&
    otherLast !== undefined &&
    callOf(last) === callOf(otherLast) &&
    one.on.kind === other.on.kind &&
    one.connection.place === other.connection.place
  );
}

/**
 * Whether a query is sent as its root is made, by who makes that once and keeps it: `shared = knex(config); check(shared)`. Who
 * asks for the root later sends nothing.
 */
function isOfMaking(
  types: Types,
  body: FunctionNode,
  call: Call,
  { connection: { place } }: QueriedConnection,
): boolean {
  if (!place || isWithin(place, body)) return false;
  return inMap(placesSet(types), body, () => setIn(types, body)).has(place) && isKeptOnce(types, call);
}

/** By body: each query in it is asked about. */
const placesSet = perProgram(() => new WeakMap<FunctionNode, ReadonlySet<ts.Node | undefined>>());

/** The declarations of what a function sets. */
function setIn(types: Types, body: FunctionNode): ReadonlySet<ts.Node | undefined> {
  const places = new Set<ts.Node | undefined>();
  walk(body.body, node => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
      places.add(symbolAt(types, plain(node.left))?.valueDeclaration);
  });
  return places;
}

/** The connections that one call uses, as they stand where it is written: what it is given is what stands there. */
export function connectionsUsed(types: Types, call: Call): readonly QueriedConnection[] {
  if (isOfLiteral(call)) return [];
  return (queriesOn.of(types, call) ?? []).flatMap(each => seenFrom(types, call, each));
}

function opensOf(model: CallModel): 'transaction' | 'connection' | undefined {
  if (model.runs?.times === 'later') return undefined;
  if (model.scope) {
    if (model.scope.kind === 'critical-section' || model.scope.kind === 'savepoint') return undefined;
    return model.scope.kind;
  }
  if (model.begins === 'result') return 'transaction';
  return model.acquires?.what === 'connection' && model.acquires.at === 'result' ? 'connection' : undefined;
}

/** What a call that a model knows goes over: the handle in its option or chain, else its receiver. */
function directly(
  types: Types,
  call: Call,
  model: CallModel,
): readonly { readonly connection: Connection; readonly implicit?: LibraryModel | undefined }[] {
  const slot = model.joins === undefined ? 'absent' : optionAt(call, model.joins);
  if (slot === 'unknown') return [];
  const receiver = receiverOf(types, call);
  if (slot !== 'absent') {
    const joined = connectionsOf(types, slot).map(connection => ({ connection }));
    const isOptional = ts.isPropertyAccessExpression(plain(slot)) && missingAs(types, slot) !== undefined;
    return isOptional ? [...joined, ...overRoot(types, call, receiver, slot)] : joined;
  }
  // What links further right were given counts for the whole: `.transacting(trx)`, `.session(session)`.
  const chain = chainAround(call);
  const whole = chain === call || !ts.isCallExpression(call) ? [] : joinedLater(types, chain, call);
  if (whole === 'unknown') return [];
  if (whole.length > 0) return whole.map(connection => ({ connection }));
  if (model.follows && !(receiver && isMadeHere(types, receiver))) return [];
  const over = receiver ? connectionsOf(types, receiver) : [];
  const [first] = over;
  // Statics of entities go to the data source, whatever is open.
  const isStatic = first?.kind === 'unknown' && first.place !== undefined && ts.isClassLike(first.place);
  if ((model.joins === undefined && !isStatic) || over.some(({ kind }) => kind !== 'unknown'))
    return over.map(connection => ({ connection }));
  return overRoot(types, call, receiver, undefined);
}

/** A query over the root of its library, because nothing, or perhaps nothing, says otherwise. */
function overRoot(
  types: Types,
  call: Call,
  receiver: ts.Expression | undefined,
  unless: ts.Expression | undefined,
): readonly { readonly connection: Connection; readonly implicit: LibraryModel }[] {
  const library = libraryOf(types, call);
  if (!library || !receiver) return [];
  const name = plain(receiver).getText().slice(0, 60);
  const place = connectionsOf(types, receiver)[0]?.place;
  return [{ connection: { kind: 'pool', name, place, library, unless }, implicit: library }];
}

function joinedLater(types: Types, chain: ts.Expression, call: Call): readonly Connection[] | 'unknown' {
  for (let node = chain; node !== call;) {
    if (ts.isCallExpression(node)) {
      const { joins } = modelOf(types, node) ?? {};
      const given = joins === undefined ? 'absent' : optionAt(node, joins);
      if (given === 'unknown') return 'unknown';
      if (given !== 'absent') {
        const found = connectionsOf(types, given);
        return found.length > 0 ? found : 'unknown';
      }
      node = node.expression;
    } else if (ts.isPropertyAccessExpression(node)) node = node.expression;
    else if (plain(node) !== node) node = plain(node);
    else break;
  }
  const { parent } = chain;
  // A builder that is kept may be given a handle later.
  return ts.isVariableDeclaration(parent) && isJoinedByName(types, parent) ? 'unknown' : [];
}

/** Whether what a variable holds is given a handle where it is used: `query.transacting(trx)`, `row.$session(session)`. */
function isJoinedByName(types: Types, { name }: ts.VariableDeclaration): boolean {
  if (!ts.isIdentifier(name)) return true;
  return usesOf(types, name).some(use =>
    linksFrom(use).some(link => {
      const { joins } = modelOf(types, link) ?? {};
      return joins !== undefined && optionAt(link, joins) !== 'absent';
    }),
  );
}

/** The calls of the chain that begins with a name. */
function linksFrom(use: ts.Node): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  for (let node = use; ;) {
    const { parent } = node;
    const isLink = ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent);
    if (!isLink || parent.expression !== node) return calls;
    if (ts.isCallExpression(parent)) calls.push(parent);
    node = parent;
  }
}

/** A row that was read in no transaction: it is made here, and given none. */
function isMadeHere(types: Types, receiver: ts.Expression): boolean {
  const value = plain(receiver);
  if (ts.isNewExpression(value)) return true;
  const declared = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  const isMade =
    declared !== undefined &&
    ts.isVariableDeclaration(declared) &&
    isConst(declared) &&
    declared.initializer !== undefined &&
    ts.isNewExpression(plain(declared.initializer));
  return isMade && ts.isIdentifier(value) && !usesOf(types, value).some(use => isGivenSession(types, use));
}

/** `row.$session(session)` joins a row to a transaction; `row.save({ session })` is one query of it. */
function isGivenSession(types: Types, use: ts.Node): boolean {
  return linksFrom(use).some(link => {
    const { joins, queries } = modelOf(types, link) ?? {};
    return joins !== undefined && !queries && optionAt(link, joins) !== 'absent';
  });
}

/**
 * The calls that run when a function does: its own, and those of callbacks that somebody runs in the meantime.
 *
 * @param counts leaves out others, so that nobody asks who runs a callback that holds none: of `rows.map(row => row.id)` that
 *   takes the type of `rows`
 */
export function callsRunBy(
  types: Types,
  body: FunctionNode,
  counts?: (call: Call) => boolean,
): readonly Call[] {
  return callsRunIn(types, body.body, counts);
}

/** The same of a piece of code. */
export function callsRunIn(
  types: Types,
  code: ts.Node,
  counts: (call: Call) => boolean = () => true,
): readonly Call[] {
  const known = new Map<Call, boolean>();
  const isCounted = (node: ts.Node): boolean => {
    if (!isCall(node) || isOfLiteral(node)) return false;
    let answer = known.get(node);
    if (answer === undefined) known.set(node, (answer = counts(node)));
    return answer;
  };
  const found: Call[] = [];
  walk(code, node => {
    if (isCall(node) && isCounted(node)) found.push(node);
    return !isFunctionNode(node) || (anyBelow(node.body, isCounted) && isRunHere(types, node));
  });
  return found;
}

/** `(async () => { … })()`: the calls in it stand in the code around and answer for themselves. */
function isOfLiteral(call: Call): boolean {
  return isFunctionNode(calleeOf(call));
}

/** Whether a function written in place runs before the call it is given to has ended. */
function isRunHere(types: Types, body: FunctionNode): boolean {
  let up: ts.Node = body;
  while (ts.isParenthesizedExpression(up.parent)) up = up.parent;
  const call = up.parent;
  if (!ts.isCallExpression(call)) return ts.isNewExpression(call) && call.expression.getText() === 'Promise';
  if (call.expression === up) return true;
  const model = modelOf(types, call);
  if (model?.scope) return model.runs?.times !== 'later';
  if (model?.runs) return model.runs.times !== 'later';
  if (model) return false;
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && /^(?:then|catch|finally)$/.test(callee.name.text)) return true;
  return opensTransaction.of(types, call) !== undefined;
}

/** What a callee queries, as it stands at the call. */
function seenFrom(types: Types, call: Call, each: QueriedConnection): readonly QueriedConnection[] {
  const model = modelOf(types, call);
  if (model && (model.queries ?? opensOf(model))) return [each];
  const steps = [stepOf(call), ...each.steps];
  if (isRuledOut(types, steps)) return [];
  const unless = stillUnless(types, call, each.unless);
  if (unless === 'given') return [];
  const base = { ...each, steps, unless: undefined, leftOut: unless ? undefined : each.unless };
  const made = each.on.kind === 'outer' ? writtenAt(types, call, each.connection) : undefined;
  if (made === 'nothing') return [];
  if (each.on.kind !== 'given' && !made) {
    const holder = holderAt(types, call, each.connection);
    return [{ ...base, connection: { ...each.connection, unless, holder } }];
  }
  const argument =
    made ?? (each.on.kind !== 'given' || each.on.at === 'this' ? undefined : argumentAt(call, each.on.at));
  return argument
    ? connectionsOf(types, argument).map(connection => ({
        ...base,
        on: { kind: 'outer', name: connection.name },
        connection: usedUnless(connection, unless),
      }))
    : [];
}

/**
 * What the code at a call puts where a connection of the callee stands: `tx` of `new Orders(tx).add()`, for a field, and of
 * `add({ tx })`, for a member of a parameter; `nothing` where an object is given without it.
 */
function writtenAt(
  types: Types,
  call: Call,
  { place, holder }: Connection,
): ts.Expression | 'nothing' | undefined {
  if (!place) return undefined;
  if (!holder) {
    const receiver = isOfCallee(types, call, place) ? receiverOf(types, call) : undefined;
    return receiver && madeWith(types, receiver, place);
  }
  const { name } = place as ts.NamedDeclaration;
  const at = parameterPath(types, call, holder);
  const given = at && argumentAt(call, at);
  if (!given || !name || !ts.isIdentifier(name) || !ts.isObjectLiteralExpression(given)) return undefined;
  const written = optionAt(call, `${at}.${name.text}`);
  if (written === 'absent') return 'nothing';
  return written === 'unknown' ? undefined : written;
}

/** Where a parameter of the function that a call runs is given there; undefined for those of other functions. */
function parameterPath(types: Types, call: Call, parameter: ts.Declaration): `arg${number}` | undefined {
  const body = functionGiven(parameter);
  if (!body || !ts.isParameter(parameter) || ts.isParameterPropertyDeclaration(parameter, body))
    return undefined;
  return bodyOf(types, call) === body ? `arg${body.parameters.indexOf(parameter)}` : undefined;
}

/** Whose member a connection is, as it stands at a call: of `this.db` in a method, what that is called on. */
function holderAt(types: Types, call: Call, { place, holder }: Connection): ts.Declaration | undefined {
  if (!holder) {
    const receiver = place && isOfCallee(types, call, place) ? receiverOf(types, call) : undefined;
    return receiver && declarationAt(types, plain(receiver));
  }
  const at = parameterPath(types, call, holder);
  const given = at && argumentAt(call, at);
  return given ? declarationAt(types, given) : holder;
}

/** Whether a field is one of the class whose method a call runs. */
function isOfCallee(types: Types, call: Call, field: ts.Declaration): boolean {
  const method = bodyOf(types, call);
  return method !== undefined && ts.isClassLike(method.parent) && hasField(types, method.parent, field);
}

/** What decides at a call whether a callee falls back: an expression that may be missing, or `given` for one that is there. */
function stillUnless(
  types: Types,
  call: Call,
  path: ValuePath | undefined,
): ts.Expression | 'given' | undefined {
  if (path === undefined) return undefined;
  const given = optionAt(call, path);
  if (given === 'absent') return undefined;
  if (given === 'unknown') return 'given';
  const value = plain(given);
  if (ts.isIdentifier(value) && value.text === 'undefined') return undefined;
  return missingAs(types, value) === undefined ? 'given' : value;
}

/** The same in the words of the function around; undefined where it depends on what that one cannot know. */
function rebased(
  types: Types,
  body: FunctionNode,
  seen: QueriedConnection,
  call: Call,
): QueriedConnection | undefined {
  const { connection } = seen;
  const guard = connection.unless ?? missingGuard(body, call);
  const unless = guard && pathOf(types, body, guard);
  // It depends on something that no caller gives: a field, a store of the async context.
  if (connection.unless && unless === undefined) return undefined;
  // What a callee checks out for itself is nobody's who calls it.
  const on = seen.on.kind === 'own' ? seen.on : placedIn(body, connection);
  return { ...seen, on, role: roleFor(connection), unless: unless ?? seen.unless };
}

function placedIn(
  body: FunctionNode | undefined,
  { place, kind, name }: Connection,
): QueriedConnection['on'] {
  const at = body && place && placePath(body, place);
  if (at !== undefined) return { kind: 'given', at };
  const isOwn = kind === 'handle' && body !== undefined && place !== undefined && isWithin(place, body);
  return { kind: isOwn ? 'own' : 'outer', name };
}

function roleFor({ kind }: Connection): Role | undefined {
  if (kind === 'pool' || kind === 'either') return 'pool';
  return kind === 'handle' ? 'connection' : undefined;
}

/** The path of a parameter, or of a name destructured from one. */
function placePath(body: FunctionNode, place: ts.Declaration): ValuePath | undefined {
  if (functionGiven(place) !== body) return undefined;
  if (ts.isParameter(place)) {
    // What a constructor keeps is a field to everybody else.
    return ts.isParameterPropertyDeclaration(place, body)
      ? undefined
      : `arg${body.parameters.indexOf(place)}`;
  }
  if (!ts.isBindingElement(place) || !ts.isParameter(place.parent.parent)) return undefined;
  const name = (place.propertyName ?? place.name).getText();
  return `arg${body.parameters.indexOf(place.parent.parent)}.${name}`;
}

/** The path of the parameter that an expression names: `tx`, `options.tx`, or a constant made of it. */
function pathOf(types: Types, body: FunctionNode, expression: ts.Expression): ValuePath | undefined {
  const value = plain(expression);
  if (ts.isPropertyAccessExpression(value)) {
    return memberPath(pathOf(types, body, value.expression), value.name.text);
  }
  const declaration = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  if (!declaration) return undefined;
  const own = placePath(body, declaration);
  if (own) return own;
  if (ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent)) {
    const { initializer } = declaration.parent.parent;
    const name = (declaration.propertyName ?? declaration.name).getText();
    return memberPath(initializer && pathOf(types, body, initializer), name);
  }
  return undefined;
}

function memberPath(holder: ValuePath | undefined, name: string): ValuePath | undefined {
  return holder !== undefined && /^arg\d+$/.test(holder) ? (`${holder}.${name}` as ValuePath) : undefined;
}

/** What must be missing for a node of a function to run: `if (!tx) …`, `if (tx) return …; …`, `tx ? … : here`, `tx ?? here`. */
export function missingGuard(body: ts.Node, node: ts.Node): ts.Expression | undefined {
  for (
    let child = node, up = node.parent;
    child !== body && !ts.isSourceFile(child);
    child = up, up = up.parent
  ) {
    const guard = guardAt(up, child);
    if (guard) return guard;
  }
  return undefined;
}

function guardAt(up: ts.Node, child: ts.Node): ts.Expression | undefined {
  if (ts.isConditionalExpression(up) || ts.isIfStatement(up)) {
    const test = presenceTest(ts.isIfStatement(up) ? up.expression : up.condition);
    const [there, missing] = ts.isIfStatement(up)
      ? [up.thenStatement, up.elseStatement]
      : [up.whenTrue, up.whenFalse];
    return test && child === (test.negated ? there : missing) ? test.of : undefined;
  }
  if (ts.isBinaryExpression(up)) return up.right === child && isFallback(up) ? plain(up.left) : undefined;
  if (!ts.isBlock(up)) return undefined;
  for (const statement of up.statements) {
    if (statement === child) return undefined;
    if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement)) continue;
    const test = presenceTest(statement.expression);
    if (test && !test.negated) return test.of;
  }
  return undefined;
}

function isFallback({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken
  );
}

/** The path of the parameter that is the text of what a call inside sends. */
function sqlGiven(
  types: Types,
  body: FunctionNode,
  call: Call,
  { sql }: QueriedConnection,
): ValuePath | undefined {
  const text = sql && argumentAt(call, sql);
  return text && pathOf(types, body, text);
}
