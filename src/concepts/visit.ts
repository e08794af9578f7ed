/** One walk hands every rule its nouns: syntax gates, types are asked once, and what is recognised is kept per file. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { declareFor } from '../facts/model-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { catalogueOfSettings } from '../settings.js';
import { answerOf } from '../typescript/answer-of.js';
import { typesOf, type Types } from '../typescript/types-of.js';
import { mayBlock, recogniseBlockingCall, type BlockingCall } from './blocking-call.js';
import { mayHaveLimit, recogniseConcurrencyLimit, type ConcurrencyLimit } from './concurrency-limit.js';
import {
  mayAwaitEach,
  mayFanOut,
  mayLeave,
  recogniseAwaitedEach,
  recogniseFanOut,
  recogniseLeftWork,
  type FanOut,
} from './fan-out.js';
import { recogniseLateLimit, type LateLimit } from './late-limit.js';
import {
  mayCatch,
  mayHandle,
  recogniseAbortClause,
  recogniseAbortHandler,
  type AbortCatch,
} from './abort-catch.js';
import { maySetUp, recogniseAbortResource, type AbortResource } from './abort-resource.js';
import { mayNest, recogniseNestedSignal, type NestedSignal } from './nested-signal.js';
import { mayGoOverNetwork, recogniseUnlimitedCall, type UnlimitedCall } from './network-call.js';
import {
  mayAwaitElements,
  mayFollow,
  recogniseAdjacentAwaits,
  recogniseAwaitedElements,
  type SequentialAwaits,
} from './sequential-awaits.js';
import { mayWaitInTurn, recogniseSequentialLoop, type SequentialLoop } from './sequential-loop.js';
import { maySpawn, recogniseSpawnedWorker, type SpawnedWorker } from './spawned-worker.js';
import { maySendSql, recognisePooledQuery, type PooledQuery } from './sql-query.js';
import {
  mayHoldTransaction,
  mayOpen,
  recogniseHeld,
  recogniseOpened,
  type Transaction,
} from './transaction.js';
import { mayStartTogether, recogniseParallelQueries, type ParallelQueries } from './parallel-queries.js';
import { mayBeSync, recogniseAsyncInSync, type AsyncInSyncTransaction } from './sync-transaction.js';
import { mayCleanUp, recogniseSignalledCleanup, type SignalledCleanup } from './signalled-cleanup.js';
import { isTestFile } from './test-file.js';
import { mayForward, recogniseUnforwardedSignal, type UnforwardedSignal } from './unforwarded-signal.js';
import { mayBeGiven, recogniseWrongSignal, type WrongSignal } from './wrong-signal.js';

/** What a rule can visit. */
export interface ConceptVisitor {
  readonly fanOut?: (fanOut: FanOut) => void;
  readonly lateLimit?: (limit: LateLimit) => void;
  readonly spawnedWorker?: (worker: SpawnedWorker) => void;
  readonly concurrencyLimit?: (limit: ConcurrencyLimit) => void;
  readonly sequentialLoop?: (loop: SequentialLoop) => void;
  readonly sequentialAwaits?: (awaits: SequentialAwaits) => void;
  readonly pooledQuery?: (query: PooledQuery) => void;
  readonly transaction?: (transaction: Transaction) => void;
  readonly parallelQueries?: (queries: ParallelQueries) => void;
  readonly asyncInSyncTransaction?: (found: AsyncInSyncTransaction) => void;
  readonly blockingCall?: (call: BlockingCall) => void;
  readonly abortCatch?: (caught: AbortCatch) => void;
  readonly signalledCleanup?: (cleanup: SignalledCleanup) => void;
  readonly nestedSignal?: (nested: NestedSignal) => void;
  readonly abortResource?: (resource: AbortResource) => void;
  readonly unlimitedCall?: (call: UnlimitedCall) => void;
  readonly unforwardedSignal?: (signal: UnforwardedSignal) => void;
  readonly wrongSignal?: (signal: WrongSignal) => void;
}

/** How nouns of one kind are found: at which nodes, by which syntax, and then by types. */
interface Recogniser {
  readonly noun: keyof ConceptVisitor;
  readonly on: `${TSESTree.AST_NODE_TYPES}`;
  readonly may: (node: never, catalogue: Catalogue) => boolean;
  readonly recognise: (types: Types, node: never) => unknown;
}

