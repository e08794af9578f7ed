/** Anthropic. Every method takes its request's options last; a request may take ten minutes, and is retried after that. */
import type { LibraryModel } from '../vocabulary.js';

/** `create(body, options)`. */
const second = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', default: 600_000 },
} as const;
/** `retrieve(id, params, options)`: every resource but messages has parameters before the options. */
const third = {
  waitsFor: 'network',
  signal: 'arg2.signal',
  timeout: { at: 'arg2.timeout', default: 600_000 },
} as const;

export const anthropicAiSdk = {
  package: '@anthropic-ai/sdk',
  tested: '1.x',
  docs: 'https://github.com/anthropics/anthropic-sdk-typescript#readme',
  types: {
    Anthropic: 'client',
    BaseAnthropic: 'client',
    Page: 'page',
    PageCursor: 'page',
    BidirectionalPageCursor: 'page',
    ReportPageCursor: 'page',
    TokenPage: 'page',
  },
  // Whatever is not listed below.
  results: { APIPromise: { waitsFor: 'network' }, PagePromise: { waitsFor: 'network' } },
  names: ['archive', 'create', 'delete', 'list', 'retrieve', 'send', 'stream', 'update', 'upload'],
  calls: {
    'Messages#create': second,
    'Messages#parse': second,
    'Messages#countTokens': second,
    // The stream is returned at once: what waits is who reads it.
    'Messages#stream': { signal: 'arg1.signal', timeout: { at: 'arg1.timeout', default: 600_000 } },
    'Batches#create': second,
    'Batches#list': second,
    'Batches#retrieve': third,
    'Batches#results': third,
    'Batches#cancel': third,
    'Batches#delete': third,
    'Models#list': second,
    'Models#retrieve': third,
    'Files#upload': second,
    'Files#list': second,
    'Files#download': third,
    'Files#retrieveMetadata': third,
    'Files#delete': third,
    'AbstractPage#getNextPage': { waitsFor: 'network' },
    'BaseAnthropic#get': second,
    'BaseAnthropic#post': second,
    'BaseAnthropic#put': second,
    'BaseAnthropic#patch': second,
    'BaseAnthropic#delete': second,
  },
} as const satisfies LibraryModel;
