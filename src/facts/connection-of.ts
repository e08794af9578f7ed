/**
 * Which connection is this? What an expression stands for that queries go over: traced through variables, fallbacks,
 * destructuring, getters and fluent chains to the place that holds a pool, or to what lent a connection.
 */
import { bodyOf, boundProperty } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { missingAs, optionAt } from '../typescript/option-at.js';
import {
  calleeName,
  calleeOf,
  isCall,
  plain,
  symbolAt,
  valueSymbolAt,
  type Call,
} from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { resultsOf, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { argumentAt } from '../typescript/value-at.js';
import { isNothing, isConst } from '../typescript/code-shapes.js';
import type { LibraryModel, Role } from '../vocabulary.js';
import { usesOf } from '../typescript/references.js';
import { shortName } from './steps.js';
import { handlesResource } from './handles-resource.js';
import { carrierOf, catalogueFor, libraryOf, modelOf, queryOf } from './model-of.js';
import { opensTransaction } from './opens-transaction.js';

/** What queries go over. */
export interface Connection {
  /** `pool` lends, `handle` is one connection, `either` has a type of both, `unknown` none that is known. */
  readonly kind: 'pool' | 'handle' | 'either' | 'unknown';
  /** As written: `this.db`. */
  readonly name: string;
  /** Where the value is kept: what is declared here is one and the same wherever it is used. */
  readonly place: ts.Declaration | undefined;
  /** The object that it is a member of, where that is named: `orders` of `orders.db`; undefined for `this`. */
  readonly holder?: ts.Declaration | undefined;
  readonly library: LibraryModel | undefined;
  /** What a handle is by its type; undefined where its type does not say. */
  readonly role?: Role | undefined;
  /** How a handle came about: a parameter of a scope's body, a checkout, a transaction begun by hand, its type. */
  readonly from?: 'scope' | 'checkout' | 'begun' | 'type' | undefined;
  /** The call that lent it. */
  readonly lender?: Call | undefined;
  /** It is used only where what is declared here is missing: the right side of `tx ?? this.db`. */
  readonly unless?: ts.Expression | undefined;
}

const deepest = 8;

/** The connections an expression may stand for; none where it is nothing, or cannot be followed. */
export function connectionsOf(types: Types, expression: ts.Expression, depth = 0): readonly Connection[] {
  const value = unawaited(expression);
  if (depth > deepest || isNothing(value)) return [];
  if (ts.isBinaryExpression(value)) return ofFallback(types, value, depth);
  if (ts.isConditionalExpression(value)) return ofChoice(types, value, depth);
  const joined = joinedInChain(types, value);
  if (joined === 'unknown') return [];
  if (joined) return connectionsOf(types, joined, depth + 1);
  return ofRoot(types, rootOf(types, value), depth);
}

function ofFallback(types: Types, value: ts.BinaryExpression, depth: number): readonly Connection[] {
  const { kind } = value.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.EqualsToken)
    return connectionsOf(types, value.right, depth + 1);
  const isFallback =
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (!isFallback) return [];
  return [
    ...connectionsOf(types, value.left, depth + 1),
    ...connectionsOf(types, value.right, depth + 1).map(each => usedUnless(each, plain(value.left))),
  ];
}

function ofChoice(types: Types, value: ts.ConditionalExpression, depth: number): readonly Connection[] {
  const test = presenceTest(value.condition);
  const [there, missing] = test?.negated
    ? [value.whenFalse, value.whenTrue]
    : [value.whenTrue, value.whenFalse];
  return [
    ...connectionsOf(types, there, depth + 1),
    ...connectionsOf(types, missing, depth + 1).map(each => usedUnless(each, test?.of)),
  ];
}

/** The same connection, used only where something is missing; what that was before stays. */
export function usedUnless(connection: Connection, unless: ts.Expression | undefined): Connection {
  return connection.unless || !unless ? connection : { ...connection, unless };
}

