/**
 * Does somebody in sight make an object of the class around this code with the handle of a transaction in hand, as in
 * `db.transaction(async trx => this.orders(trx).cancel(ids))`? What its queries go over may be that one connection then.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { isCall, valueSymbolAt, type Call } from '../typescript/origin.js';
import { callsIn } from '../typescript/own-code.js';
import { ownFiles } from '../typescript/own-files.js';
import { ownClassOf } from '../typescript/same-type.js';
import type { Types } from '../typescript/types-of.js';
import { walk } from '../typescript/walk.js';
import { catalogueFor, inMap } from './model-of.js';
import { scopeOpened } from './transactions.js';

/** Answers for the class that the code is written in; false outside of classes. Never throws. */
export function isMadeInTransaction(types: Types, code: ts.Node): boolean {
  const around = ts.findAncestor(code, ts.isClassLike);
  return around !== undefined && classesOf(types).has(around);
}

const known = new WeakMap<Catalogue, WeakMap<ts.Program, ReadonlySet<ts.Node>>>();

function classesOf(types: Types): ReadonlySet<ts.Node> {
  const programs = inMap(known, catalogueFor(types), () => new WeakMap<ts.Program, ReadonlySet<ts.Node>>());
  return inMap(programs, types.program, () => {
    const found = new Set<ts.Node>();
    for (const file of ownFiles(types.program)) {
      walk(file, node => {
        if (isCall(node)) for (const each of madeWithHandle(types, node)) found.add(each);
      });
    }
    return found;
  });
}

/** The classes of what the body of a transaction makes with the handle, where a call opens one. */
function madeWithHandle(types: Types, call: Call): readonly ts.Node[] {
  const opened = scopeOpened(types, call);
  const handle = opened?.parameter;
  if (!opened || !handle) return [];
  return callsIn(opened.body.body).flatMap(each => {
    const isGiven = !ts.isTaggedTemplateExpression(each) && each.arguments?.some(isHandle);
    return isGiven && ts.isExpression(each) ? (ownClassOf(types, each) ?? []) : [];
  });

  function isHandle(value: ts.Expression): boolean {
    return ts.isIdentifier(value) && valueSymbolAt(types, value)?.valueDeclaration === handle;
  }
}
