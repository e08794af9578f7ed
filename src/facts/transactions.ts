/**
 * Which transactions are open while code runs, and what goes around them: scopes around a callback, transactions begun by
 * hand until they are committed, and functions that are given a handle and answer for it.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { statementsOf } from '../syntax/sql-text.js';
import { functionOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeName, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import { callersOf } from '../typescript/references.js';
import { areOfOneOwnType } from '../typescript/same-type.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import {
  anyBelow,
  enclosingFunction,
  isAsync,
  isFunctionNode,
  walk,
  type FunctionNode,
} from '../typescript/walk.js';
import { isWithin } from '../typescript/code-shapes.js';
import type { LibraryModel } from '../vocabulary.js';
import { valuesGiven } from './always-pool.js';
import {
  connectionsOf,
  functionGiven,
  mayBeMissing,
  receiverOf,
  scopeOf,
  type Connection,
} from './connection-of.js';
import {
  catalogueFor,
  inMap,
  libraryOf,
  mayBeToldOf,
  modelOf,
  perProgram,
  queryOf,
  type Tells,
} from './model-of.js';
import { idleTransactionsOf } from './idle-transaction.js';
import { mayBeOpenedOnHandle } from './opened-on-handle.js';
import { opensTransaction, tellsOfBegin, type OpenedScope } from './opens-transaction.js';
import { callsRunBy, connectionsUsed, missingGuard, type QueriedConnection } from './queries-on.js';
import { sqlTextOf } from './sql-of.js';
import { isMemberName, variableAt } from '../typescript/variable-at.js';

/** A transaction that is open while some code runs. */
export interface OpenTransaction {
  /** What opened it, or undefined where it was given. */
  readonly opener: Call | undefined;
  /** The function whose code runs in it. */
  readonly body: FunctionNode;
  /** Where its handles are declared; none where the callback is given none. */
  readonly handles: ReadonlySet<ts.Node>;
  /** What may bring a handle along: the parameters of a callback of which nobody could tell which is one. */
  readonly carriers?: ReadonlySet<ts.Node>;
  /** How the first of them is called. */
  readonly handle: string | undefined;
  /** What it was opened on. */
  readonly roots: readonly QueriedConnection[];
  readonly library: LibraryModel | undefined;
  /** Whether it is open where a call stands. */
  readonly covers: (call: Call) => boolean;
  /** The handle may be missing, and then the function goes over the roots on purpose. */
  readonly optional: boolean;
  /** The handle is an object of the project around the connection, and so is what it was opened on. */
  readonly wrapped?: boolean;
  /** The callback is offered the handle and does not take it. */
  readonly untaken?: boolean;
  /** Queries take part by an option that names the handle, and have no other way. */
  readonly session?: boolean;
}

/** What runs outside of an open transaction, though it looks as if inside. */
export interface Stray {
  readonly call: Call;
  readonly used: QueriedConnection;
  /** What must be missing for it to happen. */
  readonly when: string | undefined;
}

/** The transaction whose body a call is given as a function written in place, or by its name in the same file. */
export function openedBy(types: Types, call: Call): OpenTransaction | undefined {
  const around = scopeOpened(types, call);
  if (!around) return undefined;
  const { scope, body, parameter } = around;
  const session = scope.handle === 'this' ? receiverOf(types, call) : undefined;
  const handles = new Set<ts.Node>([
    ...(parameter ? [parameter, ...bound(parameter.name)] : []),
    ...(session ? connectionsOf(types, session).flatMap(({ place }) => place ?? []) : []),
  ]);
  const roots = [
    ...connectionsUsed(types, call).filter(({ opens }) => opens),
    ...(session ? lendersOf(types, session) : []),
  ];
  const name = parameter?.name ?? session;
  const carriers = new Set<ts.Node>(
    parameter ? [] : body.parameters.flatMap(each => [each, ...bound(each.name)]),
  );
  return {
    opener: call,
    body,
    handles,
    carriers,
    handle: name && ts.isIdentifier(name) ? name.text : undefined,
    roots,
    library: roots[0]?.connection.library ?? libraryOf(types, call),
    covers: () => true,
    optional: false,
    wrapped: scope.wraps === true,
    session: session !== undefined,
    untaken: /\.param\d+$/.test(scope.handle ?? '') && body.parameters.length === 0,
  };
}

