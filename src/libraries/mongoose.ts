/**
 * Mongoose. A query is sent when it is awaited or executed. It takes part in a transaction only where its options, or
 * `session()`, name the session; `connection.transaction` lends one to its callback.
 */
import type { LibraryModel } from '../vocabulary.js';

const waits = { waitsFor: 'network' } as const;
const read = { ...waits, queries: {}, accesses: { how: 'read' } } as const;
const write = { ...waits, queries: {}, accesses: { how: 'write' } } as const;
const atomic = { ...waits, queries: {}, accesses: { how: 'atomic' } } as const;
const session = {
  ...waits,
  acquires: { what: 'session', at: 'result', release: 'ClientSession#endSession' },
} as const;

export const mongoose = {
  package: 'mongoose',
  tested: '9.x',
  docs: 'https://mongoosejs.com/docs/transactions.html',
  types: { Connection: 'pool', Document: 'row' },
  runsOn: ['mongodb'],
  parallel: { queries: 'unsupported' },
  sends: 'when-awaited',
  calls: {
    connect: waits,
    set: { when: { arg0: { is: 'transactionAsyncLocalStorage' } }, carries: 'mongoose' },
    startSession: session,
    'Connection#startSession': session,
    'Connection#asPromise': waits,
    'Connection#close': waits,
    'Connection#openUri': waits,
    'Connection#transaction': {
      ...waits,
      scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
    },
    'Connection#withSession': { runs: { callback: 'arg0', times: 'once' } },
    'Model#find': { ...read, joins: 'arg2.session', atMost: 'arg2.limit' },
    'Model#findOne': { ...read, joins: 'arg2.session' },
    'Model#findById': { ...read, joins: 'arg2.session' },
    'Model#countDocuments': { ...read, joins: 'arg1.session' },
    'Model#estimatedDocumentCount': read,
    'Model#distinct': { ...read, joins: 'arg2.session' },
    'Model#exists': read,
    'Model#aggregate': { ...read, joins: 'arg1.session' },
    'Model#populate': waits,
    'Model#create': { ...write, joins: 'arg1.session' },
    'Model#insertOne': { ...write, joins: 'arg1.session' },
    'Model#insertMany': { ...write, joins: 'arg1.session' },
    'Model#bulkWrite': { ...write, joins: 'arg1.session' },
    'Model#bulkSave': { ...write, joins: 'arg1.session' },
    'Model#updateOne': { ...write, joins: 'arg2.session' },
    'Model#updateMany': { ...write, joins: 'arg2.session' },
    'Model#replaceOne': { ...write, joins: 'arg2.session' },
    'Model#deleteOne': { ...write, joins: 'arg1.session' },
    'Model#deleteMany': { ...write, joins: 'arg1.session' },
    'Model#findOneAndUpdate': { ...atomic, joins: 'arg2.session' },
    'Model#findOneAndReplace': { ...atomic, joins: 'arg2.session' },
    'Model#findOneAndDelete': { ...atomic, joins: 'arg1.session' },
    'Model#findByIdAndUpdate': { ...atomic, joins: 'arg2.session' },
    'Model#findByIdAndDelete': { ...atomic, joins: 'arg1.session' },
    'Document#save': { ...write, follows: true, joins: 'arg0.session' },
    'Document#updateOne': { ...write, follows: true, joins: 'arg1.session' },
    'Document#deleteOne': { ...write, follows: true, joins: 'arg0.session' },
    'Document#populate': waits,
    'Document#$session': { joins: 'arg0' },
    'Query#session': { joins: 'arg0' },
    'Query#limit': { atMost: 'arg0' },
    'Query#exec': { ...waits, queries: {} },
    'Query#then': { ...waits, queries: {} },
    'Aggregate#session': { joins: 'arg0' },
    'Aggregate#limit': { atMost: 'arg0' },
    'Aggregate#exec': read,
    'Aggregate#then': read,
    'Cursor#next': read,
    'Cursor#eachAsync': {
      ...read,
      runs: { callback: 'arg0', times: 'each', limited: true },
      concurrency: { at: 'arg1.parallel', default: 1 },
      signal: 'arg1.signal',
    },
  },
} as const satisfies LibraryModel;
