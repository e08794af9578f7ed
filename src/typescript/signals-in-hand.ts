/** The abort signals that parameters, fields and variables hold, or have one property away: by type, never by name. */
import { ts } from './compiler.js';
import { binds } from './code-shapes.js';
import { isOpen, typeAt } from './declared-type.js';
import { plain, signaturesOf, symbolAt } from './origin.js';
import { isOverElements } from './over-elements.js';
import { isOwnFile } from './own-files.js';
import { isController, isSignal, mayHoldObject } from './signal-slots.js';
import type { Types } from './types-of.js';
import { anyBelow, type FunctionNode } from './walk.js';

/** A signal, as the code around could write it. */
export interface HeldSignal {
  /** `signal`, `options.signal`, `controller.signal`, `this.signal`. */
  readonly text: string;
  /** The name it hangs on: `options` of `options.signal`, `signal` of `this.signal`. */
  readonly name: ts.Identifier | ts.PrivateIdentifier;
  readonly type: ts.Type;
  /** The signal itself, a property of what is named, or what a controller made here tells. */
  readonly kind: 'signal' | 'part' | 'controller';
  /**
   * Whether the platform or a package puts it into something of theirs, as into a request: nobody in the project asked
   * for it, other than for an optional one.
   */
  readonly isAmbient: boolean;
}

const parameters = new WeakMap<ts.Program, WeakMap<ts.ParameterDeclaration, readonly HeldSignal[]>>();

/** The signals that a function is given: parameters, what is destructured from them, their properties. */
export function signalsGiven(types: Types, body: FunctionNode): readonly HeldSignal[] {
  return body.parameters.flatMap(each => keptOf(types, body, each));
}

/** The same of those that hang on a name: what other parameters are is not asked. */
export function signalsGivenBy(types: Types, body: FunctionNode, name: string): readonly HeldSignal[] {
  return body.parameters
    .filter(each => binds(each.name, name))
    .flatMap(each => keptOf(types, body, each))
    .filter(each => each.name.text === name);
}

function keptOf(types: Types, body: FunctionNode, parameter: ts.ParameterDeclaration): readonly HeldSignal[] {
  let known = parameters.get(types.program);
  if (!known) parameters.set(types.program, (known = new WeakMap()));
  let found = known.get(parameter);
  if (!found) known.set(parameter, (found = ofParameter(types, body, parameter)));
  return found;
}

function ofParameter(types: Types, body: FunctionNode, parameter: ts.ParameterDeclaration): HeldSignal[] {
  if (parameter.dotDotDotToken || isSimple(parameter.type)) return [];
  const { name } = parameter;
  if (!ts.isIdentifier(name) && !isInferred(body, parameter)) return ofPattern(types, name);
  const type = typeOfParameter(types, body, parameter);
  if (!type) return [];
  return ts.isIdentifier(name) ? ofName(types, name, type) : ofParts(types, name, type);
}

/** A type that says in its syntax that it holds no signal. */
function isSimple(type: ts.TypeNode | undefined): boolean {
  return (
    type !== undefined &&
    (ts.isArrayTypeNode(type) || ts.isFunctionTypeNode(type) || type.kind < ts.SyntaxKind.FirstTypeNode)
  );
}

function ofPattern(types: Types, pattern: ts.BindingPattern): HeldSignal[] {
  return pattern.elements.flatMap(element => {
    if (ts.isOmittedExpression(element) || element.dotDotDotToken) return [];
    if (!ts.isIdentifier(element.name)) return ofPattern(types, element.name);
    return ofName(types, element.name, types.checker.getTypeAtLocation(element.name));
  });
}

/** Whether a parameter of a function that stands in a call is what the callee says. */
function isInferred({ parent }: FunctionNode, { type, initializer }: ts.ParameterDeclaration): boolean {
  return !type && !initializer && ts.isCallExpression(parent);
}

/** What is destructured from a value, by the type that it is declared with. */
function ofParts(types: Types, pattern: ts.BindingPattern, whole: ts.Type): HeldSignal[] {
  const of = types.checker.getNonNullableType(whole);
  return pattern.elements.flatMap(element => {
    if (ts.isOmittedExpression(element) || element.dotDotDotToken) return [];
    const key = element.propertyName ?? element.name;
    const property = ts.isIdentifier(key) ? of.getProperty(key.text) : undefined;
    const type = property && types.checker.getTypeOfSymbol(property);
    if (!type || isOpen(type)) return [];
    return ts.isIdentifier(element.name)
      ? ofName(types, element.name, type)
      : ofParts(types, element.name, type);
  });
}