/** The transaction that a call opens around a function in sight, and the parameter that is its handle, if one is. */
export function scopeOpened(
  types: Types,
  call: Call,
):
  | {
      readonly scope: OpenedScope;
      readonly body: FunctionNode;
      readonly parameter?: ts.ParameterDeclaration | undefined;
    }
  | undefined {
  if (!openerNames(types).has(calleeName(call) ?? '')) return undefined;
  const scope = opensTransaction.of(types, call);
  if (scope?.kind !== 'transaction' || modelOf(types, call)?.carries) return undefined;
  const body = bodyGiven(types, call, scope);
  if (!body) return undefined;
  const position = /\.param(\d+)$/.exec(scope.handle ?? '')?.[1];
  return { scope, body, parameter: position === undefined ? undefined : body.parameters[Number(position)] };
}

/** A function that may run without a handle as well answers for itself. */
function bodyGiven(types: Types, call: Call, { body: path }: OpenedScope): FunctionNode | undefined {
  const work = argumentAt(call, path);
  if (!work || isFunctionNode(work)) return work;
  const body = ts.isIdentifier(work) ? functionOf(types, work) : undefined;
  const isHere = body?.getSourceFile() === call.getSourceFile();
  return isHere && !body.parameters.some(each => each.questionToken ?? each.initializer) ? body : undefined;
}

/** What a session was taken from: `client` of `client.startSession()`. */
function lendersOf(types: Types, session: ts.Expression): readonly QueriedConnection[] {
  return connectionsOf(types, session).flatMap(({ lender }) => {
    const receiver = lender && receiverOf(types, lender);
    const model = lender && modelOf(types, lender);
    if (!receiver || !model) return [];
    return connectionsOf(types, receiver).map(connection => ({
      on: { kind: 'outer', name: connection.name } as const,
      steps: [],
      connection,
      model,
    }));
  });
}

function bound(name: ts.BindingName): readonly ts.Node[] {
  return ts.isIdentifier(name) ? [] : name.elements.filter(ts.isBindingElement);
}

/** The transaction that a function begins by hand and commits, or that it is given a handle of. */
export function openIn(types: Types, body: FunctionNode): OpenTransaction | undefined {
  const programs = inMap(opened, catalogueFor(types), () => new WeakMap<ts.Program, Opened>());
  const known = inMap(programs, types.program, (): Opened => new WeakMap());
  return inMap(known, body, () => ({ open: findOpen(types, body) })).open;
}

type Opened = WeakMap<FunctionNode, { readonly open: OpenTransaction | undefined }>;

/** Two nouns ask it of each function: what goes around a transaction, and what is waited for in it. */
const opened = new WeakMap<Catalogue, WeakMap<ts.Program, Opened>>();

function findOpen(types: Types, body: FunctionNode): OpenTransaction | undefined {
  const scope = scopeOf(types, body);
  if (scope?.kind === 'transaction' || scope?.kind === 'savepoint') return undefined;
  return begunIn(types, body) ?? givenTo(types, body) ?? bypassedBy(types, body);
}

/** The transaction that the class of a method keeps in a field, and sends nothing through. */
function bypassedBy(types: Types, body: FunctionNode): OpenTransaction | undefined {
  if (!ts.isClassLike(body.parent)) return undefined;
  const [idle] = idleTransactionsOf(types, body.parent);
  if (!idle) return undefined;
  const { field, begin, roots } = idle;
  return {
    opener: begin,
    body,
    handles: new Set([field]),
    handle: `this.${field.name.getText()}`,
    roots,
    library: roots[0]?.connection.library,
    // Taking the connection is no query over its pool.
    covers: call => connectionsUsed(types, call).every(({ opens }) => !opens),
    optional: true,
  };
}

function begunIn(types: Types, body: FunctionNode): OpenTransaction | undefined {
  const calls = callsIn(body.body);
  for (const call of calls) {
    const handle = begunBy(types, call);
    if (!handle?.place) continue;
    const commit = calls.find(each => each.pos >= call.end && ends(types, each) === 'commit');
    if (!commit) return undefined;
    const endings = calls.filter(each => each.pos >= call.end && ends(types, each) !== undefined);
    const roots = handle.lender ? connectionsUsed(types, handle.lender).filter(({ opens }) => opens) : [];
    return {
      opener: call,
      body,
      handles: new Set([handle.place]),
      handle: handle.name,
      roots,
      library: handle.library ?? libraryOf(types, call),
      covers: each =>
        call.end <= each.pos && each.end <= commit.pos && !endings.some(end => endsBefore(end, each)),
      optional: false,
    };
  }
  return undefined;
}

