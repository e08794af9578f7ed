/** Is the process over once some work is: does no way lead on from it but to `process.exit`? */
import { functionOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { mayComplete, pathAvoiding } from '../typescript/paths.js';
import type { Types } from '../typescript/types-of.js';

/** Answers for work that succeeds, behind its `.then` and `.finally` and in the function around it. */
export function endsProcess(types: Types, work: ts.CallExpression): boolean {
  let last = work;
  for (;;) {
    const { parent: member } = last;
    if (!ts.isPropertyAccessExpression(member) || !ts.isCallExpression(member.parent)) break;
    last = member.parent;
    const [next] = last.arguments;
    const then = next && member.name.text !== 'catch' ? functionOf(types, next) : undefined;
    if (then && !mayComplete(types, then)) return true;
  }
  return pathAvoiding(types, last, new Set(), { mayThrow: () => false, again: false }) === undefined;
}
