/**
 * Which calls may call a member that the project's own code declares, told before anything is resolved: `find` of
 * `rows.find(row => row.id === id)` is not the `find(id: string)` of a repository, whatever `rows` are. To resolve a member,
 * the checker infers all that stands before it.
 */
import { ts } from './compiler.js';
import { calleeName, plain, type Call } from './origin.js';
import { isOverElements } from './over-elements.js';
import { ownFiles } from './own-files.js';
import type { Types } from './types-of.js';
import { isFunctionNode, walk } from './walk.js';

/**
 * A set of ways to call, a bit for each: by how many arguments, by whether the first is a function written in place, and by
 * whether the call looks like one of a list.
 */
type Ways = number;

/** From this many arguments on, they are not told apart. */
const many = 7;
const ofFunction: Ways = many + 1;
const overElements: Ways = 2 * ofFunction;
/** Of what is written elsewhere, nothing is known: but for that it is called what the methods of lists are called. */
const unknownWays: Ways = (1 << overElements) - 1;
const anyWay: Ways = (1 << (3 * ofFunction)) - 1;

/** The ways by name, in which a member can be called from anywhere, and those in which only its own file can. */
interface Members {
  readonly open: ReadonlyMap<string, Ways>;
  readonly closed: ReadonlyMap<string, Ways>;
}

const ofProgram = new WeakMap<ts.Program, Map<string, Ways>>();

/** The members of all files: what is private is called in its own file alone. */
function openMembers(types: Types): ReadonlyMap<string, Ways> {
  let open = ofProgram.get(types.program);
  if (!open) {
    open = new Map([['default', anyWay]]);
    for (const file of ownFiles(types.program))
      for (const [name, ways] of membersOf(file).open) add(open, name, ways);
    ofProgram.set(types.program, open);
  }
  return open;
}

function add(members: Map<string, Ways>, name: string, ways: Ways): void {
  members.set(name, (members.get(name) ?? 0) | ways);
}

/** By file: in an editor each edit makes a new program, of which one file is new. */
const ofFile = new WeakMap<ts.SourceFile, Members>();

function membersOf(file: ts.SourceFile): Members {
  let members = ofFile.get(file);
  if (!members) ofFile.set(file, (members = collect(file)));
  return members;
}

/** Whether a member of this name, seen from a file, may be a function of the project. */
export function mayBeMember(types: Types, name: string, file: ts.SourceFile): boolean {
  return openMembers(types).has(name) || membersOf(file).closed.has(name);
}

/** Whether a call of a member, by its name and what it is given, may be one of a function of the project. */
export function mayCallMember(types: Types, call: Call): boolean {
  const name = calleeName(call) ?? '';
  const ways = (openMembers(types).get(name) ?? 0) | (membersOf(call.getSourceFile()).closed.get(name) ?? 0);
  return (ways & waysOf(call)) !== 0;
}

/** The same for a method that an interface declares: who implements it may take less than it is given. */
export function mayBeImplemented(types: Types, call: Call): boolean {
  const ways = openMembers(types).get(calleeName(call) ?? '') ?? 0;
  return isOverElements(call) ? ways >> overElements !== 0 : ways !== 0;
}

function waysOf(call: Call): Ways {
  // Where types are not checked, anything may be given to anything.
  if (!ts.isCallExpression(call) || isUnchecked(call) || call.arguments.some(ts.isSpreadElement))
    return anyWay;
  const [first] = call.arguments;
  const count = Math.min(call.arguments.length, many);
  if (!first || !isFunctionNode(plain(first))) return 1 << count;
  return 1 << (count + (isOverElements(call) ? overElements : ofFunction));
}

function isUnchecked(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.JavaScriptFile) !== 0;
}

function collect(file: ts.SourceFile): Members {
  const open = new Map<string, Ways>();
  const closed = new Map<string, Ways>();
  walk(file, node => {
    // Types hold no bodies, and they are half of many files.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return false;
    const name = mayNameFunction(node) ? (node as ts.NamedDeclaration).name : undefined;
    if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name))) {
      add(isPrivate(node) ? closed : open, name.text, waysToCall(node));
    }
    return true;
  });
  return { open, closed };
}

