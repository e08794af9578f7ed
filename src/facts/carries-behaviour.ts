/** Are the elements of this collection things that somebody wrote, each doing something of its own, and no data? */
import type { ts } from '../typescript/compiler.js';
import { elementTypeNames, holdsBehaviour } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { catalogueFor } from './model-of.js';

/** By their type: hooks, plug-ins and providers have functions. So have the rows of some object mappers, which are data. Never throws. */
export function carriesBehaviour(types: Types, collection: ts.Expression): boolean {
  return holdsBehaviour(types, collection) && !holdsRows(types, collection);
}

function holdsRows(types: Types, collection: ts.Expression): boolean {
  const catalogue = catalogueFor(types);
  return elementTypeNames(types, collection).some(
    ({ package: packageName, name }) => catalogue.roleOf(packageName, name) === 'row',
  );
}
