/**
 * Is this certainly a pool, wherever the code runs? A value of a type that handles have too is one only where nobody
 * in sight puts a handle there: `new Repository(trx)`, `save(trx)`, `{ db: trx }`.
 */
import { ts } from '../typescript/compiler.js';
import { optionAt } from '../typescript/option-at.js';
import { isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import { callersOf, saidAnywhere } from '../typescript/references.js';
import { propertyAskedFor } from '../typescript/same-type.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode, walk } from '../typescript/walk.js';
import { connectionsOf, functionGiven, type Connection } from './connection-of.js';
import { inMap, modelOf } from './model-of.js';

/** Whether a connection lends another one to each query. `false` where that cannot be told. */
export function isAlwaysPool(types: Types, connection: Connection, depth = 0): boolean {
  const { place } = connection;
  if (place && isOfOne(types, place)) return false;
  if (connection.kind === 'pool') return true;
  if (connection.kind !== 'either' || !place || depth > 3) return false;
  if (ts.isVariableDeclaration(place)) return place.initializer !== undefined;
  const values = valuesGiven(types, place);
  return values?.every(value => isPoolOrNothingKnown(types, value, depth)) === true;
}

/** `new Pool({ max: 1 })`: a pool of one connection lends the same to everybody. */
function isOfOne(types: Types, place: ts.Declaration): boolean {
  const maker =
    ts.isVariableDeclaration(place) || ts.isPropertyDeclaration(place) ? place.initializer : undefined;
  const call = maker && plain(maker);
  const size = call && isCall(call) ? modelOf(types, call)?.concurrency : undefined;
  const given = size && call && isCall(call) ? optionAt(call, size.at) : 'absent';
  return typeof given !== 'string' && numberOf(types, given) === 1;
}

/** A value that comes from a parameter of somebody unknown, such as what a container injects, is no handle in sight. */
function isPoolOrNothingKnown(types: Types, value: ts.Expression, depth: number): boolean {
  return connectionsOf(types, value).every(each => {
    if (each.kind === 'handle') return false;
    return each.kind !== 'either' || isAlwaysPool(types, each, depth + 1);
  });
}

/** Whether somebody in sight puts a handle where something is declared. Never throws. */
export function isGivenHandle(types: Types, place: ts.Declaration, depth = 0): boolean {
  const values = depth > 3 ? [] : (valuesGiven(types, place) ?? []);
  return values.some(value =>
    connectionsOf(types, value).some(
      each =>
        each.kind === 'handle' ||
        (each.kind === 'either' && each.place !== undefined && isGivenHandle(types, each.place, depth + 1)),
    ),
  );
}

/** What the project puts where something is declared; undefined where others may put something there as well. */
export function valuesGiven(types: Types, place: ts.Declaration): readonly ts.Expression[] | undefined {
  const body = functionGiven(place);
  if (ts.isParameter(place) && body) {
    const position = body.parameters.indexOf(place);
    const isConstructor = ts.isConstructorDeclaration(body);
    const calls = isConstructor ? callsOfConstructor(types, body) : callersOf(types, body);
    return calls?.flatMap(call => argumentAt(call, `arg${position}`) ?? []);
  }
  if (ts.isPropertyDeclaration(place) || ts.isPropertySignature(place) || ts.isPropertyAssignment(place))
    return valuesOfProperty(types, place);
  return undefined;
}

/** The calls of `new` and `super` that run a constructor; undefined where a class in between hides them. */
function callsOfConstructor(
  types: Types,
  constructor: ts.ConstructorDeclaration,
): readonly Call[] | undefined {
  const { parent } = constructor;
  if (!ts.isClassLike(parent) || !parent.name) return undefined;
  const calls: Call[] = [];
  for (const { node, name } of madeOrExtended(types)) {
    if (name !== parent.name.text || symbolAt(types, nameIn(node))?.valueDeclaration !== parent) continue;
    if (ts.isNewExpression(node)) {
      calls.push(node);
      continue;
    }
    const members: readonly ts.Node[] = node.members;
    const own = members.filter(ts.isConstructorDeclaration).find(isFunctionNode);
    if (!own) {
      // It takes what its base takes.
      for (const other of madeOrExtended(types)) {
        if (ts.isNewExpression(other.node) && other.name === node.name?.text) calls.push(other.node);
      }
      continue;
    }
    walk(own, inner => {
      const isSuper = ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.SuperKeyword;
      if (isSuper) calls.push(inner);
    });
  }
  return calls;
}

type Made = ts.NewExpression | ts.ClassLikeDeclaration;

const made = new WeakMap<ts.Program, readonly { readonly node: Made; readonly name: string }[]>();

/** Every `new X` of the project, and every class that extends one, by the name `X`. */
function madeOrExtended(types: Types): readonly { readonly node: Made; readonly name: string }[] {
  return inMap(made, types.program, () => {
    const found: { node: Made; name: string }[] = [];
    for (const file of ownFiles(types.program)) {
      walk(file, node => {
        if (ts.isNewExpression(node) || ts.isClassLike(node)) {
          const name = nameIn(node);
          if (ts.isIdentifier(name)) found.push({ node, name: name.text });
        }
      });
    }
    return found;
  });
}

function nameIn(node: Made): ts.Node {
  if (ts.isNewExpression(node)) return plain(node.expression);
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return base?.expression ?? node;
}

type Property = ts.PropertyDeclaration | ts.PropertySignature | ts.PropertyAssignment;

const put = new WeakMap<ts.Program, WeakMap<ts.Node, readonly ts.Expression[]>>();

/** What is written as `name: value` or `x.name = value` anywhere, for the property of that name. */
function valuesOfProperty(types: Types, property: Property): readonly ts.Expression[] {
  const known = inMap(put, types.program, () => new WeakMap<ts.Node, readonly ts.Expression[]>());
  return inMap(known, property, () => [
    ...(!ts.isPropertySignature(property) && property.initializer ? [property.initializer] : []),
    ...saidAnywhere(types, property.name.getText()).flatMap(name => putBy(types, name, property) ?? []),
  ]);
}

/** The value that the code around a name puts into a property; undefined where it does something else. */
function putBy(types: Types, name: ts.Node, property: Property): ts.Expression | undefined {
  const { parent } = name;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent)) {
    if (parent.name !== name || isForAnother(types, parent, property)) return undefined;
    return ts.isPropertyAssignment(parent) ? parent.initializer : parent.name;
  }
  const set = parent.parent;
  const isSet =
    ts.isPropertyAccessExpression(parent) &&
    parent.name === name &&
    ts.isBinaryExpression(set) &&
    set.left === parent &&
    set.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isSet && symbolAt(types, name)?.valueDeclaration === property ? set.right : undefined;
}

/** Whether an object literal stands where another type is asked for, whose property of this name is another one. */
function isForAnother(
  types: Types,
  given: ts.ShorthandPropertyAssignment | ts.PropertyAssignment,
  property: ts.Declaration,
): boolean {
  const wanted = propertyAskedFor(types, given);
  return wanted !== undefined && wanted !== property;
}
