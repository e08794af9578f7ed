/** The nouns that rules visit, and how each is found: at which nodes, by which syntax, and then by types. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Catalogue } from '../libraries/lookup.js';
import type { Types } from '../typescript/types-of.js';
import {
  mayCatch,
  mayHandle,
  recogniseAbortClause,
  recogniseAbortHandler,
  type AbortCatch,
} from './abort-catch.js';
import { maySetUp, recogniseAbortResource, type AbortResource } from './abort-resource.js';
import { mayBlock, recogniseBlockingCall, type BlockingCall } from './blocking-call.js';
import { recogniseChangedConnection, type ChangedConnection } from './changed-connection.js';
import { mayAcquire, recogniseCheckout, type Checkout } from './checkout.js';
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
import { mayFloat, recogniseFloatingQuery, type FloatingQuery } from './floating-query.js';
import { mayMark, recogniseInFlightMark, type InFlightMark } from './in-flight-mark.js';
import { recogniseLateLimit, type LateLimit } from './late-limit.js';
import { mayLeaveTask, recogniseLeftTask, type LeftTask } from './left-task.js';
import { mayBegin, recogniseManualTransaction, type ManualTransaction } from './manual-transaction.js';
import { mayNest, recogniseNestedSignal, type NestedSignal } from './nested-signal.js';
import { mayGoOverNetwork, recogniseUnlimitedCall, type UnlimitedCall } from './network-call.js';
import { mayStartTogether, recogniseParallelQueries, type ParallelQueries } from './parallel-queries.js';
import { mayReplaceSignal, recogniseReplacedSignal } from './replaced-signal.js';
import {
  mayAwaitElements,
  mayFollow,
  recogniseAdjacentAwaits,
  recogniseAwaitedElements,
  type SequentialAwaits,
} from './sequential-awaits.js';
import { mayWaitInTurn, recogniseSequentialLoop, type SequentialLoop } from './sequential-loop.js';
import { mayCleanUp, recogniseSignalledCleanup, type SignalledCleanup } from './signalled-cleanup.js';
import { maySpawn, recogniseSpawnedWorker, type SpawnedWorker } from './spawned-worker.js';
import { maySendSql, recognisePooledQuery, type PooledQuery } from './sql-query.js';
import { mayBeSync, recogniseAsyncInSync, type AsyncInSyncTransaction } from './sync-transaction.js';
import {
  mayBeBody,
  mayOpenAround,
  recogniseBodyGiven,
  recogniseOpenedBody,
  type TransactionBody,
} from './transaction-body.js';
import {
  mayHoldTransaction,
  mayOpen,
  recogniseHeld,
  recogniseOpened,
  type Transaction,
} from './transaction.js';
import { mayForward, recogniseUnforwardedSignal, type UnforwardedSignal } from './unforwarded-signal.js';
import { mayBeGiven, recogniseWrongSignal, type WrongSignal } from './wrong-signal.js';

/** What a rule can visit. */
export interface ConceptVisitor {
  readonly fanOut?: (fanOut: FanOut) => void;
  readonly lateLimit?: (limit: LateLimit) => void;
  readonly leftTask?: (task: LeftTask) => void;
  readonly spawnedWorker?: (worker: SpawnedWorker) => void;
  readonly concurrencyLimit?: (limit: ConcurrencyLimit) => void;
  readonly sequentialLoop?: (loop: SequentialLoop) => void;
  readonly checkout?: (checkout: Checkout) => void;
  readonly transactionBody?: (body: TransactionBody) => void;
  readonly manualTransaction?: (transaction: ManualTransaction) => void;
  readonly inFlightMark?: (mark: InFlightMark) => void;
  readonly sequentialAwaits?: (awaits: SequentialAwaits) => void;
  readonly pooledQuery?: (query: PooledQuery) => void;
  readonly changedConnection?: (changed: ChangedConnection) => void;
  readonly transaction?: (transaction: Transaction) => void;
  readonly parallelQueries?: (queries: ParallelQueries) => void;
  readonly floatingQuery?: (query: FloatingQuery) => void;
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
export interface Recogniser {
  readonly noun: keyof ConceptVisitor;
  readonly on: `${TSESTree.AST_NODE_TYPES}`;
  readonly may: (node: never, catalogue: Catalogue) => boolean;
  readonly recognise: (types: Types, node: never) => unknown;
}

/** In the order in which they are asked. */
export const recognisers: readonly Recogniser[] = [
  { noun: 'fanOut', on: 'CallExpression', may: mayFanOut, recognise: recogniseFanOut },
  { noun: 'fanOut', on: 'ExpressionStatement', may: mayLeave, recognise: recogniseLeftWork },
  { noun: 'fanOut', on: 'ForOfStatement', may: mayAwaitEach, recognise: recogniseAwaitedEach },
  { noun: 'lateLimit', on: 'CallExpression', may: mayHaveLimit, recognise: recogniseLateLimit },
  { noun: 'lateLimit', on: 'NewExpression', may: mayHaveLimit, recognise: recogniseLateLimit },
  { noun: 'leftTask', on: 'CallExpression', may: mayLeaveTask, recognise: recogniseLeftTask },
  { noun: 'concurrencyLimit', on: 'CallExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'concurrencyLimit', on: 'NewExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'spawnedWorker', on: 'NewExpression', may: maySpawn, recognise: recogniseSpawnedWorker },
  { noun: 'spawnedWorker', on: 'CallExpression', may: maySpawn, recognise: recogniseSpawnedWorker },
  { noun: 'checkout', on: 'CallExpression', may: mayAcquire, recognise: recogniseCheckout },
  { noun: 'transactionBody', on: 'CallExpression', may: mayOpenAround, recognise: recogniseOpenedBody },
  { noun: 'transactionBody', on: 'FunctionDeclaration', may: mayBeBody, recognise: recogniseBodyGiven },
  { noun: 'transactionBody', on: 'FunctionExpression', may: mayBeBody, recognise: recogniseBodyGiven },
  { noun: 'transactionBody', on: 'ArrowFunctionExpression', may: mayBeBody, recognise: recogniseBodyGiven },
  { noun: 'manualTransaction', on: 'CallExpression', may: mayBegin, recognise: recogniseManualTransaction },
  { noun: 'inFlightMark', on: 'AssignmentExpression', may: mayMark, recognise: recogniseInFlightMark },
  { noun: 'inFlightMark', on: 'UpdateExpression', may: mayMark, recognise: recogniseInFlightMark },
  { noun: 'inFlightMark', on: 'CallExpression', may: mayMark, recognise: recogniseInFlightMark },
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
  { noun: 'floatingQuery', on: 'ExpressionStatement', may: mayFloat, recognise: recogniseFloatingQuery },
  { noun: 'floatingQuery', on: 'VariableDeclarator', may: mayFloat, recognise: recogniseFloatingQuery },
  { noun: 'asyncInSyncTransaction', on: 'CallExpression', may: mayBeSync, recognise: recogniseAsyncInSync },
  { noun: 'transaction', on: 'CallExpression', may: mayOpen, recognise: recogniseOpened },
  ...(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const).map(
    (on): Recogniser => ({ noun: 'transaction', on, may: mayHoldTransaction, recognise: recogniseHeld }),
  ),
  { noun: 'pooledQuery', on: 'CallExpression', may: maySendSql, recognise: recognisePooledQuery },
  { noun: 'pooledQuery', on: 'TaggedTemplateExpression', may: maySendSql, recognise: recognisePooledQuery },
  ...(['CallExpression', 'TaggedTemplateExpression'] as const).map((on): Recogniser => ({
    noun: 'changedConnection',
    on,
    may: maySendSql,
    recognise: recogniseChangedConnection,
  })),
  { noun: 'blockingCall', on: 'CallExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'NewExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'TaggedTemplateExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'MemberExpression', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'WhileStatement', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'DoWhileStatement', may: mayBlock, recognise: recogniseBlockingCall },
  { noun: 'blockingCall', on: 'ForStatement', may: mayBlock, recognise: recogniseBlockingCall },
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
  { noun: 'wrongSignal', on: 'SpreadElement', may: mayReplaceSignal, recognise: recogniseReplacedSignal },
];
