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
import type { Blocking } from '../concepts/blocking-call.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { matchesPattern } from '../syntax/path-pattern.js';

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
  '**/{bin,cli,scripts,tools,migrations,seeds,seeders}/**',
];

export default createRule<[Options], 'blockingCall'>({
  name: 'no-blocking-call-in-async',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow calls that hold the event loop in asynchronous code',
      config: 'strict',
      // Whoever wants to see everything sees the short ones too.
      options: { all: [{ minimum: 'metadata' }] },
      requiresTypeChecking: true,
    },
    messages: {
      blockingCall:
        '`{{trace}}` {{does}} in {{place}}, and nothing else in this process moves until it is done. {{advice}}.',
    },
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
            description: 'Files that are no part of the running service, as patterns relative to where ESLint runs.',
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
    const isAside = fileMatcher(context.cwd, ignore);
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

/** Asked once per file, however many calls lead there. */
function fileMatcher(cwd: string, patterns: readonly string[]): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const root = `${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  return file => {
    let answer = known.get(file);
    if (answer === undefined) {
      const path = file.startsWith(root) ? file.slice(root.length) : file;
      known.set(file, (answer = patterns.some(pattern => matchesPattern(path, pattern))));
    }
    return answer;
  };
}

/** A chain that ends in the same call is told once in one piece of asynchronous code. */
function isFirst({ code, leaf }: Blocking, reported: Map<object, Set<string>>): boolean {
  const leaves = reported.get(code) ?? new Set<string>();
  reported.set(code, leaves);
  const isNew = !leaves.has(leaf);
  leaves.add(leaf);
  return isNew;
}

function adviceFor({ twin, isDirect, cost }: Blocking): string {
  if (twin !== undefined) return `Await \`${twin}\` instead`;
  if (cost === 'computation') return 'Use the form with a callback or a promise, or a worker thread';
  if (cost === 'database') return 'Ask it from a worker thread';
  return isDirect
    ? 'Use an asynchronous form and await it'
    : 'Make the chain asynchronous and await it, or do it once while the process starts';
}
