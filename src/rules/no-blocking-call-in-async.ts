/**
 * A call that does not return until a disk, another process or a long computation has answered holds the event loop:
 * while it stands still, no other request of the process moves. Three helpers down nobody sees it.
 *
 * Reports  blocking calls in async functions, in handlers of requests, jobs and messages, in listeners and timers,
 *          directly or through any chain of the project's own functions, methods and getters; once per chain.
 * Ignores  what runs only while the process starts, once and for all, or in a worker; commands, scripts, tests and build
 *          configuration; functions tagged `@nonBlocking`; short waits, few bytes, databases in this process.
 * Misses   callees the checker cannot resolve to one body; callbacks given to libraries that nobody described.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Blocking, BlockingCall } from '../concepts/blocking-call.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { awaitTwin, isReachedAlready } from '../fixes/await-twin.js';
import { makeChainAsync } from '../fixes/make-async.js';
import { sendAsStream } from '../fixes/send-as-stream.js';
import { changesOuterAfter } from '../syntax/outer-writes.js';
import { pathMatcher } from '../syntax/path-pattern.js';

/** What a project may choose. */
export interface Options {
  readonly minimum?: 'wait' | 'computation' | 'file' | 'metadata';
  readonly databases?: boolean;
  readonly maxBytes?: number;
  readonly maxWait?: number;
  readonly ignore?: readonly string[];
}

/** Files that people and tools run, and no service: the tests' own files are told by what they declare as well. */
const notServed = [
  '**/{test,tests,__tests__,__mocks__,e2e,fixtures,benchmarks}/**',
  '**/*.{test,spec,bench,config,setup,stories}.*',
  '**/{bin,cli,scripts,tools,seed,seeds,seeders}/**',
  // Run from a command line before the service takes requests, by a tool that loads them by their path.
  '**/*{migrat,Migrat}*/**',
  '**/*{migrat,Migrat}*.*',
];

export default createRule<[Options], 'blockingCall' | 'twin' | 'chain' | 'stream'>({
  name: 'no-blocking-call-in-async',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow calls that hold the event loop in asynchronous code',
      config: 'recommended',
      // Whoever wants to see everything sees the short ones too.
      options: { all: [{ minimum: 'metadata' }] },
      requiresTypeChecking: true,
    },
    messages: {
      blockingCall:
        '`{{trace}}` {{does}} in {{place}}, and nothing else in this process moves until it is done. {{advice}}.',
      twin: 'Await `{{twin}}` instead.',
      chain: 'Await `{{twin}}` and make the functions in between asynchronous.',
      stream: 'Send the file as a stream, piece by piece.',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          minimum: {
            type: 'string',
            enum: ['wait', 'computation', 'file', 'metadata'],
            description:
              'The cheapest kind of call that is reported: waits for others, computations, reads and writes of files, short calls such as stat.',
          },
          databases: {
            type: 'boolean',
            description: 'Whether calls of a database in this process are reported, as SQLite is.',
          },
          maxBytes: {
            type: 'integer',
            minimum: 0,
            description: 'The most bytes, written in the code, that are worked through in no time.',
          },
          maxWait: {
            type: 'integer',
            minimum: 0,
            description: 'The longest wait, in milliseconds, that is written in the code and never reported.',
          },
          ignore: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description:
              'Files that are no part of the running service, as patterns relative to where ESLint runs.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ minimum: 'file', databases: false, maxBytes: 4096, maxWait: 20, ignore: notServed }],
  },
  create(
    context,
    [{ minimum = 'file', databases = false, maxBytes = 4096, maxWait = 20, ignore = notServed }],
  ) {
    const bounds = { minimum, databases, maxBytes, maxWait };
    const isAside = pathMatcher(context.cwd, ignore);
    const reported = new Map<object, Set<string>>();
    return visitConcepts(context, {
      blockingCall(call) {
        const found = call.beyond(bounds, isAside);
        if (!found || !isFirst(found, reported)) return;
        const { trace, place, cost } = found;
        context.report({
          node: 'callee' in call.node ? call.node.callee : call.node,
          messageId: 'blockingCall',
          data: { trace, place, does: does[cost], advice: adviceFor(found) },
          ...repair(call, found, context.sourceCode),
        });
      },
    });
  },
});

const does = {
  wait: 'waits for something outside',
  computation: 'computes for long',
  file: 'reads or writes files',
  database: 'asks a database',
  metadata: 'makes a short system call',
} as const;

/** A chain that ends in the same call is told once in one piece of asynchronous code. */
function isFirst({ code, leaf }: Blocking, reported: Map<object, Set<string>>): boolean {
  const leaves = reported.get(code) ?? new Set<string>();
  reported.set(code, leaves);
  const isNew = !leaves.has(leaf);
  leaves.add(leaf);
  return isNew;
}

function adviceFor({ twin, isDirect, cost, isSharedWrite }: Blocking): string {
  // What is written in one go cannot be interrupted by another write; what is awaited can.
  const inTurn = isSharedWrite ? ', one write after another' : '';
  if (twin && !twin.callback && isDirect) return `Await \`${twin.name}\` instead${inTurn}`;
  if (cost === 'computation') return 'Use the form with a callback or a promise, or a worker thread';
  if (cost === 'database') return 'Ask it from a worker thread';
  if (isSharedWrite && !isDirect) return `Make the chain asynchronous and await it${inTurn}`;
  return isDirect
    ? 'Use an asynchronous form and await it'
    : 'Make the chain asynchronous and await it, or do it once while the process starts';
}

interface Repair {
  readonly fix?: TSESLint.ReportFixFunction;
  readonly suggest: TSESLint.SuggestionReportDescriptor<'twin' | 'chain' | 'stream'>[];
}

/** A fix where only the waiting differs; else what its author may choose. */
function repair(
  { node }: BlockingCall,
  { twin, links, isInAsync, isSharedWrite }: Blocking,
  sourceCode: Readonly<TSESLint.SourceCode>,
): Repair {
  if (node.type !== 'CallExpression' || !twin || !links || !isInAsync) return { suggest: [] };
  const data = { twin: twin.name };
  if (links.length > 0) {
    const calls = links.map(range => callAt(range, sourceCode)).filter(call => call !== undefined);
    const fix = calls.length === links.length ? makeChainAsync(calls, twin, sourceCode) : null;
    return { suggest: fix ? [{ messageId: 'chain', data, fix }] : [] };
  }
  const fix = awaitTwin(node, twin, sourceCode);
  const isSafe =
    fix && isReachedAlready(node, twin, sourceCode) && !changesOuterAfter(node, sourceCode) && !isSharedWrite;
  const stream = twin.name === 'promises.readFile' ? sendAsStream(node, sourceCode) : null;
  const suggest: Repair['suggest'] = stream ? [{ messageId: 'stream', fix: stream }] : [];
  if (isSafe) return { fix, suggest };
  return { suggest: fix ? [{ messageId: 'twin', data, fix }, ...suggest] : suggest };
}

function callAt(
  [start, end]: readonly [number, number],
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESTree.CallExpression | undefined {
  let node = sourceCode.getNodeByRangeIndex(start);
  while (node && (node.type !== 'CallExpression' || node.range[1] !== end)) node = node.parent ?? null;
  return node ?? undefined;
}
