/**
 * Firestore. Only what goes through the transaction handed to the callback takes part in it, and the callback runs again
 * where another transaction was in its way. Requests share a few connections, as many at once as one likes.
 */
import type { LibraryModel } from '../vocabulary.js';

const read = { waitsFor: 'network', queries: {}, accesses: { how: 'read' } } as const;
const write = { waitsFor: 'network', queries: {}, accesses: { how: 'write' } } as const;

export const googleCloudFirestore = {
  package: '@google-cloud/firestore',
  tested: '7.x, 8.x',
  docs: 'https://cloud.google.com/nodejs/docs/reference/firestore/latest',
  types: { Firestore: 'pool', Query: 'pool', DocumentReference: 'pool', Transaction: 'transaction' },
  parallel: { queries: 'pipelined' },
  sends: 'at-once',
  calls: {
    'Firestore#runTransaction': {
      waitsFor: 'network',
      scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
    },
    'Firestore#getAll': read,
    'Firestore#recursiveDelete': write,
    ...{ 'Transaction#get': read, 'Transaction#getAll': read, 'WriteBatch#commit': write },
    ...{ 'Query#get': read, 'Query#limit': { atMost: 'arg0' }, 'AggregateQuery#get': read },
    ...{ 'CollectionReference#add': write, 'CollectionReference#listDocuments': read },
    ...{ 'DocumentReference#get': read, 'DocumentReference#create': write, 'DocumentReference#set': write },
    ...{ 'DocumentReference#update': write, 'DocumentReference#delete': write },
  },
} as const satisfies LibraryModel;
