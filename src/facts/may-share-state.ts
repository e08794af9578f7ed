/**
 * Might calling this change something that another call of it reads: a field, or a variable of the module? What it
 * changes in what it is given, `changes` tells. Over-approximated: rules stay silent where it holds.
 */
import { changedBy } from '../typescript/changed-by.js';
import { ts } from '../typescript/compiler.js';
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import { defineFact } from './engine.js';

export const mayShareState = defineFact({
  name: 'may-share-state',
  // State that is kept further down is a cache or a pool more often than a step of this work.
  hops: 4,
  fromModel: () => false,
  fromBody: (body, ask) => (changesOuter(body) ? { steps: [] } : ask.ofFirst(callsIn(body.body))),
});

/** A change of something that the function neither declared itself nor was given. */
function changesOuter(body: FunctionNode): boolean {
  if (ts.isConstructorDeclaration(body)) return false;
  const own = new Set(body.parameters.map(parameter => parameter.name.getText()));
  const roots: ts.Expression[] = [];
  walkOwn(body.body, node => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) own.add(node.name.text);
    const changed = changedBy(node);
    if (changed) roots.push(changed.root);
  });
  return roots.some(root => !ts.isIdentifier(root) || !own.has(root.text));
}
