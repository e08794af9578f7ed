/** node:events. A listener stays on its emitter until it is taken off. Node's own emitters declare their events anew. */
import type { LibraryModel } from '../../vocabulary.js';

const listens = { listens: { listener: 'arg1', remove: 'EventEmitter#off' } } as const;
const takesOff = { releases: 'arg1' } as const;

export const nodeEvents = {
  package: 'node:events',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/events.html',
  declaredIn: [
    'node:child_process',
    'node:cluster',
    'node:dgram',
    'node:fs',
    'node:http',
    'node:http2',
    'node:https',
    'node:net',
    'node:process',
    'node:readline',
    'node:stream',
    'node:tls',
    'node:tty',
    'node:worker_threads',
  ],
  calls: {
    'EventEmitter#on': listens,
    'EventEmitter#addListener': listens,
    'EventEmitter#prependListener': listens,
    'EventEmitter#once': listens,
    'EventEmitter#prependOnceListener': listens,
    'EventEmitter#off': takesOff,
    'EventEmitter#removeListener': takesOff,
    'EventEmitter.once': { waitsFor: 'event', signal: 'arg2.signal' },
    'EventEmitter.on': { signal: 'arg2.signal' },
  },
} as const satisfies LibraryModel;