/**
 * The type of a parameter. Where its function stands in a call and says nothing, what the call declares of it: asking
 * the checker would infer the types of all the call's arguments.
 */
function typeOfParameter(
  types: Types,
  body: FunctionNode,
  parameter: ts.ParameterDeclaration,
): ts.Type | undefined {
  const call = body.parent;
  const position = ts.isCallExpression(call) ? call.arguments.findIndex(each => each === body) : -1;
  if (!isInferred(body, parameter) || !ts.isCallExpression(call) || position < 0)
    return types.checker.getTypeAtLocation(parameter.name);
  // What an element of a list is, has to be inferred: a file that says nothing of signals is not asked about them.
  if (isOverElements(call) && !mentionsSignals(body.getSourceFile())) return undefined;
  for (const signature of signaturesOf(types, call)) {
    const taken = signature.getParameters()[position];
    const callback = taken && types.checker.getNonNullableType(types.checker.getTypeOfSymbol(taken));
    const given = callback?.getCallSignatures()[0]?.getParameters()[body.parameters.indexOf(parameter)];
    const type = given && types.checker.getTypeOfSymbol(given);
    if (type && !isOpen(type)) return type;
  }
  return undefined;
}

const mentioning = new WeakMap<ts.SourceFile, boolean>();

/** Whether a file says anything of signals or aborts: one that hands them on does, in a name, a property or a type. */
export function mentionsSignals(file: ts.SourceFile): boolean {
  let known = mentioning.get(file);
  if (known === undefined) mentioning.set(file, (known = /signal|abort/i.test(file.text)));
  return known;
}

/** What a name of some type has to offer. */
function ofName(types: Types, name: ts.Identifier, type: ts.Type): HeldSignal[] {
  if (isSignal(types, type)) return [{ text: name.text, name, type, kind: 'signal', isAmbient: false }];
  const dot = isNullable(type) ? '?.' : '.';
  // Whoever hands over a controller means its signal.
  const kind = isController(types, type) ? 'controller' : 'part';
  return partsOf(types, type).map(part => ({
    text: `${name.text}${dot}${part.path}`,
    name,
    type: part.type,
    kind,
    isAmbient: part.isAmbient && kind === 'part',
  }));
}

function isNullable(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(part => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0);
}

interface Part {
  readonly path: string;
  readonly type: ts.Type;
  readonly isAmbient: boolean;
}

const partsKnown = new WeakMap<ts.Type, readonly Part[]>();

/** The properties of a type that are signals, and the signal of a web request that it has: `event.request.signal`. */
export function partsOf(types: Types, of: ts.Type): readonly Part[] {
  const type = types.checker.getNonNullableType(of);
  let parts = partsKnown.get(type);
  if (!parts) {
    partsKnown.set(type, []);
    partsKnown.set(type, (parts = findParts(types, type)));
  }
  return parts;
}

function findParts(types: Types, of: ts.Type): readonly Part[] {
  const type = types.checker.getBaseConstraintOfType(of) ?? of;
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
  if (type.getCallSignatures().length > 0 || types.checker.isArrayType(type) || isSignal(types, type))
    return [];
  const properties = types.checker
    .getPropertiesOfType(type)
    .slice(0, 200)
    .filter(property => (mayHoldObject(property) || mayHoldRequest(property)) && isReachable(property));
  const own = properties.flatMap((property): Part[] => {
    const held = types.checker.getTypeOfSymbol(property);
    return isSignal(types, held)
      ? [{ path: property.name, type: held, isAmbient: isAmbient(types, property) }]
      : [];
  });
  return own.length > 0 ? own : properties.flatMap(property => ofRequest(types, property));
}

/** A request that the platform hands over within something else. */
function ofRequest(types: Types, property: ts.Symbol): Part[] {
  if (!mayHoldRequest(property)) return [];
  const type = types.checker.getNonNullableType(types.checker.getTypeOfSymbol(property));
  const dot = (property.flags & ts.SymbolFlags.Optional) !== 0 ? '?.' : '.';
  return partsOf(types, type)
    .filter(part => part.isAmbient)
    .map(part => ({ ...part, path: `${property.name}${dot}${part.path}` }));
}

