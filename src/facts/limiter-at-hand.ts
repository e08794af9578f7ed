/** Which limiter can code of this file use: one it imports, or one its package depends on? */
import { dependenciesOf, defaultImportOf } from '../typescript/dependencies.js';
import type { Types } from '../typescript/types-of.js';
import type { Limiter } from '../vocabulary.js';
import { catalogueFor } from './model-of.js';

/** A limiter, and the name that the file has for it already. */
export interface LimiterAtHand extends Limiter {
  readonly package: string;
  readonly importedAs: string | undefined;
}

/** The limiter to suggest: an imported one before others; undefined where the project has none. Never throws. */
export function limiterAtHand(types: Types): LimiterAtHand | undefined {
  const dependencies = dependenciesOf(types);
  const all = catalogueFor(types)
    .limiters.map(each => ({ ...each, importedAs: defaultImportOf(types, each.package) }))
    .filter(each => each.importedAs !== undefined || dependencies.has(each.package));
  return all.find(each => each.importedAs !== undefined) ?? all[0];
}