/** Whether a call that ends the transaction stands earlier in the same block, or in one around. */
function endsBefore(end: Call, call: Call): boolean {
  let block: ts.Node = end;
  while (!ts.isBlock(block) && !ts.isSourceFile(block)) block = block.parent;
  return end.end <= call.pos && isWithin(call, block);
}

const tellsOfEnd: Tells = row => row.ends !== undefined || row.queries?.sql !== undefined;

function begunBy(types: Types, call: Call): Connection | undefined {
  if (!mayBeToldOf(types, call, tellsOfBegin)) return undefined;
  const model = modelOf(types, call);
  if (model?.begins === 'this') {
    const receiver = receiverOf(types, call);
    return receiver && connectionsOf(types, receiver).find(({ kind }) => kind === 'handle');
  }
  if (model?.begins === 'result') {
    let up: ts.Node = call.parent;
    while (ts.isAwaitExpression(up) || ts.isParenthesizedExpression(up)) up = up.parent;
    if (!ts.isVariableDeclaration(up) || !ts.isIdentifier(up.name)) return undefined;
    return { kind: 'handle', name: up.name.text, place: up, library: libraryOf(types, call), lender: call };
  }
  if (kindOf(types, call) !== 'begin') return undefined;
  return connectionsUsed(types, call).find(({ connection }) => connection.kind === 'handle')?.connection;
}

function ends(types: Types, call: Call): 'commit' | 'rollback' | undefined {
  if (!mayBeToldOf(types, call, tellsOfEnd)) return undefined;
  const ended = modelOf(types, call)?.ends;
  if (ended) return ended;
  const kind = kindOf(types, call);
  return kind === 'commit' || kind === 'rollback' ? kind : undefined;
}

function kindOf(types: Types, call: Call): string | undefined {
  const at = queryOf(types, call)?.sql;
  const sql = at && argumentAt(call, at);
  const text = sql && sqlTextOf(types, sql);
  return text === undefined ? undefined : statementsOf(text)[0]?.kind;
}

/** A handle that a function does not open itself, and sends at least one of its queries through. */
function givenTo(types: Types, body: FunctionNode): OpenTransaction | undefined {
  const isQuery = (call: Call): boolean => queryOf(types, call) !== undefined;
  for (const call of callsRunBy(types, body, isQuery)) {
    const used = connectionsUsed(types, call);
    const handle = used.find(each => isGivenHandle(types, body, each.connection));
    const place = handle?.connection.place;
    if (!handle || !place) continue;
    const fallback = used.filter(each => each.connection.unless && each.connection.kind !== 'handle');
    const optional = mayBeMissing(types, place);
    if (optional && fallback.length === 0) continue;
    return {
      opener: undefined,
      body,
      handles: new Set([place]),
      handle: handle.connection.name,
      roots: fallback,
      library: handle.connection.library ?? libraryOf(types, call),
      covers: each => functionGiven(place) === body || each.pos >= call.end,
      optional,
    };
  }
  return undefined;
}

function isGivenHandle(types: Types, body: FunctionNode, connection: Connection): boolean {
  const { kind, from, place } = connection;
  if (!place || (kind === 'handle' && from !== 'type') || kind === 'pool' || kind === 'unknown') return false;
  if (kind === 'either' && !mayBeMissing(types, place)) return false;
  const isParameter = functionGiven(place) === body;
  const isLocal = ts.isBindingElement(place) && isWithin(place, body) && enclosingFunction(place) === body;
  if (!isParameter && !isLocal) return false;
  return roleIsTransaction(types, place);
}

function roleIsTransaction(types: Types, place: ts.Declaration): boolean {
  const { name } = place as ts.NamedDeclaration;
  if (!name || !ts.isIdentifier(name)) return false;
  const [found] = connectionsOf(types, name);
  return found !== undefined && found.kind !== 'unknown' && found.role !== 'connection';
}

