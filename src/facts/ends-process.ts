/** Is the process over once some work, or a whole function, is: does no way lead on from it but to `process.exit`? */
import { functionOf } from '../typescript/body-of.js';
import { isInEndlessLoop } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { mayComplete, pathAvoiding } from '../typescript/paths.js';
import { calleeName } from '../typescript/origin.js';
import { callsIn } from '../typescript/own-code.js';
import { neverReturns } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';

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

/** Whether a function never gives control back, because it ends the process: whoever runs it, runs a command. */
export function isWholeCommand(types: Types, body: FunctionNode): boolean {
  const exits = callsIn(body.body).some(
    call =>
      calleeName(call) === 'exit' &&
      ts.isCallExpression(call) &&
      neverReturns(types, call) &&
      // A worker that ends when it is told to is no command.
      !isInEndlessLoop(call),
  );
  return exits && !mayComplete(types, body);
}
