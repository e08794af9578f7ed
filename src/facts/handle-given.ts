/**
 * Does anybody in sight give a handle for this name of a parameter's pattern? `{ transaction }: { transaction?:
 * Transaction } = {}` says nothing by itself: where all callers leave it out, no transaction is ever open there.
 */
import { boundProperty } from '../typescript/body-of.js';
import { isNothing } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { optionAt } from '../typescript/option-at.js';
import { plain } from '../typescript/origin.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import type { ValuePath } from '../vocabulary.js';
import { functionGiven } from './connection-of.js';

/** Answers for a name that is taken out of something; where it cannot be told, no. Never throws. */
export function isHandleGiven(types: Types, place: ts.BindingElement): boolean {
  const holder = place.parent.parent;
  if (!mayBeLeftOut(types, place)) return true;
  const body = functionGiven(place);
  if (!body || !ts.isParameter(holder)) return false;
  const name = (place.propertyName ?? place.name).getText();
  const path: ValuePath = `arg${body.parameters.indexOf(holder)}.${name}`;
  return (callersOf(types, body) ?? []).some(call => {
    const given = optionAt(call, path);
    return typeof given !== 'string' && !isNothing(plain(given));
  });
}

/** By its declaration: without strict checks, a type does not say that it may be nothing. */
function mayBeLeftOut(types: Types, place: ts.BindingElement): boolean {
  const holder = place.parent.parent;
  if (place.initializer !== undefined) return true;
  if (ts.isParameter(holder) && (holder.initializer ?? holder.questionToken)) return true;
  const property = boundProperty(types, place)?.valueDeclaration;
  return property !== undefined && 'questionToken' in property && property.questionToken !== undefined;
}
