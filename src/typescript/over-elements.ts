/** Calls that give a function written in place to each element of a list, told by how they are written. */
import { ts } from './compiler.js';
import { calleeName, plain, type Call } from './origin.js';
import { isFunctionNode } from './walk.js';

/** The methods of `Array.prototype` whose first argument is a function that is called for elements. */
const methods: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'some',
  'sort',
  'toSorted',
]);

/** A call whose first argument is a function. */
export interface CallOverElements {
  readonly arguments: ts.NodeArray<ts.Expression> & { readonly 0: ts.Expression };
}

/**
 * Whether a call looks like `rows.find(row => row.isFirst)`. Other things have a method of such a name, a repository its `find`;
 * but what they take there is no function. So who asks about them need not have the checker infer what `rows` are, which is
 * most of what a question costs where they come from a query builder.
 */
export function isOverElements(call: Call): call is ts.CallExpression & CallOverElements {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(plain(call.expression))) return false;
  const [first] = call.arguments;
  return first !== undefined && isFunctionNode(plain(first)) && methods.has(calleeName(call) ?? '');
}
