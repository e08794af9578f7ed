/** Is the process over once some work, or a whole function, is: does no way lead on from it but to `process.exit`? */
import { functionOf } from '../typescript/body-of.js';
import { isInCatch, isInEndlessLoop } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { mayComplete, pathAvoiding } from '../typescript/paths.js';
import { calleeName, type Call } from '../typescript/origin.js';
import { callsIn } from '../typescript/own-code.js';
import { neverReturns } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';
import { catalogueFor, modelOf } from './model-of.js';
import { reachedFrom } from './reached-from.js';

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
  return exitsOf(types, body).length > 0 && !mayComplete(types, body);
}

/**
 * Whether a function is one that a process is started to run: it opens the port of a service, or ends the process where it
 * fails, and no handler leads to it. What serves others does not end for the sake of one of them.
 */
export function isMain(types: Types, body: FunctionNode): boolean {
  const begins = opensService(types, body) || exitsOf(types, body).some(isInCatch);
  return begins && reachedFrom(types, body).from !== 'handler';
}

/** The calls by which a function ends the process. A worker that ends when it is told to is no command. */
function exitsOf(types: Types, body: FunctionNode): readonly Call[] {
  return callsIn(body.body).filter(
    call =>
      calleeName(call) === 'exit' &&
      ts.isCallExpression(call) &&
      neverReturns(types, call) &&
      !isInEndlessLoop(call),
  );
}

function opensService(types: Types, body: FunctionNode): boolean {
  const names = catalogueFor(types).namesWith('declares');
  return callsIn(body.body).some(
    call => names.has(calleeName(call) ?? '') && modelOf(types, call)?.declares === 'service',
  );
}