/** `tx`, `!tx`, `tx !== undefined`, `tx == null`: which value a condition asks the presence of. */
export function presenceTest(
  condition: ts.Expression,
): { readonly of: ts.Expression; readonly negated: boolean } | undefined {
  const test = plain(condition);
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = presenceTest(test.operand);
    return inner && { of: inner.of, negated: !inner.negated };
  }
  if (ts.isBinaryExpression(test) && isNothing(plain(test.right))) {
    const { kind } = test.operatorToken;
    const equals = kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
    return { of: plain(test.left), negated: equals };
  }
  return ts.isIdentifier(test) || ts.isPropertyAccessExpression(test)
    ? { of: test, negated: false }
    : undefined;
}

/**
 * The value that queries of a call go over: the callable of `knex('t')`, the receiver of `pool.query()`. What stands
 * in the call's option for a handle is not looked at.
 */
export function receiverOf(types: Types, call: Call): ts.Expression | undefined {
  const callee = calleeOf(call);
  const isCallable =
    ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee);
  if (isCallable && !ts.isNewExpression(call) && carrierOf(types, callee)) return callee;
  // `(tx ?? this.knex)('t')`.
  if (ts.isBinaryExpression(callee) || ts.isConditionalExpression(callee)) return callee;
  return argumentAt(call, 'this');
}

/** What a link of a fluent chain was given to take part in: `.transacting(trx)`, `find({}, { session })`. */
function joinedInChain(types: Types, value: ts.Expression): ts.Expression | 'unknown' | undefined {
  for (const link of callsOfChain(value)) {
    const { joins } = modelOf(types, link) ?? {};
    const given = joins === undefined ? 'absent' : optionAt(link, joins);
    if (given === 'unknown') return 'unknown';
    if (given !== 'absent' && !isNothing(plain(given))) return given;
  }
  return undefined;
}

/** The calls that a chain is made of, from its end to its beginning: `new Request(transaction)` is one. */
function callsOfChain(value: ts.Expression): readonly Call[] {
  const calls: Call[] = [];
  for (let node = unawaited(value); ;) {
    if (ts.isCallExpression(node)) {
      calls.push(node);
      node = unawaited(node.expression);
    } else if (ts.isPropertyAccessExpression(node)) node = unawaited(node.expression);
    else return ts.isNewExpression(node) ? [...calls, node] : calls;
  }
}

/** The outermost expression of the chain that a call is part of: of `knex('t').where(a).first()` the whole. */
export function chainAround(call: ts.Expression): ts.Expression {
  let node: ts.Expression = call;
  for (;;) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) node = parent;
    else if (ts.isCallExpression(parent) && parent.expression === node) node = parent;
    else if (ts.isExpression(parent) && !ts.isAwaitExpression(parent) && plain(parent) === plain(node))
      node = parent;
    else return node;
  }
}

/**
 * The connection at the left of a chain: `this.db` of `this.db.insertInto('a').values(b)`, `prisma` of `prisma.user`.
 * The first value from the left whose type is a pool or a handle; what a pool hands out as a handle is one, whoever makes it.
 */
function rootOf(types: Types, expression: ts.Expression): ts.Expression {
  const links: ts.Expression[] = [];
  for (let node = unawaited(expression); ;) {
    links.unshift(node);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
      node = unawaited(node.expression);
    else if (ts.isCallExpression(node)) node = unawaited(node.expression);
    else if (ts.isTaggedTemplateExpression(node)) node = unawaited(node.tag);
    else break;
  }
  const first = links.find(link => mayCarry(link) && carrierOf(types, link));
  return (first && handedOutIn(types, links, first)) ?? first ?? links[0] ?? expression;
}

/** Longer chains build queries, and the type of each of their links is dear. */
const mostLinks = 4;

/**
 * The link right of a pool that is something else than the pool: a handle by its type, such as what
 * `source.createQueryRunner()` gives, or what a method of the project returns.
 */
function handedOutIn(
  types: Types,
  links: readonly ts.Expression[],
  pool: ts.Expression,
): ts.Expression | undefined {
  if (carrierOf(types, pool)?.role === 'handle') return undefined;
  const lending = catalogueFor(types).namesWith('acquires');
  return links
    .slice(links.indexOf(pool) + 1)
    .filter(isCall)
    .find(
      link =>
        bodyOf(types, link) !== undefined ||
        ((links.length <= mostLinks || lending.has(calleeName(link) ?? '')) &&
          carrierOf(types, link)?.role === 'handle'),
    );
}

