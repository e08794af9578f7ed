/** Which job would do the work of one turn of a loop: for which queue, and with which data? */
import { bodyOf } from '../typescript/body-of.js';
import { binds, rootOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { payloadFor } from '../typescript/item-payload.js';
import { calleeName, plain } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { queueInReach } from './queue-in-reach.js';
import type { Turns } from './turns.js';

/** A job, as the loop could put it into a queue. */
export interface JobOfItem {
  /** The queue as it is written there: `this.jobs`. */
  readonly queue: string;
  /** The data, as an object literal; undefined where nothing in sight tells which item is meant. */
  readonly payload: string | undefined;
  /** The call that puts it there, and where the work stands that it takes the place of; undefined where that would be lost. */
  readonly call: { readonly text: string; readonly inPlaceOf: readonly [number, number] } | undefined;
}

/**
 * The job for what a turn waits for; undefined where no queue is at hand. Never throws.
 *
 * @param work the wait for the work of one item
 */
export function jobOfItem(types: Types, loop: Turns, work: ts.AwaitExpression): JobOfItem | undefined {
  const queue = queueInReach(types, loop);
  if (!queue) return undefined;
  const { written, name, adder } = queue;
  const payload = adder === undefined ? undefined : payloadFor(types, loop, name, adder);
  const kind = payload === undefined ? undefined : kindOf(types, loop, work);
  const { expression } = work;
  const call = kind !== undefined && {
    text: `${written}.${adder}('${kind}', ${payload})`,
    inPlaceOf: [expression.getStart(), expression.getEnd()] as const,
  };
  return { queue: written, payload, call: call || undefined };
}

/** `process-workspace` of `processWorkspace(workspace)`: a function of the project that is given the item and nothing else. */
function kindOf(types: Types, loop: Turns, work: ts.AwaitExpression): string | undefined {
  const call = plain(work.expression);
  const name = ts.isCallExpression(call) ? calleeName(call) : undefined;
  if (!ts.isCallExpression(call) || name === undefined || !bodyOf(types, call)) return undefined;
  const isOfItem = call.arguments.every(each => {
    const root = rootOf(each);
    return ts.isIdentifier(root) && isItem(loop, root.text);
  });
  return isOfItem && call.arguments.length > 0 ? inKebabCase(name) : undefined;
}

/** Whether a name is one that the loop gives to its item, or to a part of it. */
function isItem({ initializer }: Turns, name: string): boolean {
  return (
    initializer !== undefined &&
    ts.isVariableDeclarationList(initializer) &&
    initializer.declarations.some(declared => binds(declared.name, name))
  );
}

/** `bill-user` of `billUser`, `#billUser` and `billUSER`. */
function inKebabCase(name: string): string {
  return name
    .replaceAll(/([\da-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^\dA-Za-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}
