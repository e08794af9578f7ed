/** One walk hands every rule its nouns: syntax gates, types are asked once, and what is recognised is kept per file. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { declareFor } from '../facts/model-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { catalogueOfSettings } from '../settings.js';
import { typesOf, type Types } from '../typescript/types-of.js';
import { mayAcquire, recogniseCheckout, type Checkout } from './checkout.js';
import { mayHaveLimit, recogniseConcurrencyLimit, type ConcurrencyLimit } from './concurrency-limit.js';
import { mayFanOut, mayLeave, recogniseFanOut, recogniseLeftWork, type FanOut } from './fan-out.js';
import { mayMark, recogniseInFlightMark, type InFlightMark } from './in-flight-mark.js';
import { mayBegin, recogniseManualTransaction, type ManualTransaction } from './manual-transaction.js';
import {
  mayAwaitElements,
  mayFollow,
  recogniseAdjacentAwaits,
  recogniseAwaitedElements,
  type SequentialAwaits,
} from './sequential-awaits.js';
import { mayWaitInTurn, recogniseSequentialLoop, type SequentialLoop } from './sequential-loop.js';
import {
  mayBeGiven,
  mayOpenAround,
  recogniseBodyGiven,
  recogniseOpenedBody,
  type TransactionBody,
} from './transaction-body.js';
import { maySendSql, recognisePooledQuery, type PooledQuery } from './sql-query.js';
import { isTestFile } from './test-file.js';

/** What a rule can visit. */
export interface ConceptVisitor {
  readonly fanOut?: (fanOut: FanOut) => void;
  readonly concurrencyLimit?: (limit: ConcurrencyLimit) => void;
  readonly sequentialLoop?: (loop: SequentialLoop) => void;
  readonly checkout?: (checkout: Checkout) => void;
  readonly transactionBody?: (body: TransactionBody) => void;
  readonly manualTransaction?: (transaction: ManualTransaction) => void;
  readonly inFlightMark?: (mark: InFlightMark) => void;
  readonly sequentialAwaits?: (awaits: SequentialAwaits) => void;
  readonly pooledQuery?: (query: PooledQuery) => void;
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
  { noun: 'concurrencyLimit', on: 'CallExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'concurrencyLimit', on: 'NewExpression', may: mayHaveLimit, recognise: recogniseConcurrencyLimit },
  { noun: 'checkout', on: 'CallExpression', may: mayAcquire, recognise: recogniseCheckout },
  { noun: 'transactionBody', on: 'CallExpression', may: mayOpenAround, recognise: recogniseOpenedBody },
  { noun: 'transactionBody', on: 'FunctionDeclaration', may: mayBeGiven, recognise: recogniseBodyGiven },
  { noun: 'transactionBody', on: 'FunctionExpression', may: mayBeGiven, recognise: recogniseBodyGiven },
  { noun: 'transactionBody', on: 'ArrowFunctionExpression', may: mayBeGiven, recognise: recogniseBodyGiven },
  { noun: 'manualTransaction', on: 'CallExpression', may: mayBegin, recognise: recogniseManualTransaction },
  { noun: 'inFlightMark', on: 'AssignmentExpression', may: mayMark, recognise: recogniseInFlightMark },
  { noun: 'inFlightMark', on: 'UpdateExpression', may: mayMark, recognise: recogniseInFlightMark },
  { noun: 'sequentialLoop', on: 'AwaitExpression', may: mayWaitInTurn, recognise: recogniseSequentialLoop },
  { noun: 'sequentialAwaits', on: 'AwaitExpression', may: mayFollow, recognise: recogniseAdjacentAwaits },
  {
    noun: 'sequentialAwaits',
    on: 'CallExpression',
    may: mayAwaitElements,
    recognise: recogniseAwaitedElements,
  },
  { noun: 'pooledQuery', on: 'CallExpression', may: maySendSql, recognise: recognisePooledQuery },
  { noun: 'pooledQuery', on: 'TaggedTemplateExpression', may: maySendSql, recognise: recognisePooledQuery },
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
      if (noun !== undefined) visit(noun);
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
      withoutOverflow(() => recogniser.recognise(types, node as never)),
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

/** The checker recurses through what it is asked: code nested deeper than the stack goes is unknown, so silent. */
function withoutOverflow<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
