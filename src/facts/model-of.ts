/** What the libraries' models say of a call and of a type: the leaves of every fact. */
import { builtIn, type Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import {
  calleeName,
  calleeOf,
  isCall,
  isOwnCode,
  memberTypeNames,
  originOf,
  originOfOverridden,
  originOfReference,
  packagesIn,
  resultTypeNames,
  shapedLike,
  typeMembers,
  typeNames,
  typeParts,
  type TypePart,
  type Call,
} from '../typescript/origin.js';
import { isOverElements } from '../typescript/over-elements.js';
import type { Types } from '../typescript/types-of.js';
import { fits } from '../typescript/value-at.js';
import { anyBelow } from '../typescript/walk.js';
import type { CallModel, LibraryModel, Role } from '../vocabulary.js';

const declared = new WeakMap<Types, Catalogue>();

/** Says which catalogue holds for a file: the user's settings may differ from file to file. */
export function declareFor(types: Types, catalogue: Catalogue): void {
  declared.set(types, catalogue);
}

/** The catalogue that holds for a file; the built-in one where nothing else was said. */
export function catalogueFor(types: Types): Catalogue {
  return declared.get(types) ?? builtIn;
}

const answers = new WeakMap<
  Catalogue,
  WeakMap<ts.Program, WeakMap<Call, { readonly model: CallModel | undefined }>>
>();

/** What is known of a call: the first row of its declaration whose `when` its arguments fit; undefined for the unknown. */
export function modelOf(types: Types, call: Call): CallModel | undefined {
  const catalogue = catalogueFor(types);
  const programs = inMap(answers, catalogue, () => new WeakMap());
  const models = inMap(
    programs,
    types.program,
    () => new WeakMap<Call, { readonly model: CallModel | undefined }>(),
  );
  return inMap(models, call, () => ({ model: lookUp(types, catalogue, call) })).model;
}

/** The value at a key, made on first use. */
export function inMap<K extends WeakKey, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** What is worked out once for each program, from what a catalogue says; not before somebody asks. */
export function perProgram<V>(make: (types: Types) => V): (types: Types) => V {
  const catalogues = new WeakMap<Catalogue, WeakMap<ts.Program, { readonly value: V }>>();
  return types => {
    const programs = inMap(catalogues, catalogueFor(types), () => new WeakMap());
    return inMap(programs, types.program, () => ({ value: make(types) })).value;
  };
}

/** What a catalogue says of the packages that a program holds: of others, nothing need be asked. */
interface Held {
  readonly isInstalled: (packageName: string) => boolean;
  /** The names that a model knows. */
  readonly names: ReadonlySet<string>;
  readonly tellsByResult: boolean;
  readonly shapes: ReturnType<Catalogue['shapesOf']>;
}

const held = new WeakMap<Catalogue, WeakMap<ts.Program, Held>>();

function heldBy(types: Types): Held {
  const catalogue = catalogueFor(types);
  const programs = inMap(held, catalogue, () => new WeakMap<ts.Program, Held>());
  return inMap(programs, types.program, () => {
    const installed = packagesIn(types);
    const copied = catalogue.copiedTo(types.program.getSourceFiles().map(({ fileName }) => fileName));
    const isInstalled = (packageName: string): boolean =>
      installed.has(packageName) || copied.has(packageName);
    return {
      isInstalled,
      names: catalogue.namesOf(isInstalled),
      tellsByResult: catalogue.tellsByResult(isInstalled),
      shapes: catalogue.shapesOf(isInstalled),
    };
  });
}

/** Whether a model of something that this program holds knows a name: `where` is nobody's without the query builder. */
export function isKnownName(types: Types, name: string): boolean {
  return heldBy(types).names.has(name);
}

/** Whether a row says something that a question is about. One and the same function for one question: it is remembered. */
export type Tells = (row: CallModel) => boolean;

/** The names of rows that tell something, and of those among them that run a function given first. */
interface TellingNames {
  readonly all: ReadonlySet<string>;
  readonly runningFirst: ReadonlySet<string>;
}

const namesTelling = perProgram(() => new WeakMap<Tells, TellingNames>());

const runsFirst: Tells = row => row.runs?.callback === 'arg0';

/**
 * Whether a row that tells something may be that of a call, by the name of its callee alone. `map` is known as well, for
 * what it runs: who asks for transactions need not have it resolved, which infers what the list holds.
 */
export function mayBeToldOf(types: Types, call: Call, tells: Tells): boolean {
  const { all, runningFirst } = inMap(namesTelling(types), tells, () => {
    const { isInstalled } = heldBy(types);
    return {
      all: catalogueFor(types).namesTelling(tells, isInstalled),
      runningFirst: catalogueFor(types).namesTelling(row => tells(row) && runsFirst(row), isInstalled),
    };
  });
  if (all.size === 0) return false;
  if (ts.isNewExpression(call) || mayBeCallableValue(calleeOf(call))) return true;
  return (isOverElements(call) ? runningFirst : all).has(calleeName(call) ?? '');
}

const tellsOfQuery: Tells = row => row.queries !== undefined;

/** What a call that sends a query itself says of it, as its model has it; undefined for other calls. */
export function queryOf(types: Types, call: Call): CallModel['queries'] {
  return mayBeToldOf(types, call, tellsOfQuery) ? modelOf(types, call)?.queries : undefined;
}

const tellsOfWaiting: Tells = row => row.waitsFor !== undefined;

/**
 * `rows.map(row => row.id)`: what it gives the elements to calls nothing, and no library in use waits for anything in a method
 * of that name. Nothing can be said of it that anybody asks for, so what the rows are need not be inferred.
 */
export function isPlainOverElements(types: Types, call: Call): boolean {
  if (!isOverElements(call) || mayBeToldOf(types, call, tellsOfWaiting)) return false;
  return !anyBelow(
    call.arguments[0],
    node => isCall(node) || ts.isAwaitExpression(node) || ts.isYieldExpression(node),
  );
}

function lookUp(types: Types, catalogue: Catalogue, call: Call): CallModel | undefined {
  // A member is known by its name before anybody asks what it is a member of; a local callable has any name.
  if (!mayBeCallableValue(calleeOf(call)) && !isKnownName(types, calleeName(call) ?? '')) return undefined;
  const origin = originOf(types, call, each => catalogue.rowsOf(each).length > 0);
  const rows = origin && catalogue.rowsOf(origin);
  const row = rows?.find(each => fits(types, call, each.when));
  if (row) return row;
  const shaped = shapedRow(types, catalogue, call);
  if (shaped || !origin || !(isOwnCode(origin.package) || catalogue.hasResults(origin.package)))
    return shaped;
  if (!heldBy(types).tellsByResult) return undefined;
  // Generated clients are declared in the user's own code; what they return is their library's.
  for (const { package: packageName, name } of resultTypeNames(types, call)) {
    const model = catalogue.resultOf(packageName, name, calleeName(call) ?? '');
    if (model) return model;
  }
  return undefined;
}

/** `limit(task)`, `this.limit(task)`, `this.connection(trx)('orders')`: whatever it is called, it may be a callable of a library, kept in a place. */
function mayBeCallableValue(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee) || ts.isBinaryExpression(callee) || ts.isConditionalExpression(callee))
    return true;
  if (ts.isCallExpression(callee)) return true;
  return ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword;
}

