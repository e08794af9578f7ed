/** Spawned worker: a thread or process that is started for each request, or for each element of a collection. */
import type { TSESTree } from '@typescript-eslint/utils';
import { collectionSize } from '../facts/collection-size.js';
import { modelOf } from '../facts/model-of.js';
import { handlerOf } from '../facts/reached-from.js';
import { textOf } from '../facts/started-operations.js';
import { awaitsIn, loopedOver, turnsAround } from '../facts/turns.js';
import type { Catalogue } from '../libraries/lookup.js';
import { changedBy } from '../typescript/changed-by.js';
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { enclosingFunction } from '../typescript/walk.js';
import { nameOf } from './concurrency-limit.js';

/** A thread or a process that is started again and again. */
export interface SpawnedWorker {
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  /** How the call reads: `new Worker`, `fork`. */
  readonly call: string;
  /** What it starts. */
  readonly what: 'thread' | 'process';
  /** The collection of which each element gets one; undefined where each request does. */
  readonly collection: string | undefined;
}

/** Whether a call may start a thread or a process, by its name alone. */
export function maySpawn({ callee }: SpawnedWorker['node'], catalogue: Catalogue): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && catalogue.namesWith('spawns').has(name.name);
}

/** The thread or process that a call starts each time, or undefined: one that is kept for later is started once. */
export function recogniseSpawnedWorker(types: Types, node: SpawnedWorker['node']): SpawnedWorker | undefined {
  const call = types.tsNode(node);
  if (!call || !isCall(call) || isKept(call)) return undefined;
  const model = modelOf(types, call);
  if (!model?.spawns) return undefined;
  const over = eachOf(types, call);
  const isOpen = over !== undefined && collectionSize(types, over) === 'data';
  // Whoever runs another program for a request needs that program; a second Node.js does what a thread of a pool can.
  const isOfOurs = model.runsFile !== undefined && handlerOf(types, call)?.event === 'request';
  if (!isOpen && !isOfOurs) return undefined;
  return { node, call: nameOf(call), what: model.spawns, collection: isOpen ? textOf(over) : undefined };
}

/** `pool ??= new Worker(file)`, `this.worker = new Worker(file)`: it outlives what started it. */
function isKept(call: Call): boolean {
  const changed = changedBy(call.parent);
  return changed !== undefined && ts.isBinaryExpression(call.parent) && call.parent.right === call;
}

/** The collection that a call is made once per element of, all at the same time; undefined for others. */
function eachOf(types: Types, call: Call): ts.Expression | undefined {
  const loop = turnsAround(call);
  // A turn that waits lets one thread end before it starts the next.
  if (loop) return awaitsIn(loop).length === 0 ? loopedOver(loop) : undefined;
  const around = enclosingFunction(call)?.parent;
  if (!around || !isCall(around)) return undefined;
  const { runs, keepsSize } = modelOf(types, around) ?? {};
  return runs?.times === 'each' && !runs.limited ? argumentAt(around, keepsSize ?? 'this') : undefined;
}
