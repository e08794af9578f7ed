/**
 * node:http, node:https and the servers of node:http2. A request waits for as long as the other side likes, unless it
 * is given a signal or a timeout. A server runs its handler for each request, as many at once as there are.
 */
import type { LibraryModel } from '../../vocabulary.js';

/** The request that is made may be told to give up later: `request.setTimeout(…)`, `request.on('timeout', …)`. */
const none = { default: 'none', of: 'request' } as const;
const optionsFirst = {
  signal: 'arg0.signal',
  timeout: { at: 'arg0.timeout', ...none, elsewhere: ['arg0.agent', 'result'] },
} as const;
const optionsSecond = {
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', ...none, elsewhere: ['arg0.timeout', 'arg0.agent', 'arg1.agent', 'result'] },
} as const;
/** A `URL` and options are both objects: options are known by what they hold. */
const request = [
  { when: { arg1: 'object' }, ...optionsSecond },
  { when: { arg0: 'string' }, ...optionsSecond },
  { when: { 'arg0.hostname': 'present' }, ...optionsFirst },
  { when: { 'arg0.host': 'present' }, ...optionsFirst },
  { when: { 'arg0.path': 'present' }, ...optionsFirst },
] as const;
const server = [
  { when: { arg0: 'function' }, handles: { callback: 'arg0', event: 'request' } },
  { when: { arg1: 'present' }, handles: { callback: 'arg1', event: 'request' } },
] as const;
const listens = { listens: { listener: 'arg1', remove: 'Server#off' } } as const;
const on = [
  // What is called then is part of the start.
  { when: { arg0: { is: 'listening' } }, declares: 'service' },
  { when: { arg0: { is: 'request' } }, handles: { callback: 'arg1', event: 'request' }, ...listens },
  listens,
] as const;

export const nodeHttp = {
  package: 'node:http',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/http.html',
  declaredIn: ['node:https', 'node:http2'],
  types: { ServerResponse: 'reply', Http2ServerResponse: 'reply', ServerHttp2Stream: 'reply' },
  calls: {
    request,
    get: request,
    createServer: server,
    createSecureServer: server,
    'Server#on': on,
    'Server#addListener': on,
  },
} as const satisfies LibraryModel;