/** What goes around an open transaction: over a root, an outer option left out, or in a transaction of its own. */
export function straysOf(types: Types, transaction: OpenTransaction): readonly Stray[] {
  if (!transaction.library || isCarried(types, transaction.library)) return [];
  const { opener, roots } = transaction;
  if (opener && roots.some(({ connection }) => mayBeOpenedOnHandle(types, opener, connection))) return [];
  const found: Stray[] = [];
  const calls = callsRunBy(types, transaction.body);
  const joined = joinedPlaces(types, transaction, calls);
  for (const call of calls) {
    if (
      !transaction.covers(call) ||
      isInOther(types, call, transaction) ||
      touches(types, call, transaction, 0) ||
      isLeftAtEnd(transaction, call)
    )
      continue;
    for (const used of connectionsUsed(types, call)) {
      const when = strays(types, used, transaction, call, joined);
      if (when === undefined) continue;
      found.push({ call, used, when: when || undefined });
      break;
    }
  }
  return found;
}

/**
 * Whether a call of another function is left to itself as the last thing that the callback does: what it sends goes on
 * behind the commit, where the handle is of no use.
 */
function isLeftAtEnd({ opener, body }: OpenTransaction, call: Call): boolean {
  // Where the callback is not async, drivers that answer at once may be meant.
  if (!opener || !isAsync(body) || !ts.isBlock(body.body)) return false;
  const last = body.body.statements.at(-1);
  if (!last || !ts.isExpressionStatement(last)) return false;
  const value = plain(last.expression);
  const left = ts.isVoidExpression(value) ? plain(value.expression) : value;
  return left === call || (ts.isCallExpression(left) && isCaught(left) === call);
}

/** `notify()` of `notify().catch(report)`. */
function isCaught({ expression }: ts.CallExpression): ts.Expression | undefined {
  const isHandler =
    ts.isPropertyAccessExpression(expression) && /^(?:then|catch|finally)$/.test(expression.name.text);
  return isHandler ? plain(expression.expression) : undefined;
}

/** Whether a connection is a root of the transaction: undefined for no, and what must be missing, or an empty text. */
function strays(
  types: Types,
  { connection, implicit, model }: QueriedConnection,
  transaction: OpenTransaction,
  call: Call,
  joined: ReadonlySet<ts.Declaration> | 'none',
): string | undefined {
  const { roots, library } = transaction;
  if (connection.kind !== 'pool' && connection.kind !== 'either') return undefined;
  const place = sourceOf(types, connection.place, 0);
  const same = roots.find(
    root =>
      root.connection.place !== undefined &&
      sourceOf(types, root.connection.place, 0) === place &&
      (!transaction.wrapped || areOfOneHolder(types, root.connection.holder, connection.holder)),
  );
  const isRoot =
    same !== undefined ||
    (implicit !== undefined && isRelated(library, implicit)) ||
    (!implicit && roots.some(root => isSameDatabase(types, root.connection, connection))) ||
    (model.joins !== undefined &&
      connection.library === library &&
      (joined === 'none' || (connection.place !== undefined && joined.has(connection.place))));
  if (!isRoot) return undefined;
  const guard = connection.unless ?? missingGuard(transaction.body, call);
  if (!guard) return '';
  // Where the handle may be missing, the root is used on purpose.
  const asked = ts.isIdentifier(guard) ? symbolAt(types, guard)?.valueDeclaration : undefined;
  if (asked && transaction.handles.has(asked)) return undefined;
  const opened = same?.connection.unless;
  const opening = opened && ts.isIdentifier(opened) ? symbolAt(types, opened)?.valueDeclaration : undefined;
  if (connection.unless) return asked && asked === opening ? guard.getText() : undefined;
  return '';
}

/**
 * What the queries go over that are given the handle as an option, so that it is known to be the same database; `none`
 * where nothing is given it, and the transaction is about nothing unless it was meant for those that are there.
 */
function joinedPlaces(
  types: Types,
  transaction: OpenTransaction,
  calls: readonly Call[],
): ReadonlySet<ts.Declaration> | 'none' {
  const { handles, body } = transaction;
  const isUsed = anyBelow(body.body, node => {
    const declared = declaredAmong(types, node, handles);
    return declared !== undefined && handles.has(declared);
  });
  if (!isUsed && handles.size > 0 && transaction.opener) return 'none';
  const places = new Set<ts.Declaration>();
  for (const call of calls) {
    const { joins, queries } = modelOf(types, call) ?? {};
    if (joins === undefined || !queries || !touches(types, call, transaction, 0)) continue;
    const receiver = receiverOf(types, call);
    for (const { place } of receiver ? connectionsOf(types, receiver) : []) if (place) places.add(place);
  }
  return places;
}

