/** Which variable does a name refer to? Asked without having the checker infer what members are of. */
import { ts } from './compiler.js';
import { valueSymbolAt } from './origin.js';
import type { Types } from './types-of.js';

/** The declaration of the variable that a node names; undefined for other nodes, also for the name of a member. */
export function variableAt(types: Types, node: ts.Node): ts.Declaration | undefined {
  return ts.isIdentifier(node) && !isMemberName(node)
    ? valueSymbolAt(types, node)?.valueDeclaration
    : undefined;
}

/**
 * `id` of `row.id` and of `{ id: 1 }`: the name of a member, which refers to no variable. What it is declared as takes the
 * type of all that it hangs on, so who looks for variables leaves it out.
 */
export function isMemberName(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === name;
}
