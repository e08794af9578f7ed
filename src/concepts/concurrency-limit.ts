/** Concurrency limit: the number that says how many operations of a call run at once, and what stands in its place. */
import type { TSESTree } from '@typescript-eslint/utils';
import { shortName } from '../facts/steps.js';
import { limitedWork, type LimitedWork } from '../facts/limited-work.js';
import { servesOneTask } from '../facts/limiter-of.js';
import { modelOf } from '../facts/model-of.js';
import { openLimit, type OpenLimit } from '../facts/open-limit.js';
import { textOf } from '../facts/started-operations.js';
import type { Catalogue } from '../libraries/lookup.js';
import { isNamedHere } from '../syntax/imported-names.js';
import { isMadeList } from '../syntax/made-lists.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { constantOf, optionThrough } from '../typescript/option-at.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow } from '../typescript/walk.js';
import type { CallModel, ValuePath } from '../vocabulary.js';

export type { LimitedWork } from '../facts/limited-work.js';
export type { OpenLimit } from '../facts/open-limit.js';

/** A call that runs, or makes what runs, many operations under one limit. */
export interface ConcurrencyLimit {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** How the call reads: `pMap`, `new PQueue`. */
  readonly call: string;
  /** The name of the option, or the position of the argument, where the limit belongs; undefined where it has no place. */
  readonly place: string | number | undefined;
  /** What holds where no limit is given. */
  readonly default: number | 'unlimited';
  /** Whether certainly nothing stands in its place. */
  readonly isAbsent: boolean;
  /** The limit as written, where something stands in its place. */
  readonly text: string | undefined;
  /** Whether the call makes a handler of jobs, messages or requests. */
  readonly handles: boolean;
  /** The limit where it is a number that the code says. */
  number(): number | undefined;
  /** Whether the call makes a limiter that is given one task alone, each time the function around it runs. */
  servesOneTask(): boolean;
  /** Why what stands there is no limit. */
  open(): OpenLimit | undefined;
  /** What runs under it; undefined where that is not known to wait for anything outside, or is as much as somebody wrote down. */
  work(): LimitedWork | undefined;
}

/** Whether a call can have a limit, by its syntax alone: no types are asked for other calls. */
export function mayHaveLimit(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  catalogue: Catalogue,
): boolean {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier') return false;
  // `ids.map(load)` is the array's own: a library is given the list as well.
  if (callee.type === 'MemberExpression' && node.arguments.length < 2 && name.name in Array.prototype)
    return false;
  if (catalogue.namesWith('concurrency').has(name.name) || node.arguments.some(isMadeList)) return true;
  return callee.type === 'Identifier' && (node.type === 'NewExpression' || isNamedHere(callee));
}

/** The limit of a call that a library's model gives one, or undefined. */
export function recogniseConcurrencyLimit(
  types: Types,
  node: ConcurrencyLimit['node'],
): ConcurrencyLimit | undefined {
  const call = types.tsNode(node);
  const model = call && isCall(call) ? modelOf(types, call) : undefined;
  if (!call || !isCall(call) || !model) return undefined;
  const { concurrency } = model;
  if (!concurrency) return undefined;
  const given = optionThrough(types, call, concurrency.at);
  const place = placeOf(concurrency.at);
  const limit = typeof given === 'string' ? undefined : given;
  return {
    node,
    call: nameOf(call),
    place,
    default: concurrency.default,
    isAbsent: given === 'absent' && !isSetLater(call, place),
    text: limit && textOf(limit),
    handles: model.handles !== undefined,
    number: () => limit && (numberOf(types, limit) ?? constantNumber(types, limit)),
    servesOneTask: () => servesOneTask(types, call),
    open: () => limit && (openByModel(limit, model) ?? openLimit(types, limit)),
    work: () => limitedWork(types, call, model),
  };
}

/** `queue.concurrency = 4` somewhere in the file: the limit comes after the queue. */
function isSetLater(call: Call, place: string | number | undefined): boolean {
  return anyBelow(
    call.getSourceFile(),
    node =>
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      node.left.name.text === place,
  );
}

/** In `{ concurrency }` the name has the wide type of the property. */
function constantNumber(types: Types, limit: ts.Expression): number | undefined {
  const value = ts.isIdentifier(limit) ? constantOf(types, limit) : undefined;
  return value && numberOf(types, value);
}

/** A word that the library takes for no limit: then its row says that nothing is limited although something stands there. */
function openByModel(limit: ts.Expression, { runs, concurrency }: CallModel): OpenLimit | undefined {
  const isWord = ts.isStringLiteralLike(plain(limit)) && concurrency?.default === 'unlimited';
  return isWord && !runs?.limited ? { value: 'Infinity', always: true } : undefined;
}

/** How a call reads: `pMap`, `new PQueue`. */
export function nameOf(call: Call): string {
  const name = shortName(calleeOf(call));
  return ts.isNewExpression(call) ? `new ${name}` : name;
}

/** `concurrency` of `arg2.concurrency`, 1 of `arg1`; nothing where no argument is named. */
function placeOf(path: ValuePath): string | number | undefined {
  const option = path.split('.').at(-1) ?? path;
  if (option !== path) return option;
  return path.startsWith('arg') ? Number(path.slice('arg'.length)) : undefined;
}