/** The row of a member of a type that only its shape tells: `$transaction` of a generated client. */
function shapedRow(types: Types, catalogue: Catalogue, call: Call): CallModel | undefined {
  const callee = calleeOf(call);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const { expression: receiver, name } = callee;
  for (const { members, package: packageName, type } of heldBy(types).shapes) {
    const rows = catalogue.rowsOf({ package: packageName, paths: [`${type ?? ''}#${name.text}`] });
    if (rows.length > 0 && typeMembers(types, receiver, members)) {
      return rows.find(row => fits(types, call, row.when));
    }
  }
  return undefined;
}

/** What is known of a function that is named but not called here: its first row without conditions. */
export function modelOfReference(types: Types, reference: ts.Expression): CallModel | undefined {
  const origin = originOfReference(types, reference);
  return (
    origin &&
    catalogueFor(types)
      .rowsOf(origin)
      .find(row => row.when === undefined)
  );
}

/** What is known of the member of a library's class that a method takes the place of; undefined for other methods. */
export function modelOfOverridden(types: Types, method: ts.MethodDeclaration): CallModel | undefined {
  if (!ts.isIdentifier(method.name) || !isKnownName(types, method.name.text)) return undefined;
  const origin = originOfOverridden(types, method);
  return origin && catalogueFor(types).rowsOf(origin)[0];
}

/** What the type of a value is for, as its library's model says; undefined for other types. */
export function roleOf(types: Types, value: ts.Expression): Role | undefined {
  return roleByName(types, value) ?? shapedLike(types, value, heldBy(types).shapes)?.role;
}