/** Where what a function is given comes from, where all its callers give the same. */
function sourceOf(
  types: Types,
  place: ts.Declaration | undefined,
  depth: number,
): ts.Declaration | undefined {
  const body = place && functionGiven(place);
  if (!body || depth > 2 || !ts.isParameter(place)) return place;
  const position = body.parameters.indexOf(place);
  const given = ts.isConstructorDeclaration(body)
    ? (valuesGiven(types, place) ?? [])
    : (callersOf(types, body)?.map(call => argumentAt(call, `arg${position}`)) ?? []);
  const places = given.map(each => each && connectionsOf(types, each)[0]?.place);
  const [first] = places;
  return first && places.every(each => each === first) ? sourceOf(types, first, depth + 1) : place;
}

/** Whether two objects around a connection are one and the same: another one of their class may hold another database. */
function areOfOneHolder(
  types: Types,
  one: ts.Declaration | undefined,
  other: ts.Declaration | undefined,
): boolean {
  if (!one || !other || one === other) return one === other;
  return isField(one) && isField(other) && !areNeighbours(one, other) && areOfOneOwnType(types, one, other);
}

/** Whether two places hold the same database: fields of one type of the project's own, in different classes. */
function isSameDatabase(types: Types, root: Connection, other: Connection): boolean {
  const [a, b] = [root.place, other.place];
  if (!a || !b || a === b || root.library !== other.library || !isField(a) || !isField(b)) return false;
  if (areNeighbours(a, b)) return isNamesake(types, a, b);
  return areOfOneOwnType(types, a, b) || isNamesake(types, a, b);
}

/** Whether two fields are of one class. */
function areNeighbours(a: ts.Declaration, b: ts.Declaration): boolean {
  return (
    a.parent === b.parent || (ts.isParameter(a) && ts.isParameter(b) && a.parent.parent === b.parent.parent)
  );
}

/** A repository beside a data source: other types of the library, through which the same connections are lent. */
function isNamesake(types: Types, a: ts.Declaration, b: ts.Declaration): boolean {
  const names = [a, b].map(each => connectionName(types, each));
  return (
    names[0] !== names[1] &&
    names.every(name => name !== undefined) &&
    !hasNamedSource(b) &&
    !hasNamedSource(a)
  );
}

function connectionName(types: Types, place: ts.Declaration): string | undefined {
  const { type } = place as ts.PropertyDeclaration;
  if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const { text } = type.typeName;
  const declared = symbolAt(types, type.typeName)?.declarations?.[0];
  // Own subclasses have a type of their own, which is compared instead.
  return declared?.getSourceFile().isDeclarationFile ? text : undefined;
}

/** `@InjectRepository(User, 'analytics')`: the second argument names another database. */
function hasNamedSource(place: ts.Declaration): boolean {
  const decorators = ts.canHaveDecorators(place) ? (ts.getDecorators(place) ?? []) : [];
  return decorators.some(
    ({ expression }) => ts.isCallExpression(expression) && expression.arguments.length > 1,
  );
}

function isField(place: ts.Declaration): boolean {
  if (ts.isPropertyDeclaration(place)) return true;
  return ts.isParameter(place) && ts.isParameterPropertyDeclaration(place, place.parent);
}

function isRelated(library: LibraryModel | undefined, other: LibraryModel): boolean {
  return (
    library !== undefined &&
    (library.package === other.package || other.runsOn?.includes(library.package) === true)
  );
}

/** Whether a call stands in the body of another scope, which answers for itself. */
function isInOther(types: Types, call: Call, { body }: OpenTransaction): boolean {
  for (let inner = enclosingFunction(call); inner && inner !== body; inner = enclosingFunction(inner)) {
    const kind = scopeOf(types, inner)?.kind;
    if (kind === 'transaction' || kind === 'savepoint' || kind === 'connection') return true;
  }
  return false;
}

/** Whether a call, its receiver or an argument has to do with a handle: then the callee answers for itself. */
function touches(types: Types, node: ts.Node, transaction: OpenTransaction, depth: number): boolean {
  let found = false;
  walk(node, inner => {
    if (found || isFunctionNode(inner)) return false;
    const declaration = declaredAmong(types, inner, transaction.handles);
    if (!declaration) return true;
    if (transaction.handles.has(declaration) || transaction.carriers?.has(declaration)) found = true;
    else if (depth < 3) {
      const made = madeInside(declaration, transaction);
      found = made !== undefined && touches(types, made, transaction, depth + 1);
    }
    return !found;
  });
  return found;
}

