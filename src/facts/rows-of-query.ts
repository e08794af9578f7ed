/** Does a call ask an object mapper for rows, and what does it ask to join to them? */
import { ts } from '../typescript/compiler.js';
import { calleeOf, plain } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow } from '../typescript/walk.js';
import { modelOf } from './model-of.js';

/** Whether a call, or one further up its chain, asks a mapper for rows. What SQL text returns is no row but holds them. */
export function asksForRows(types: Types, call: ts.CallExpression): boolean {
  for (let link: ts.Expression = call; ts.isCallExpression(link);) {
    const queries = modelOf(types, link)?.queries;
    if (queries) return queries.sql === undefined;
    const callee = calleeOf(link);
    if (!ts.isPropertyAccessExpression(callee)) return false;
    link = plain(callee.expression);
  }
  return false;
}

/** Whether a call, or one further up its chain, lists the tables or collections of a database: `db.listCollections().toArray()`. */
export function asksForSchema(types: Types, call: ts.CallExpression): boolean {
  for (let link: ts.Expression = call; ts.isCallExpression(link);) {
    if (modelOf(types, link)?.listsSchema) return true;
    const callee = calleeOf(link);
    if (!ts.isPropertyAccessExpression(callee)) return false;
    link = plain(callee.expression);
  }
  return false;
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