/** Whether that is this one. Cheaper than the role: which members a type has is asked only for roles that shapes tell. */
export function isOfRole(types: Types, value: ts.Expression, role: Role): boolean {
  const isShaped = heldBy(types).shapes.some(shape => shape.role === role);
  return (isShaped ? roleOf(types, value) : roleByName(types, value)) === role;
}

/** The method of a queue that puts in one job by the name of its kind and its data; undefined where no model tells of one. */
export function adderOf(types: Types, queue: ts.Expression): string | undefined {
  const catalogue = catalogueFor(types);
  return firstByType(types, queue, (packageName, type) => catalogue.adderOf(packageName, type));
}

function roleByName(types: Types, value: ts.Expression): Role | undefined {
  const catalogue = catalogueFor(types);
  return firstByType(types, value, (packageName, type) => catalogue.roleOf(packageName, type));
}

/** What a catalogue says of the first of a value's types that it says anything of. */
function firstByType<Answer>(
  types: Types,
  value: ts.Expression,
  ask: (packageName: string, type: string) => Answer | undefined,
): Answer | undefined {
  for (const { package: packageName, name } of typeNames(types, value)) {
    const answer = ask(packageName, name);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Where frameworks keep what answers a request within what they hand over: other properties are asked for no types. */
const wrappedAs = ['raw', 'res', 'response'];

/** Whether a value answers a request, or is what a framework wraps that in: its reply, its context. */
export function answersRequest(types: Types, value: ts.Expression): boolean {
  if (isOfRole(types, value, 'reply')) return true;
  const catalogue = catalogueFor(types);
  return memberTypeNames(types, value, wrappedAs).some(
    ({ package: packageName, name }) => catalogue.roleOf(packageName, name) === 'reply',
  );
}

/** Whether one of the members of an object is a handle of a transaction or a connection, by its type: `{ tx, id }`. */
export function holdsHandle(types: Types, value: ts.Expression): boolean {
  const catalogue = catalogueFor(types);
  return memberTypeNames(types, value).some(({ package: packageName, name }) => {
    const role = catalogue.roleOf(packageName, name);
    return role !== undefined && handleRoles.has(role);
  });
}

/** What a value that queries go over may be. */
interface Carrier {
  /** `either`: its type is that of pools, and handles have it too. */
  readonly role: 'pool' | 'handle' | 'either';
  /** The role of a handle: `connection`, `transaction`, `session`. */
  readonly of?: Role | undefined;
  readonly library: LibraryModel | undefined;
}

const handleRoles: ReadonlySet<Role> = new Set<Role>(['connection', 'transaction', 'session']);

/** What a value is to queries by its type; undefined where it is neither a pool nor a handle, or one part is not. */
export function carrierOf(types: Types, value: ts.Expression): Carrier | undefined {
  const parts: Carrier[] = [];
  for (const part of typeParts(types, value)) {
    const carrier = carrierByName(types, part) ?? carrierByShape(types, part);
    if (!carrier) return undefined;
    parts.push(carrier);
  }
  const [first] = parts;
  return first && (parts.every(({ role }) => role === first.role) ? first : { ...first, role: 'either' });
}

function carrierByName(types: Types, { names }: TypePart): Carrier | undefined {
  const catalogue = catalogueFor(types);
  for (const { package: packageName, name } of names) {
    const role = catalogue.roleOf(packageName, name);
    const library = catalogue.modelOf(packageName);
    if (role === 'pool')
      return { role: catalogue.alsoHandles(packageName, name) ? 'either' : 'pool', library };
    if (role && handleRoles.has(role)) return { role: 'handle', of: role, library };
  }
  return undefined;
}

/** Of types that every project generates for itself, the members tell. */
function carrierByShape(types: Types, { hasMembers }: TypePart): Carrier | undefined {
  const shape = heldBy(types).shapes.find(({ members }) => hasMembers(members));
  const library = shape && catalogueFor(types).modelOf(shape.package);
  if (shape?.role === 'pool') return { role: 'pool', library };
  return shape && handleRoles.has(shape.role) ? { role: 'handle', of: shape.role, library } : undefined;
}

/** The model of the library that a call belongs to; undefined for the unknown. */
export function libraryOf(types: Types, call: Call): LibraryModel | undefined {
  const row = modelOf(types, call);
  return row && catalogueFor(types).libraryOf(row);
}
