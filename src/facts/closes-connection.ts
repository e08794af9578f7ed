/**
 * Does giving a connection back close it, and what is open on it with it? It is told that it is broken, a session aborts its
 * transaction as it ends, or the library says so. What a pool takes back stays as it is; of others nothing is known.
 */
import { ts } from '../typescript/compiler.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { modelOf } from './model-of.js';

/** Whether nothing stays open on what a call gives back: `client.release(error)`, `connection.destroy()`. */
export function closesConnection(types: Types, release: Call): boolean {
  if (ts.isTaggedTemplateExpression(release) || (release.arguments?.length ?? 0) > 0) return true;
  const model = modelOf(types, release);
  return model === undefined || model.closes === true;
}