function mayHoldRequest({ valueDeclaration }: ts.Symbol): boolean {
  const annotation = valueDeclaration && (valueDeclaration as ts.PropertySignature).type;
  return annotation !== undefined && mayBeRequest(annotation);
}

/** The name gates the question, or that of a member written in place: types are asked of few properties only. */
function mayBeRequest(annotation: ts.TypeNode): boolean {
  if (ts.isTypeReferenceNode(annotation)) return annotation.typeName.getText().endsWith('Request');
  return (
    ts.isTypeLiteralNode(annotation) &&
    annotation.members.some(
      member =>
        ts.isPropertySignature(member) &&
        member.type !== undefined &&
        ts.isTypeReferenceNode(member.type) &&
        mayBeRequest(member.type),
    )
  );
}

function isReachable(property: ts.Symbol): boolean {
  if (!/^[\w$]+$/.test(property.name)) return false;
  const declared = property.valueDeclaration;
  if (!declared) return true;
  return (
    (ts.getCombinedModifierFlags(declared) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0
  );
}

function isAmbient(types: Types, property: ts.Symbol): boolean {
  const declared = property.declarations?.[0];
  // Of `Partial<Request>` the platform still declares a signal that each request has.
  if (!declared || (declared as ts.PropertySignature).questionToken) return false;
  return !isOwnFile(types.program, declared.getSourceFile());
}

const kept = new WeakMap<ts.Program, WeakMap<ts.Node, readonly HeldSignal[]>>();

/**
 * The signals and controllers that a class of the project, or one that it extends, keeps in fields that are set once, as
 * `this.…`.
 */
export function signalsKept(types: Types, holder: ts.ClassLikeDeclaration): readonly HeldSignal[] {
  let known = kept.get(types.program);
  if (!known) kept.set(types.program, (known = new WeakMap()));
  let found = known.get(holder);
  if (!found) {
    // A class that extends itself, as people write by mistake, ends here.
    known.set(holder, []);
    const base = baseOf(types, holder);
    const own = keptBy(types, holder);
    const inherited = base
      ? signalsKept(types, base).filter(({ name }) => isInherited(name) && !isSetIn(holder, name.text))
      : [];
    known.set(holder, (found = [...own, ...inherited]));
  }
  return found;
}

/** The class of the project that a class extends. */
function baseOf(types: Types, holder: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const clause = holder.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  const declared = base && symbolAt(types, base)?.valueDeclaration;
  return declared && ts.isClassLike(declared) && isOwnFile(types.program, declared.getSourceFile())
    ? declared
    : undefined;
}

function isInherited(name: ts.Identifier | ts.PrivateIdentifier): boolean {
  if (ts.isPrivateIdentifier(name)) return false;
  const field = name.parent as ts.PropertyDeclaration | ts.ParameterDeclaration;
  return !field.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
}

function keptBy(types: Types, holder: ts.ClassLikeDeclaration): HeldSignal[] {
  return fieldsOf(holder).flatMap((field): HeldSignal[] => {
    const { name } = field;
    if (!(ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) || isSimple(field.type)) return [];
    // What a field without a type holds is inferred: names gate for which of them that is asked.
    const isTold = field.type ?? (field.initializer && ts.isNewExpression(field.initializer));
    if (!isTold && !/signal|abort/i.test(`${name.text} ${field.initializer?.getText().slice(0, 200) ?? ''}`))
      return [];
    if (isSetAgain(holder, field, name.text)) return [];
    const type = types.checker.getTypeAtLocation(name);
    const text = `this.${name.text}`;
    if (isSignal(types, type)) return [{ text, name, type, kind: 'signal', isAmbient: false }];
    const dot = isNullable(type) ? '?.' : '.';
    if (!isController(types, type)) return ofOptions(types, type, `${text}${dot}`, name);
    const signal = types.checker.getNonNullableType(type).getProperty('signal');
    if (!signal) return [];
    const held = types.checker.getTypeOfSymbol(signal);
    return [{ text: `${text}${dot}signal`, name, type: held, kind: 'controller', isAmbient: false }];
  });
}

/** `this.options.signal` of options that the object was made with; a class has its own idea of when its signal fires. */
function ofOptions(types: Types, type: ts.Type, before: string, name: HeldSignal['name']): HeldSignal[] {
  const { symbol } = types.checker.getNonNullableType(type) as { symbol?: ts.Symbol };
  if (symbol && symbol.flags & ts.SymbolFlags.Class) return [];
  return partsOf(types, type)
    .filter(part => !part.isAmbient)
    .map(part => ({ text: `${before}${part.path}`, name, type: part.type, kind: 'part', isAmbient: false }));
}

function fieldsOf(
  holder: ts.ClassLikeDeclaration,
): readonly (ts.PropertyDeclaration | ts.ParameterDeclaration)[] {
  const members: readonly ts.Node[] = holder.members;
  const made = members.filter(ts.isConstructorDeclaration).flatMap(({ parameters: all }) => [...all]);
  return [
    ...members
      .filter(ts.isPropertyDeclaration)
      .filter(each => !each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)),
    ...made.filter(each => ts.isParameterPropertyDeclaration(each, each.parent)),
  ];
}

