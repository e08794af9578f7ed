/**
 * undici, installed as a package. A `Pool` opens as many connections to its origin as there are requests in flight,
 * unless `connections` says how many. A response's headers may take five minutes unless told otherwise.
 */
import type { LibraryModel } from '../vocabulary.js';

/** `request(url, options)`. */
const toUrl = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.headersTimeout', default: 300_000 },
} as const;
/** `dispatcher.request(options)`, where a callback may stand behind the options. */
const dispatched = {
  signal: 'arg0.signal',
  timeout: { at: 'arg0.headersTimeout', default: 300_000 },
} as const;

export const undici = {
  package: 'undici',
  tested: '7.x, 8.x',
  docs: 'https://undici.nodejs.org',
  types: {
    Dispatcher: 'client',
    Agent: 'client',
    Client: 'client',
    Pool: 'client',
    BalancedPool: 'client',
    RoundRobinPool: 'client',
    ProxyAgent: 'client',
    EnvHttpProxyAgent: 'client',
    RetryAgent: 'client',
  },
  likewise: { BodyReadable: 'BodyMixin' },
  calls: {
    fetch: {
      waitsFor: 'network',
      signal: 'arg1.signal',
      timeout: {
        at: 'arg1.signal',
        default: 'none',
        of: 'request',
        elsewhere: ['arg0.signal', 'arg1.dispatcher'],
        globally: 'setGlobalDispatcher',
      },
    },
    request: toUrl,
    stream: toUrl,
    pipeline: { signal: 'arg1.signal', timeout: { at: 'arg1.headersTimeout', default: 300_000 } },
    connect: { waitsFor: 'network', signal: 'arg1.signal' },
    upgrade: { waitsFor: 'network', signal: 'arg1.signal' },
    'Dispatcher#request': [
      { when: { arg1: 'function' }, ...dispatched, runs: { callback: 'arg1', times: 'later' } },
      { waitsFor: 'network', ...dispatched },
    ],
    'Dispatcher#stream': [
      { when: { arg2: 'function' }, ...dispatched, runs: { callback: 'arg2', times: 'later' } },
      { waitsFor: 'network', ...dispatched },
    ],
    'Dispatcher#pipeline': dispatched,
    'Dispatcher#connect': { waitsFor: 'network', signal: 'arg0.signal' },
    'Dispatcher#upgrade': { waitsFor: 'network', signal: 'arg0.signal' },
    'Dispatcher#close': { waitsFor: 'network' },
    'new Pool': { concurrency: { at: 'arg1.connections', default: 'unlimited' } },
    'new RoundRobinPool': { concurrency: { at: 'arg1.connections', default: 'unlimited' } },
    // What is left of a body once its headers are here: the request that costs was `request` or `fetch`.
    'BodyMixin#json': { waitsFor: 'nothing' },
    'BodyMixin#text': { waitsFor: 'nothing' },
    'BodyMixin#arrayBuffer': { waitsFor: 'nothing' },
    'BodyMixin#blob': { waitsFor: 'nothing' },
    'BodyMixin#bytes': { waitsFor: 'nothing' },
    'BodyMixin#formData': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