function mayCarry(link: ts.Expression): boolean {
  return link.kind !== ts.SyntaxKind.ThisKeyword && link.kind !== ts.SyntaxKind.SuperKeyword;
}

function ofRoot(types: Types, root: ts.Expression, depth: number): readonly Connection[] {
  if (ts.isBinaryExpression(root) || ts.isConditionalExpression(root))
    return connectionsOf(types, root, depth + 1);
  if (ts.isCallExpression(root)) return ofCall(types, root, depth);
  const declaration = declarationAt(types, root);
  const traced = declaration && ofDeclaration(types, root, declaration, depth);
  if (traced) return traced;
  const carrier = mayCarry(root) ? carrierOf(types, root) : undefined;
  return [
    {
      kind: carrier?.role ?? 'unknown',
      name: shortName(root),
      // A member that a library declares, such as that of a proxy, may stand for another value each time.
      place: declaration && !declaration.getSourceFile().isDeclarationFile ? declaration : undefined,
      holder: ts.isPropertyAccessExpression(root) ? declarationAt(types, plain(root.expression)) : undefined,
      library: carrier?.library,
      ...(carrier?.role === 'handle' && { from: 'type' as const, role: carrier.of }),
    },
  ];
}

/** Where the value that a name or a member stands for is declared. */
export function declarationAt(types: Types, root: ts.Expression): ts.Declaration | undefined {
  if (ts.isIdentifier(root)) {
    const symbol = valueSymbolAt(types, root);
    return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  }
  if (ts.isPropertyAccessExpression(root)) {
    const symbol = symbolAt(types, root.name);
    return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  }
  return undefined;
}

/** A call in the project that returns a connection, or one that lends it where it is written. */
function ofCall(types: Types, call: ts.CallExpression, depth: number): readonly Connection[] {
  const lent = lentBy(types, call, undefined, undefined);
  if (lent) return [lent];
  const body = bodyOf(types, call);
  const results = body ? ownResultsOf(types, body) : [];
  const [result] = results;
  const given =
    body && results.length === 1 && result
      ? connectionsOf(types, result, depth + 1).flatMap(each => atCall(types, body, call, each, depth))
      : [];
  if (given.length > 0 || !ts.isExpression(call)) return given;
  // What nobody can look into is at least what its type says, though not which one.
  const carrier = carrierOf(types, call);
  if (!carrier || carrier.role === 'either') return [];
  const { role, of, library } = carrier;
  const name = shortName(call);
  return [
    role === 'pool'
      ? { kind: role, name, place: undefined, library }
      : { kind: role, name, place: undefined, library, role: of, from: 'type' },
  ];
}

