/**
 * Does somebody in sight make an object of the class around this code with the handle of a transaction in hand, as in
 * `db.transaction(async trx => this.orders(trx).cancel(ids))`? What its queries go over may be that one connection then.
 */
import { ts } from '../typescript/compiler.js';
import { valueSymbolAt, type Call } from '../typescript/origin.js';
import { allCalls, callsIn } from '../typescript/own-code.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { ownClassOf } from '../typescript/same-type.js';
import type { Types } from '../typescript/types-of.js';
import { perProgram } from './model-of.js';
import { parameterIndex } from './summary.js';
import { namedTakers, scopeOpened } from './transactions.js';

/** Answers for the class that the code is written in; false outside of classes. Never throws. */
export function isMadeInTransaction(types: Types, code: ts.Node): boolean {
  const around = ts.findAncestor(code, ts.isClassLike);
  return around !== undefined && classesOf(types).has(around);
}

const classesOf = perProgram(
  (types): ReadonlySet<ts.Node> =>
    new Set(allCalls(types.program).flatMap(call => madeWithHandle(types, call))),
);

/**
 * Whether a call is given a function that hands on what it is given, in place or by the name of one in the same file. By
 * syntax: every call of the project is looked at.
 */
function mayMakeWithHandle(call: Call): boolean {
  const given = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  return given.some(each => {
    if (isFunctionNode(each)) return handsOn(each);
    return (
      ts.isIdentifier(each) &&
      namedTakers(each.getSourceFile()).some(({ name, body }) => name === each.text && handsOn(body))
    );
  });
}

function handsOn(body: FunctionNode): boolean {
  return callsIn(body.body).some(
    call =>
      !ts.isTaggedTemplateExpression(call) &&
      call.arguments?.some(each => parameterIndex(body, each) !== undefined),
  );
}

/** The classes of what the body of a transaction makes with the handle, where a call opens one. */
function madeWithHandle(types: Types, call: Call): readonly ts.Node[] {
  const opened = mayMakeWithHandle(call) ? scopeOpened(types, call) : undefined;
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