/** Whether a function can be called by the name of a declaration, as a member of an object, a class or a module. */
function mayNameFunction(node: ts.Node): boolean {
  if (ts.isMethodDeclaration(node) || ts.isShorthandPropertyAssignment(node) || ts.isExportSpecifier(node))
    return true;
  if (ts.isFunctionDeclaration(node)) return isOfModule(node);
  if (ts.isVariableDeclaration(node) && !isOfModule(node.parent.parent)) return false;
  return mayBeFunction(valueOf(node));
}

/** What a variable or a property is set to where it is declared; undefined for other declarations. */
function valueOf(node: ts.Node): ts.Expression | undefined {
  const isSet =
    ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node);
  return isSet && node.initializer ? plain(node.initializer) : undefined;
}

/** `const map = new Map()` and `map: true` are nothing to call, and what is local to a function is no member. */
function mayBeFunction(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  return (
    isFunctionNode(value) ||
    ts.isIdentifier(value) ||
    ts.isPropertyAccessExpression(value) ||
    ts.isCallExpression(value) ||
    ts.isConditionalExpression(value) ||
    ts.isBinaryExpression(value)
  );
}

function isOfModule({ parent }: ts.Node): boolean {
  return ts.isSourceFile(parent) || ts.isModuleBlock(parent);
}

function isPrivate(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  );
}

/** What a declaration says of how the function it names is called: all ways where it is written elsewhere, or has a type. */
function waysToCall(node: ts.Node): Ways {
  const isSet =
    ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node);
  const isTyped = isSet && !ts.isPropertyAssignment(node) && node.type !== undefined;
  // A type that is asserted of a function says how it is called, as one that is declared does.
  const named = isSet ? node.initializer : node;
  if (isTyped || !named || !ts.isFunctionLike(named)) return unknownWays;
  if (isUnchecked(node)) return anyWay;
  const parameters = named.parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'));
  const isOpenEnded = parameters.some(({ dotDotDotToken }) => dotDotDotToken);
  const most = isOpenEnded ? many : Math.min(parameters.length, many);
  const [first] = parameters;
  let ways: Ways = 0;
  for (let count = parameters.findLastIndex(isRequired) + 1; count <= most; count += 1) {
    ways |= 1 << count;
    if (first && mayTakeFunction(first)) ways |= (1 << (count + ofFunction)) | (1 << (count + overElements));
  }
  return ways;
}

function isRequired({ questionToken, initializer, dotDotDotToken, type }: ts.ParameterDeclaration): boolean {
  if (questionToken || initializer || dotDotDotToken) return false;
  // What may be `void` may be left out.
  return !type || !(ts.isUnionTypeNode(type) ? type.types : [type]).some(isVoid);
}

function isVoid({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.VoidKeyword;
}

/** Whether a function may be given there, by how the type is written: of a name, nobody can tell. */
function mayTakeFunction({ name, type, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  if (dotDotDotToken) return true;
  return type ? mayBeFunctionType(type) : ts.isIdentifier(name);
}

function mayBeFunctionType(type: ts.TypeNode): boolean {
  if (ts.isParenthesizedTypeNode(type)) return mayBeFunctionType(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.some(mayBeFunctionType);
  if (ts.isTypeLiteralNode(type)) return type.members.some(ts.isCallSignatureDeclaration);
  return !(
    ts.isArrayTypeNode(type) ||
    ts.isTupleTypeNode(type) ||
    ts.isLiteralTypeNode(type) ||
    ts.isTemplateLiteralTypeNode(type) ||
    plainTypes.has(type.kind)
  );
}

const plainTypes: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.BigIntKeyword,
  ts.SyntaxKind.SymbolKeyword,
  ts.SyntaxKind.UndefinedKeyword,
]);
