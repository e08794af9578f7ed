/** What an object was made with, where the code that makes it is in sight: `tx` of `new Orders(tx)`, for `this.db` in its methods. */
import { bodyOf } from './body-of.js';
import { isThis, isWithin, rootOf } from './code-shapes.js';
import { ts } from './compiler.js';
import { constantOf } from './option-at.js';
import { plain, symbolAt, valueSymbolAt } from './origin.js';
import type { Types } from './types-of.js';
import { argumentAt } from './value-at.js';
import { resultsOf } from './walk.js';

/** More classes than these, one extending the other, are not looked through; it guards against those that extend themselves. */
const deepest = 5;

/**
 * What stands in the `new` behind an object, a constant or made in place, for one of its fields, also where a function makes it
 * of what it is given: `Orders.for(tx)`. Undefined where no constructor in sight puts a parameter into the field. Never throws.
 */
export function madeWith(
  types: Types,
  object: ts.Expression,
  field: ts.Declaration,
): ts.Expression | undefined {
  const made = initialized(types, object);
  if (ts.isCallExpression(made)) return givenToMaker(types, made, field);
  if (!ts.isNewExpression(made)) return undefined;
  const parameter = parameterKept(types, field);
  const constructor = parameter?.parent;
  if (!parameter || !constructor || !ts.isConstructorDeclaration(constructor)) return undefined;
  const runs = constructorOf(types, made.expression);
  return runs === constructor
    ? argumentAt(made, `arg${constructor.parameters.indexOf(parameter)}`)
    : undefined;
}

/** An expression, or what the constant that it names was set to. */
function initialized(types: Types, expression: ts.Expression): ts.Expression {
  const value = plain(expression);
  return (ts.isIdentifier(value) ? constantOf(types, value) : undefined) ?? value;
}

/** The same of what a function returns, in the words of who calls it, where it makes an object and returns nothing else. */
function givenToMaker(
  types: Types,
  call: ts.CallExpression,
  field: ts.Declaration,
): ts.Expression | undefined {
  const body = bodyOf(types, call);
  const [result, ...others] = body ? resultsOf(body) : [];
  const made = result && others.length === 0 ? initialized(types, result) : undefined;
  const kept = body && made && ts.isNewExpression(made) ? madeWith(types, made, field) : undefined;
  if (!body || !kept) return undefined;
  const root = rootOf(kept);
  const declared = ts.isIdentifier(root) ? valueSymbolAt(types, root)?.valueDeclaration : undefined;
  const position = body.parameters.findIndex(parameter => declared && isWithin(declared, parameter));
  if (position < 0) return kept;
  // A part of what is given stands for another value in each call.
  return root === kept && body.parameters[position] === declared
    ? argumentAt(call, `arg${position}`)
    : undefined;
}

/** The parameter of the constructor whose value a field is given, and nothing else. */
function parameterKept(types: Types, field: ts.Declaration): ts.ParameterDeclaration | undefined {
  if (ts.isParameter(field))
    return ts.isParameterPropertyDeclaration(field, field.parent) ? field : undefined;
  if (!ts.isPropertyDeclaration(field) || field.initializer) return undefined;
  const constructor = constructorIn(field.parent);
  const values = (constructor?.body?.statements ?? []).flatMap(statement => {
    const set = ts.isExpressionStatement(statement) ? plain(statement.expression) : statement;
    const isSet =
      ts.isBinaryExpression(set) &&
      set.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(set.left) &&
      isThis(set.left.expression) &&
      symbolAt(types, set.left.name)?.valueDeclaration === field;
    return isSet ? [plain(set.right)] : [];
  });
  const [value] = values;
  const declared =
    value && values.length === 1 && ts.isIdentifier(value)
      ? valueSymbolAt(types, value)?.valueDeclaration
      : undefined;
  return declared && ts.isParameter(declared) && declared.parent === constructor ? declared : undefined;
}

/** The constructor that `new` of a class runs: its own, or that of the next base that has one. */
function constructorOf(types: Types, named: ts.Expression): ts.ConstructorDeclaration | undefined {
  for (const each of withBases(types, classNamed(types, named))) {
    const own = constructorIn(each);
    if (own) return own;
  }
  return undefined;
}

/** The constructor of a class that has a body; overloads have none. */
function constructorIn({ members }: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  const all: readonly ts.Node[] = members;
  return all.filter(ts.isConstructorDeclaration).find(({ body }) => body);
}

/** Whether objects of a class have a field: it is declared there, or in a class that it extends. Never throws. */
export function hasField(types: Types, holder: ts.ClassLikeDeclaration, field: ts.Declaration): boolean {
  const declaring = ts.findAncestor(field, ts.isClassLike);
  return declaring !== undefined && withBases(types, holder).includes(declaring);
}

/** A class and the classes that it extends, as far as they are named. */
function withBases(
  types: Types,
  first: ts.ClassLikeDeclaration | undefined,
): readonly ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  for (let each = first; each && found.length < deepest; each = baseOf(types, each)) found.push(each);
  return found;
}

function baseOf(types: Types, holder: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const clause = holder.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0];
  return base && classNamed(types, base.expression);
}

function classNamed(types: Types, named: ts.Expression): ts.ClassLikeDeclaration | undefined {
  const name = plain(named);
  // `new this(tx)` of a static method.
  if (isThis(name)) return ts.findAncestor(name, ts.isClassLike);
  const declared = ts.isIdentifier(name) ? valueSymbolAt(types, name)?.valueDeclaration : undefined;
  return declared && ts.isClassLike(declared) ? declared : undefined;
}
