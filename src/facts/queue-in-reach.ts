/** Is there a queue at hand where this code stands: a field of its class, a parameter, a constant of its module? */
import { ts } from '../typescript/compiler.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';
import { adderOf, isOfRole } from './model-of.js';

/** A queue, as code that has it at hand may use it. */
export interface QueueInReach {
  /** `this.jobs` or `jobs`. */
  readonly written: string;
  /** Where it is declared. */
  readonly name: ts.Identifier;
  /** The method that puts in one job by the name of its kind and its data, `add`; undefined where no model tells of one. */
  readonly adder: string | undefined;
}

/** The nearest one; undefined where no type in sight is a queue's. Never throws. */
export function queueInReach(types: Types, code: ts.Node): QueueInReach | undefined {
  for (let up = code.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    const found = declaredIn(up).find(({ name }) => isOfRole(types, name, 'queue'));
    if (found) return { ...found, adder: adderOf(types, found.name) };
  }
  return undefined;
}

type Declared = Pick<QueueInReach, 'name' | 'written'>;

/** The names that a class, a function or a module declares. */
function declaredIn(scope: ts.Node): Declared[] {
  if (ts.isClassLike(scope)) {
    return scope.members.flatMap(member => {
      if (ts.isPropertyDeclaration(member)) return named(member.name, 'this.');
      if (!ts.isConstructorDeclaration(member)) return [];
      return member.parameters
        .filter(parameter => ts.isParameterPropertyDeclaration(parameter, member))
        .flatMap(parameter => named(parameter.name, 'this.'));
    });
  }
  if (isFunctionNode(scope)) return scope.parameters.flatMap(parameter => named(parameter.name, ''));
  if (!ts.isSourceFile(scope)) return [];
  return scope.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(declaration => named(declaration.name, ''));
}

function named(name: ts.Node, prefix: string): Declared[] {
  return ts.isIdentifier(name) ? [{ name, written: `${prefix}${name.text}` }] : [];
}
