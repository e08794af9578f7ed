/**
 * Is an option set in the value that stands where options go? Looks through constants, spreads and branches; what comes
 * from elsewhere is asked by its type, which says what it may hold.
 */
import { ts } from './compiler.js';
import { declarationOf } from './option-at.js';
import { plain } from './origin.js';
import { callersInFile, usesOf } from './references.js';
import type { Types } from './types-of.js';
import { isAssignment, isConst } from './code-shapes.js';
import { isFunctionNode } from './walk.js';

/** `unknown`: it may be set, and nobody can see. */
export type Setting = 'set' | 'absent' | 'unknown';

/** How many constants and spreads are followed. */
const deepest = 8;

/** Whether a property is set in an object. An explicit `undefined` counts as set: somebody thought of it. */
export function settingIn(types: Types, value: ts.Expression, property: string, depth = 0): Setting {
  const object = plain(value);
  if (depth > deepest) return 'unknown';
  const next = (inner: ts.Expression): Setting => settingIn(types, inner, property, depth + 1);
  if (ts.isObjectLiteralExpression(object)) return inLiteral(object, property, next);
  if (ts.isConditionalExpression(object)) return either(next(object.whenTrue), next(object.whenFalse));
  if (ts.isBinaryExpression(object)) {
    const { kind } = object.operatorToken;
    // `isSlow && { timeout }`: what stands before `&&` is spread only where it is nothing.
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return either('absent', next(object.right));
    return either(next(object.left), next(object.right));
  }
  const constant = ts.isIdentifier(object) ? constantObject(types, object, property) : undefined;
  if (constant) return next(constant);
  const handed = ts.isIdentifier(object) ? handedIn(types, object, property, next) : undefined;
  if (handed) return handed;
  return mayHold(types, object, property) ? 'unknown' : 'absent';
}

function either(one: Setting, other: Setting): Setting {
  return one === other ? one : 'unknown';
}

/** The last property of that name wins, unless a spread after it may hold another. */
function inLiteral(
  object: ts.ObjectLiteralExpression,
  name: string,
  next: (inner: ts.Expression) => Setting,
): Setting {
  for (const property of [...object.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const spread = next(property.expression);
      if (spread !== 'absent') return spread;
    } else if (ts.isComputedPropertyName(property.name)) {
      return 'unknown';
    } else if ('text' in property.name && property.name.text === name) {
      return 'set';
    }
  }
  return 'absent';
}

/** The object that a constant is, where nothing adds the property to it afterwards. */
function constantObject(
  types: Types,
  name: ts.Identifier,
  property: string,
): ts.ObjectLiteralExpression | undefined {
  const declaration = declarationOf(types, name);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const value = declaration.initializer && plain(declaration.initializer);
  if (!isConst(declaration) || !value || !ts.isObjectLiteralExpression(value)) return undefined;
  return usesOf(types, declaration.name).some(use => mayAdd(use, property)) ? undefined : value;
}

/** More callers than these, and the question is not worth its price. */
const mostCallers = 20;

/**
 * What all callers of a function that no other file can reach hand in for a parameter; undefined for other names, where the
 * parameter's type has no room for it, and where the function adds to what it is given.
 */
function handedIn(
  types: Types,
  name: ts.Identifier,
  property: string,
  next: (inner: ts.Expression) => Setting,
): Setting | undefined {
  const declaration = declarationOf(types, name);
  if (!declaration || !ts.isParameter(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const { parent: home, initializer } = declaration;
  if (declaration.dotDotDotToken || !isFunctionNode(home)) return undefined;
  if (!mayHold(types, name, property)) return 'absent';
  const calls = callersInFile(types, home);
  if (!calls || calls.length === 0 || calls.length > mostCallers) return undefined;
  if (usesOf(types, declaration.name).some(use => isAssigned(use) || mayAdd(use, property))) return undefined;
  const position = home.parameters.indexOf(declaration);
  return calls
    .map((call): Setting => {
      if (!ts.isCallExpression(call) || call.arguments.some(ts.isSpreadElement)) return 'unknown';
      const given = call.arguments[position] ?? initializer;
      return given ? next(given) : 'absent';
    })
    .reduce(either);
}

/** `options.timeout = 5`, `options[key] = 5`, `Object.assign(options, …)`, and handing it to a function for its effect. */
function mayAdd(use: ts.Node, property: string): boolean {
  const { parent } = use;
  if (ts.isCallExpression(parent)) {
    return parent.arguments[0] === use && ts.isExpressionStatement(parent.parent);
  }
  if (ts.isElementAccessExpression(parent)) return parent.expression === use && isAssigned(parent);
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === use &&
    parent.name.text === property &&
    isAssigned(parent)
  );
}

function isAssigned(target: ts.Expression): boolean {
  const { parent } = target;
  return ts.isBinaryExpression(parent) && parent.left === target && isAssignment(parent.operatorToken.kind);
}

/** Whether the type of a value has room for a property. Functions, texts and URLs have none for options. */
function mayHold(types: Types, value: ts.Expression, property: string): boolean {
  const holds = (type: ts.Type): boolean => {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) return true;
    if (type.isUnion()) return type.types.some(holds);
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
    if (type.getProperty(property) !== undefined) return true;
    if (type.getCallSignatures().length > 0) return false;
    return type.getStringIndexType() !== undefined || type.getProperties().length === 0;
  };
  return holds(types.checker.getTypeAtLocation(value));
}
