/**
 * May what a signal given to this call ends be the work of other callers as well? It is where the function, or one that it
 * hands the signal on to, looks first whether somebody has begun the same already, and keeps what it begins for the next.
 * Over-approximated: rules stay silent where it holds.
 */
import { signalsGiven } from '../typescript/signals-in-hand.js';
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import { anyBelow, walk, type FunctionNode } from '../typescript/walk.js';
import type { Types } from '../typescript/types-of.js';
import { defineFact } from './engine.js';
import { remembers } from './remembers.js';

export const mayShareWork = defineFact({
  name: 'may-share-work',
  hops: 4,
  fromModel: () => false,
  fromBody: (body, ask, types) =>
    remembers(body) ? { steps: [] } : ask.ofFirst(callsWithSignal(types, body)),
});

/** The calls that get a signal which the function was given, in whatever way: within options, or within a callback. */
function callsWithSignal(types: Types, body: FunctionNode): readonly Call[] {
  const names = new Set(signalsGiven(types, body).map(({ name }) => name.text));
  if (names.size === 0) return [];
  const isNamed = (node: ts.Node): boolean => ts.isIdentifier(node) && names.has(node.text);
  const found: Call[] = [];
  walk(body.body, node => {
    if (!isCall(node) || ts.isTaggedTemplateExpression(node)) return;
    if (node.arguments?.some(each => anyBelow(each, isNamed))) found.push(node);
  });
  return found;
}
