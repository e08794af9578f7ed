/** Does calling this wait for the network before its promise settles? Only what models say counts as the network. */
import { usedCalls } from '../typescript/own-code.js';
import { argumentAt } from '../typescript/value-at.js';
import { defineFact } from './engine.js';
import { waitOfLink } from './sent.js';

export const waitsForNetwork = defineFact({
  name: 'waits-for-network',
  fromModel(model, call, ask) {
    if (model.waitsFor !== undefined) return model.waitsFor === 'network' || model.waitsFor === 'pool';
    if (model.runs?.times === 'later') return false;
    return model.runs && call ? (ask.ofFunction(argumentAt(call, model.runs.callback)) ?? false) : undefined;
  },
  fromSignature: (call, ask, types) => waitOfLink(types, call, ask),
  // Inherited through what it awaits, not through what it starts and leaves.
  fromBody: (body, ask) => ask.ofFirst(usedCalls(body)),
});