/** What a function returns, but for what it puts first into another of them: `db = made; return made;` beside `return db`. */
function ownResultsOf(types: Types, body: FunctionNode): readonly ts.Expression[] {
  const results = resultsOf(body);
  if (results.length < 2) return results;
  const symbols = new Set(results.map(each => symbolAt(types, plain(each))));
  const isKept = (result: ts.Expression): boolean => {
    const name = plain(result);
    return (
      ts.isIdentifier(name) &&
      usesOf(types, name).some(({ parent: kept }) => {
        if (!ts.isBinaryExpression(kept) || kept.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
          return false;
        const into = symbolAt(types, kept.left);
        return (
          symbolAt(types, kept.right) === symbolAt(types, name) && into !== undefined && symbols.has(into)
        );
      })
    );
  };
  const own = results.filter(each => !isKept(each));
  const [first] = own;
  const isOne = first && own.every(each => symbolAt(types, plain(each)) === symbolAt(types, plain(first)));
  return isOne && ts.isIdentifier(plain(first)) ? [first] : results;
}

/** What a function returns, as it stands at a call: a parameter is what is given for it, a fallback may not be needed. */
function atCall(
  types: Types,
  body: FunctionNode,
  call: ts.CallExpression,
  connection: Connection,
  depth: number,
): readonly Connection[] {
  const { place, unless } = connection;
  const guard = unless && givenFor(types, body, call, unless);
  if (guard === 'there') return [];
  const rest: Connection = { ...connection, unless: guard === 'missing' ? undefined : (guard ?? unless) };
  if (!place || !ts.isParameter(place) || functionGiven(place) !== body || place.dotDotDotToken)
    return [rest];
  const position = body.parameters.indexOf(place);
  const given = optionAt(call, `arg${position}`);
  if (given === 'unknown') return [rest];
  if (given === 'absent') return [];
  return connectionsOf(types, given, depth + 1).map(each => usedUnless(each, rest.unless));
}

/** What a call gives for a parameter that a function asks the presence of. */
function givenFor(
  types: Types,
  body: FunctionNode,
  call: ts.CallExpression,
  asked: ts.Expression,
): ts.Expression | 'there' | 'missing' | undefined {
  const declared = ts.isIdentifier(asked) ? valueSymbolAt(types, asked)?.valueDeclaration : undefined;
  if (!declared || !ts.isParameter(declared) || functionGiven(declared) !== body) return undefined;
  const given = optionAt(call, `arg${body.parameters.indexOf(declared)}`);
  if (given === 'unknown') return undefined;
  if (given === 'absent' || isNothing(plain(given))) return 'missing';
  return missingAs(types, given) === undefined ? 'there' : given;
}

function ofDeclaration(
  types: Types,
  root: ts.Expression,
  declaration: ts.Declaration,
  depth: number,
): readonly Connection[] | undefined {
  if (ts.isParameter(declaration)) return ofParameter(types, root, declaration, depth);
  if (ts.isBindingElement(declaration)) return ofBinding(types, root, declaration, depth);
  if (ts.isGetAccessor(declaration)) {
    const results = isFunctionNode(declaration) ? resultsOf(declaration) : [];
    return results.flatMap(result => connectionsOf(types, result, depth + 1));
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const made = unawaited(declaration.initializer);
  // What a query found is data: it goes over whatever it is sent over.
  if (made !== plain(declaration.initializer) && isFound(types, made)) return undefined;
  if (isCall(made)) {
    const lent = lentBy(types, made, root, declaration);
    if (lent) return [lent];
    // `new Pool()`, `drizzle(pool)`: here the root is made. `em.getRepository(User)` is made of another.
    const isMade = ts.isNewExpression(made)
      ? joinedInChain(types, made) === undefined
      : !leadsOn(types, made);
    if (isMade) return undefined;
  }
  return isConst(declaration) ? connectionsOf(types, made, depth + 1) : undefined;
}

/** Whether a value, once it is awaited, is what a query found. */
function isFound(types: Types, value: ts.Expression): boolean {
  return isCall(value) && queryOf(types, value) !== undefined;
}

/** Whether a call is a chain on a connection, or a function of the project that returns one. */
function leadsOn(types: Types, call: Call): boolean {
  if (!ts.isCallExpression(call)) return false;
  const root = rootOf(types, call);
  return root !== call && (carrierOf(types, root) !== undefined || joinedInChain(types, call) !== undefined)
    ? true
    : bodyOf(types, call) !== undefined;
}

/** The handle that a call lends: a checkout, or a transaction that is begun by hand. */
function lentBy(
  types: Types,
  call: Call,
  kept: ts.Expression | undefined,
  place: ts.Declaration | undefined,
): Connection | undefined {
  const model = modelOf(types, call);
  const lent = model?.acquires ?? (model ? undefined : handlesResource.of(types, call)?.acquires);
  const isLent = lent && /^(?:connection|transaction|session)$/.test(lent.what) && lent.at === 'result';
  if (!isLent && model?.begins !== 'result') return undefined;
  const carrier = kept && carrierOf(types, kept);
  const library = carrier?.library ?? libraryOf(types, call);
  const name = shortName(kept ?? calleeOf(call));
  const from = model?.begins === 'result' || lent?.what === 'transaction' ? 'begun' : 'checkout';
  return { kind: 'handle', name, place, library, role: carrier?.of, from, lender: call };
}

/** A parameter: the handle of a scope's body, or whatever the function is given. */
function ofParameter(
  types: Types,
  root: ts.Expression,
  parameter: ts.ParameterDeclaration,
  depth: number,
): readonly Connection[] | undefined {
  const body = parameter.parent;
  const scope = isFunctionNode(body) ? scopeOf(types, body) : undefined;
  if (isFunctionNode(body) && scope?.handle === body.parameters.indexOf(parameter)) {
    const carrier = carrierOf(types, root);
    return [
      {
        kind: 'handle',
        name: shortName(root),
        place: parameter,
        library: carrier?.library,
        from: 'scope',
        lender: scope.call,
      },
    ];
  }
  return givenOr(types, root, parameter, depth);
}

/** The scope whose body a function is, written in place, and which of its parameters is the handle. */
export function scopeOf(
  types: Types,
  body: FunctionNode,
):
  | {
      readonly call: Call;
      readonly kind: string;
      readonly handle: number | undefined;
      /** The handle is an object of the project around the connection. */
      readonly wraps: boolean;
    }
  | undefined {
  const call = outside(body).parent;
  if (!isCall(call)) return undefined;
  const scope = opensTransaction.of(types, call);
  const work = scope && argumentAt(call, scope.body);
  if (!scope || work !== body) return undefined;
  const position = /\.param(\d+)$/.exec(scope.handle ?? '')?.[1];
  return {
    call,
    kind: scope.kind,
    handle: position === undefined ? undefined : Number(position),
    wraps: scope.wraps === true,
  };
}

/** A node with the parentheses and assertions around it. */
function outside(node: ts.Node): ts.Node {
  let up = node;
  while (ts.isExpression(up.parent) && plain(up.parent) === plain(up as ts.Expression)) up = up.parent;
  return up;
}

/** `const { user } = tx` is made of `tx`; `const { db } = this` is the member; `{ tx }` of a parameter is given. */
function ofBinding(
  types: Types,
  root: ts.Expression,
  element: ts.BindingElement,
  depth: number,
): readonly Connection[] | undefined {
  const holder = element.parent.parent;
  if (ts.isParameter(holder)) return element.initializer && givenOr(types, root, element, depth);
  if (!ts.isVariableDeclaration(holder) || !holder.initializer) return undefined;
  const made = unawaited(holder.initializer);
  if (made !== plain(holder.initializer) && isFound(types, made)) return undefined;
  if (!carrierOf(types, root)) return connectionsOf(types, holder.initializer, depth + 1);
  const carrier = carrierOf(types, root);
  // A handle that is taken out of something is the same for all that this function does.
  const property = carrier?.role === 'handle' ? element : boundProperty(types, element)?.valueDeclaration;
  if (!property || !carrier) return undefined;
  const from = carrier.role === 'handle' ? ('type' as const) : undefined;
  return [
    {
      kind: carrier.role,
      name: shortName(root),
      place: property,
      library: carrier.library,
      from,
      role: carrier.of,
    },
  ];
}

/** What is given for a parameter, or for `{ db = pool }` of one, and what is taken where nothing is. */
function givenOr(
  types: Types,
  root: ts.Expression,
  place: ts.ParameterDeclaration | ts.BindingElement,
  depth: number,
): readonly Connection[] {
  const carrier = carrierOf(types, root);
  const given: Connection = {
    kind: carrier?.role ?? 'unknown',
    name: shortName(root),
    place,
    library: carrier?.library,
    ...(carrier?.role === 'handle' && { from: 'type' as const, role: carrier.of }),
  };
  if (!place.initializer) return [given];
  const fallback = connectionsOf(types, place.initializer, depth + 1);
  return [given, ...fallback.map(each => usedUnless(each, root))];
}

/** Whether what is declared may be nothing: an optional parameter, a type with `undefined` in it. */
export function mayBeMissing(types: Types, place: ts.Declaration): boolean {
  const { name } = place as ts.NamedDeclaration;
  if (ts.isParameter(place) && (place.questionToken ?? place.initializer)) return true;
  return name !== undefined && ts.isIdentifier(name) && missingAs(types, name) !== undefined;
}

/** An expression without `await`, parentheses and assertions. */
export function unawaited(expression: ts.Expression): ts.Expression {
  const value = plain(expression);
  return ts.isAwaitExpression(value) ? unawaited(value.expression) : value;
}

/** The function that a parameter or a name destructured from one belongs to, or undefined. */
export function functionGiven(declaration: ts.Node): FunctionNode | undefined {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  return ts.isParameter(node) && isFunctionNode(node.parent) ? node.parent : undefined;
}