/** Whether a field is given another value after its object was made. */
function isSetAgain(
  holder: ts.ClassLikeDeclaration,
  field: ts.PropertyDeclaration | ts.ParameterDeclaration,
  name: string,
): boolean {
  if (field.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)) return false;
  return isSetIn(holder, name);
}

/** Whether a class sets a field anywhere but where its objects are made. */
function isSetIn(holder: ts.ClassLikeDeclaration, name: string): boolean {
  const members: readonly ts.Node[] = holder.members;
  return members.some(
    member =>
      !ts.isConstructorDeclaration(member) &&
      anyBelow(
        member,
        node =>
          ts.isBinaryExpression(node) &&
          node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
          ts.isPropertyAccessExpression(node.left) &&
          node.left.expression.kind === ts.SyntaxKind.ThisKeyword &&
          node.left.name.text === name,
      ),
  );
}

/** Whether code of the project declares the property that holds a signal: it is there for somebody to pass one. */
export function isAskedFor(types: Types, { name, text }: Pick<HeldSignal, 'name' | 'text'>): boolean {
  const holder = types.checker.getNonNullableType(types.checker.getTypeAtLocation(name));
  const property = holder.getProperty(text.slice(text.lastIndexOf('.') + 1));
  return (property?.declarations ?? []).some(each => isOwnFile(types.program, each.getSourceFile()));
}

/** The signals and controllers that constants of a block hold before a position. */
export function signalsDeclared(types: Types, block: ts.Node, before: number): readonly HeldSignal[] {
  return constantsIn(block, before)
    .filter(mayHoldSignal)
    .flatMap(each => ofVariable(types, each));
}

/** Whether there may be such a constant, by what is written there. */
export function mayDeclareSignal(block: ts.Node, before: number): boolean {
  return constantsIn(block, before).some(mayHoldSignal);
}

function constantsIn(block: ts.Node, before: number): readonly ts.VariableDeclaration[] {
  if (!ts.isBlock(block) && !ts.isSourceFile(block)) return [];
  return block.statements.flatMap(statement => {
    if (!ts.isVariableStatement(statement) || statement.end > before) return [];
    if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) return [];
    return [...statement.declarationList.declarations];
  });
}

/** Names gate which constants are asked for their types: asking infers what they are set to. */
function mayHoldSignal({ name, initializer }: ts.VariableDeclaration): boolean {
  return (
    initializer !== undefined &&
    /signal|abort/i.test(`${name.getText()} ${initializer.getText().slice(0, 400)}`)
  );
}

function ofVariable(types: Types, { name, initializer }: ts.VariableDeclaration): HeldSignal[] {
  if (!initializer) return [];
  if (ts.isObjectBindingPattern(name)) return ofPattern(types, name).filter(({ kind }) => kind === 'signal');
  if (!ts.isIdentifier(name) || ts.isFunctionLike(plain(initializer))) return [];
  const value = plain(initializer);
  const type = ts.isCallExpression(value) ? typeAt(types, value) : types.checker.getTypeAtLocation(name);
  return ofName(types, name, type).filter(({ kind }) => kind !== 'part');
}