/** What a name is declared as: that of a member only where a handle has it, which a field may be. */
function declaredAmong(
  types: Types,
  node: ts.Node,
  handles: ReadonlySet<ts.Node>,
): ts.Declaration | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const isField = isMemberName(node) && [...handles].some(each => nameOf(each) === node.text);
  return isField ? symbolAt(types, node)?.valueDeclaration : variableAt(types, node);
}

function nameOf(declaration: ts.Node): string | undefined {
  const { name } = declaration as ts.NamedDeclaration;
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name.text : undefined;
}

/** What a name that is declared in the body is made of, or taken out of: what is awaited is data. */
function madeInside(declaration: ts.Declaration, { body }: OpenTransaction): ts.Expression | undefined {
  let holder: ts.Node = declaration;
  while (ts.isBindingElement(holder)) holder = holder.parent.parent;
  if (!ts.isVariableDeclaration(holder) || !holder.initializer || !isWithin(holder, body)) return undefined;
  return ts.isAwaitExpression(plain(holder.initializer)) ? undefined : holder.initializer;
}

/** The names of functions that may open a transaction around a callback: those of libraries, and what calls them. */
const openerNames = perProgram((types): ReadonlySet<string> => {
  const catalogue = catalogueFor(types);
  const found = new Set([...catalogue.namesWith('scope'), ...catalogue.namesWith('begins')]);
  const library = new Set(found);
  const takers = ownFiles(types.program).flatMap(namedTakers);
  for (let round = 0, before = -1; round < 3 && before !== found.size; round++) {
    before = found.size;
    for (const { name, body } of takers) {
      if (found.has(name)) continue;
      const opens = callsIn(body.body).some(call => found.has(calleeName(call) ?? '')) || beginsByText(body);
      if (opens) found.add(name);
    }
  }
  for (const name of catalogue.namesWith('begins'))
    if (!catalogue.namesWith('scope').has(name)) found.delete(name);
  return found.size === 0 ? library : found;
});

/** A function by its name. */
interface Named {
  readonly name: string;
  readonly body: FunctionNode;
}

/** By file: in an editor each edit makes a new program, of which one file is new. */
const takersOfFile = new WeakMap<ts.SourceFile, readonly Named[]>();

/** The functions of a file that have a name and are given anything, which may be a callback or a handle. */
export function namedTakers(file: ts.SourceFile): readonly Named[] {
  return inMap(takersOfFile, file, () => findTakers(file));
}

function findTakers(file: ts.SourceFile): readonly Named[] {
  const takers: Named[] = [];
  walk(file, node => {
    if (!isFunctionNode(node) || node.parameters.length === 0) return;
    const { parent } = node;
    const isValue =
      ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
    const name = node.name ?? (isValue ? parent.name : undefined);
    if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)))
      takers.push({ name: name.text, body: node });
  });
  return takers;
}

function beginsByText(body: FunctionNode): boolean {
  return callsIn(body.body).some(call =>
    (ts.isTaggedTemplateExpression(call) ? [call.template] : [...(call.arguments ?? [])]).some(
      given => ts.isStringLiteralLike(given) && /^\s*(?:begin|start\s)/i.test(given.text),
    ),
  );
}

const carried = new WeakMap<ts.Program, Map<LibraryModel, boolean>>();

/** Whether the project has the library carry its transactions along with the async context, so that queries join. */
function isCarried(types: Types, library: LibraryModel): boolean {
  const known = inMap(carried, types.program, () => new Map<LibraryModel, boolean>());
  let answer = known.get(library);
  if (answer === undefined) known.set(library, (answer = findCarrier(types, library)));
  return answer;
}

function findCarrier(types: Types, library: LibraryModel): boolean {
  const packages = (library.carriedBy ?? []).map(name => `/node_modules/${name}/`);
  if (packages.some(part => types.program.getSourceFiles().some(file => file.fileName.includes(part))))
    return true;
  const rows = Object.values(library.calls).flat() as {
    readonly carries?: string;
    readonly scope?: unknown;
  }[];
  if (!rows.some(row => row.carries === library.package && !row.scope)) return false;
  const names = catalogueFor(types).namesWith('carries');
  for (const file of ownFiles(types.program)) {
    if (!file.text.includes(library.package)) continue;
    const carries = anyBelow(
      file,
      node =>
        isCall(node) &&
        names.has(calleeName(node) ?? '') &&
        modelOf(types, node)?.carries === library.package,
    );
    if (carries) return true;
  }
  return false;
}
