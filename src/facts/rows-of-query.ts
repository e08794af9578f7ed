/** Does a call give what somebody outside answers, the rows of an object mapper, and what does it ask to join to them? */
import { ts } from '../typescript/compiler.js';
import { calleeSymbol, chainOf, isOwnCode, packageOf } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow } from '../typescript/walk.js';
import { mayRunAnything } from './bodies-run.js';
import { modelOf, queryOf } from './model-of.js';

/** Whether a call, or one further up its chain, asks a mapper for rows. What SQL text returns is no row but holds them. */
export function asksForRows(types: Types, call: ts.CallExpression): boolean {
  for (const link of chainOf(call)) {
    const queries = queryOf(types, link);
    if (queries) return queries.sql === undefined;
  }
  return false;
}

/**
 * Whether a call, or one further up its chain, gives what somebody outside answers: as a library's model says, or because
 * the project declares it and has no code for it. Of a package that nobody described it is not known.
 */
export function isAnswered(types: Types, call: ts.CallExpression): boolean {
  return chainOf(call).some(link => {
    const model = modelOf(types, link);
    // `.catch(log)` gives what stands before it.
    return model ? model.runs === undefined : isOwnWithoutCode(types, link);
  });
}

function isOwnWithoutCode(types: Types, call: ts.CallExpression): boolean {
  const declared = calleeSymbol(types, call)?.declarations?.[0];
  // `const list = deps.list ?? listAll`: whichever function that is, it has code.
  if (!declared || ts.isParameter(declared) || (ts.isVariableDeclaration(declared) && declared.initializer))
    return false;
  return isOwnCode(packageOf(types, declared)) && !mayRunAnything(types, call);
}

/** Whether a call, or one further up its chain, lists the tables or collections of a database: `db.listCollections().toArray()`. */
export function asksForSchema(types: Types, call: ts.CallExpression): boolean {
  return chainOf(call).some(link => modelOf(types, link)?.listsSchema);
}

/** Whether a name is written in a query: `include: { members: true }`, `leftJoinAndSelect('user.members', …)`. */
export function mentions(call: ts.CallExpression, part: string): boolean {
  return anyBelow(
    call,
    node =>
      (ts.isIdentifier(node) && node.text === part) ||
      (ts.isStringLiteralLike(node) && node.text.split('.').includes(part)),
  );
}
