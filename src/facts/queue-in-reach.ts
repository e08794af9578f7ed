/** Is there a queue at hand where this code stands: a field of its class, a parameter, a constant of its module? */
import { ts } from '../typescript/compiler.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';
import { isOfRole } from './model-of.js';

/** How the queue is written there, `this.jobs` or `jobs`; undefined where no type in sight is a queue's. Never throws. */
export function queueInReach(types: Types, code: ts.Node): string | undefined {
  for (let up = code.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    const found = declaredIn(up).find(({ name }) => isOfRole(types, name, 'queue'));
    if (found) return found.written;
  }
  return undefined;
}

interface Declared {
  readonly name: ts.Identifier;
  readonly written: string;
}

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