const recognisers: readonly Recogniser[] = [
  { noun: 'fanOut', on: 'CallExpression', may: mayFanOut, recognise: recogniseFanOut },
  { noun: 'fanOut', on: 'ExpressionStatement', may: mayLeave, recognise: recogniseLeftWork },
  { noun: 'fanOut', on: 'ForOfStatement', may: mayAwaitEach, recognise: recogniseAwaitedEach },
  { noun: 'lateLimit', on: 'CallExpression', may: mayHaveLimit, recognise: recogniseLateLimit },
  { noun: 'lateLimit', on: 'NewExpression', may: mayHaveLimit, recognise: recogniseLateLimit },
  { noun: 'concurrencyLimit', on: 'CallExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'concurrencyLimit', on: 'NewExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'spawnedWorker', on: 'NewExpression', may: maySpawn, recognise: recogniseSpawnedWorker },
  { noun: 'sequentialLoop', on: 'AwaitExpression', may: mayWaitInTurn, recognise: recogniseSequentialLoop },
  { noun: 'sequentialAwaits', on: 'AwaitExpression', may: mayFollow, recognise: recogniseAdjacentAwaits },
  {
    noun: 'sequentialAwaits',
    on: 'CallExpression',
    may: mayAwaitElements,
    recognise: recogniseAwaitedElements,
  },
  {
    noun: 'parallelQueries',
    on: 'CallExpression',
    may: mayStartTogether,
    recognise: recogniseParallelQueries,
  },
  { noun: 'asyncInSyncTransaction', on: 'CallExpression', may: mayBeSync, recognise: recogniseAsyncInSync },
  { noun: 'transaction', on: 'CallExpression', may: mayOpen, recognise: recogniseOpened },
  ...(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const).map(
    (on): Recogniser => ({ noun: 'transaction', on, may: mayHoldTransaction, recognise: recogniseHeld }),
  ),
  { noun: 'pooledQuery', on: 'CallExpression', may: maySendSql, recognise: recognisePooledQuery },
  { noun: 'pooledQuery', on: 'TaggedTemplateExpression', may: maySendSql, recognise: recognisePooledQuery },
  { noun: 'blockingCall', on: 'CallExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'NewExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'TaggedTemplateExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'MemberExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'WhileStatement', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'DoWhileStatement', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'abortCatch', on: 'CatchClause', may: mayCatch, recognise: recogniseAbortClause },
  { noun: 'abortCatch', on: 'CallExpression', may: mayHandle, recognise: recogniseAbortHandler },
  { noun: 'signalledCleanup', on: 'AwaitExpression', may: mayCleanUp, recognise: recogniseSignalledCleanup },
  { noun: 'nestedSignal', on: 'AssignmentExpression', may: mayNest, recognise: recogniseNestedSignal },
  { noun: 'abortResource', on: 'CallExpression', may: maySetUp, recognise: recogniseAbortResource },
  { noun: 'unlimitedCall', on: 'CallExpression', may: mayGoOverNetwork, recognise: recogniseUnlimitedCall },
  { noun: 'unlimitedCall', on: 'NewExpression', may: mayGoOverNetwork, recognise: recogniseUnlimitedCall },
  { noun: 'unforwardedSignal', on: 'CallExpression', may: mayForward, recognise: recogniseUnforwardedSignal },
  { noun: 'wrongSignal', on: 'Identifier', may: mayBeGiven, recognise: recogniseWrongSignal },
  { noun: 'wrongSignal', on: 'MemberExpression', may: mayBeGiven, recognise: recogniseWrongSignal },
];

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** What is known of one linted file. */
interface Kept {
  readonly types: Types | undefined;
  /** By the recogniser that was asked: one node may be several nouns. */
  readonly nouns: Map<Recogniser, Map<TSESTree.Node, unknown>>;
}

const files = new WeakMap<object, Kept>();

/**
 * The listener by which a rule meets its nouns. Test files are left out: what they start, they mean to.
 *
 * @throws Error for settings that no rule understands; the message names the key and the nearest word
 */
export function visitConcepts(context: Context, visitor: ConceptVisitor): TSESLint.RuleListener {
  const catalogue = catalogueOfSettings(context.settings, context.cwd);
  const listener: Record<string, (node: TSESTree.Node) => void> = {};
  for (const recogniser of recognisers) {
    const visit = visitor[recogniser.noun] as ((noun: unknown) => void) | undefined;
    const before = listener[recogniser.on];
    if (!visit) continue;
    listener[recogniser.on] = node => {
      before?.(node);
      if (!recogniser.may(node as never, catalogue)) return;
      const noun = recognised(context, catalogue, recogniser, node);
      // Nouns ask as rules do: what TypeScript cannot answer then is unknown as well, so silent.
      if (noun !== undefined)
        answerOf(() => {
          visit(noun);
        });
    };
  }
  return listener;
}

function recognised(
  context: Context,
  catalogue: Catalogue,
  recogniser: Recogniser,
  node: TSESTree.Node,
): unknown {
  const { types, nouns } = keptOf(context, catalogue);
  if (!types) return undefined;
  let known = nouns.get(recogniser);
  if (!known) nouns.set(recogniser, (known = new Map<TSESTree.Node, unknown>()));
  if (!known.has(node))
    known.set(
      node,
      answerOf(() => recogniser.recognise(types, node as never)),
    );
  return known.get(node);
}

/** Asks for types at the first candidate: a file without one is read by syntax alone. */
function keptOf(context: Context, catalogue: Catalogue): Kept {
  const key = context.sourceCode;
  let kept = files.get(key);
  if (!kept) {
    const types = typesOf(context);
    if (types) declareFor(types, catalogue);
    const isTest = types !== undefined && isTestFile(types, context.sourceCode.ast);
    files.set(key, (kept = { types: isTest ? undefined : types, nouns: new Map() }));
  }
  return kept;
}
