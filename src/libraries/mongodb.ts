/**
 * MongoDB. A client holds the connections; an operation takes part in a transaction only where its options name the
 * session. A session is lent by `startSession` and given back by `endSession`. Reads take a signal, writes do not.
 */
import type { LibraryModel } from '../vocabulary.js';

const waits = { waitsFor: 'network' } as const;
const read = { ...waits, queries: {}, accesses: { how: 'read' } } as const;
const write = { ...waits, queries: {}, accesses: { how: 'write' } } as const;
const atomic = { ...waits, queries: {}, accesses: { how: 'atomic' } } as const;

export const mongodb = {
  package: 'mongodb',
  tested: '7.x',
  docs: 'https://www.mongodb.com/docs/drivers/node/current/crud/transactions/',
  types: { MongoClient: 'pool', Db: 'pool', Collection: 'pool', ClientSession: 'session' },
  parallel: { queries: 'unsupported' },
  sends: 'at-once',
  calls: {
    'MongoClient#connect': waits,
    'MongoClient.connect': waits,
    'MongoClient#close': waits,
    'MongoClient#startSession': {
      acquires: { what: 'session', at: 'result', release: 'ClientSession#endSession' },
    },
    // Ends the session once the callback has settled.
    'MongoClient#withSession': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'once' } },
      { runs: { callback: 'arg1', times: 'once' } },
    ],
    'MongoClient#bulkWrite': { ...write, joins: 'arg1.session' },
    'ClientSession#endSession': { ...waits, releases: 'this', closes: true },
    'ClientSession#startTransaction': { begins: 'this' },
    'ClientSession#commitTransaction': { ...waits, ends: 'commit' },
    'ClientSession#abortTransaction': { ...waits, ends: 'rollback' },
    'ClientSession#withTransaction': {
      ...waits,
      scope: { kind: 'transaction', body: 'arg0', handle: 'this' },
      timeout: { at: 'arg1.timeoutMS', default: 'none' },
    },
    'Db#command': { ...waits, queries: {}, joins: 'arg1.session', signal: 'arg1.signal' },
    'Db#createCollection': { ...waits, queries: {}, joins: 'arg1.session' },
    'Db#listCollections': { listsSchema: true },
    'Db#collections': { ...waits, listsSchema: true },
    'Db#aggregate': { joins: 'arg1.session' },
    'Collection#find': { joins: 'arg1.session', signal: 'arg1.signal', atMost: 'arg1.limit' },
    'Collection#aggregate': { joins: 'arg1.session', signal: 'arg1.signal' },
    'Collection#findOne': { ...read, joins: 'arg1.session', signal: 'arg1.signal' },
    'Collection#countDocuments': { ...read, joins: 'arg1.session', signal: 'arg1.signal' },
    'Collection#estimatedDocumentCount': { ...read, joins: 'arg0.session' },
    'Collection#distinct': { ...read, joins: 'arg2.session' },
    'Collection#insertOne': { ...write, joins: 'arg1.session' },
    'Collection#insertMany': { ...write, joins: 'arg1.session' },
    'Collection#bulkWrite': { ...write, joins: 'arg1.session' },
    'Collection#updateOne': { ...write, joins: 'arg2.session' },
    'Collection#updateMany': { ...write, joins: 'arg2.session' },
    'Collection#replaceOne': { ...write, joins: 'arg2.session' },
    'Collection#deleteOne': { ...write, joins: 'arg1.session' },
    'Collection#deleteMany': { ...write, joins: 'arg1.session' },
    'Collection#findOneAndUpdate': { ...atomic, joins: 'arg2.session' },
    'Collection#findOneAndReplace': { ...atomic, joins: 'arg2.session' },
    'Collection#findOneAndDelete': { ...atomic, joins: 'arg1.session' },
    'Collection#createIndex': { ...waits, queries: {} },
    'Collection#drop': { ...waits, queries: {} },
    'FindCursor#limit': { atMost: 'arg0' },
    'AggregationCursor#limit': { atMost: 'arg0' },
    'AbstractCursor#toArray': read,
    'AbstractCursor#next': read,
    'AbstractCursor#tryNext': read,
    'AbstractCursor#hasNext': read,
    'AbstractCursor#forEach': { ...read, runs: { callback: 'arg0', times: 'each' } },
  },
} as const satisfies LibraryModel;
