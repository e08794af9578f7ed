/** QStash. A message is published to an address, at once or through a queue that delivers a few at a time. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const upstashQstash = {
  package: '@upstash/qstash',
  tested: '2.x',
  docs: 'https://upstash.com/docs/qstash/sdks/ts/overview',
  types: { Client: 'queue', Queue: 'queue' },
  calls: {
    'Client#publish': { ...asks, enqueues: { job: 'arg0', bulk: 'Client#batch' } },
    'Client#publishJSON': { ...asks, enqueues: { job: 'arg0', bulk: 'Client#batchJSON' } },
    'Client#batch': { ...asks, enqueues: { job: 'arg0', many: true } },
    'Client#batchJSON': { ...asks, enqueues: { job: 'arg0', many: true } },
    'Client#logs': asks,
    'Queue#enqueue': { ...asks, enqueues: { job: 'arg0' } },
    'Queue#enqueueJSON': { ...asks, enqueues: { job: 'arg0' } },
    'Queue#upsert': asks,
    'Queue#get': asks,
    'Queue#list': asks,
    'Queue#delete': asks,
    'Queue#pause': asks,
    'Queue#resume': asks,
    'Messages#get': asks,
    'Messages#delete': asks,
    'Schedules#create': asks,
    'Schedules#get': asks,
    'Schedules#list': asks,
    'Schedules#delete': asks,
    // Computed here: a signature over the body.
    'Receiver#verify': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
