/**
 * Prisma. Its client is generated: by `prisma-client-js` into the package `.prisma` or a folder of the user's, by
 * `prisma-client` into the user's own code, where only what it returns (`PrismaPromise`) and the members it has tell it. `$transaction` hands
 * its callback a client without `$connect`; a query on the outer client takes another connection.
 *
 * One type stands for queries inside and outside of a transaction, so they are said to wait for the network.
 */
import type { LibraryModel } from '../vocabulary.js';

const query = { waitsFor: 'network', queries: {}, atMost: 'arg0.take', picksBy: 'in' } as const;
// Those of one tick that ask for rows of one model in one way go out as one query.
const unique = { ...query, batches: true } as const;
const raw = { waitsFor: 'network', queries: { sql: 'arg0' } } as const;
const transaction = {
  when: { arg0: 'function' },
  waitsFor: 'pool',
  scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
  timeout: { at: 'arg1.timeout', default: 5000 },
} as const;

export const prismaClient = {
  package: '@prisma/client',
  tested: '7.x',
  docs: 'https://www.prisma.io/docs/orm/prisma-client/queries/transactions',
  declaredIn: ['.prisma', '.prisma/client/default'],
  // `prisma-client-js` with an `output` writes its client there, with the runtime beside it.
  copiedTo: ['/runtime/library.d.ts', '/runtime/client.d.ts'],
  types: { PrismaClient: 'pool', TransactionClient: 'transaction', DynamicClientExtensionThis: 'pool' },
  parallel: { queries: 'batched', afterRollback: 'fail' },
  sends: 'when-awaited',
  shapes: [
    { members: ['$connect', '$disconnect', '$transaction'], role: 'pool', type: 'PrismaClient' },
    { members: ['$queryRaw', '$executeRaw'], role: 'transaction', type: 'PrismaClient' },
  ],
  results: {
    PrismaPromise: query,
    'PrismaPromise.findUnique': unique,
    'PrismaPromise.findUniqueOrThrow': unique,
  },
  names: [
    'findUnique',
    'findUniqueOrThrow',
    'findFirst',
    'findFirstOrThrow',
    'findMany',
    'create',
    'createMany',
    'createManyAndReturn',
    'update',
    'updateMany',
    'updateManyAndReturn',
    'upsert',
    'delete',
    'deleteMany',
    'count',
    'aggregate',
    'groupBy',
    'findRaw',
    'aggregateRaw',
    '$queryRaw',
    '$executeRaw',
    '$queryRawUnsafe',
    '$executeRawUnsafe',
    '$queryRawTyped',
    '$runCommandRaw',
  ],
  calls: {
    'PrismaClient#$transaction': [transaction, { waitsFor: 'pool' }],
    'PrismaClient#$connect': { waitsFor: 'network' },
    'PrismaClient#$disconnect': { waitsFor: 'network' },
    'PrismaClient#$queryRaw': raw,
    'PrismaClient#$executeRaw': raw,
    'PrismaClient#$queryRawUnsafe': raw,
    'PrismaClient#$executeRawUnsafe': raw,
    // What `$extends` returns.
    'DynamicModelExtensionOperationFn#()': query,
    'ClientOtherOps#$queryRaw': raw,
    'ClientOtherOps#$executeRaw': raw,
    'ClientOtherOps#$queryRawUnsafe': raw,
    'ClientOtherOps#$executeRawUnsafe': raw,
    'DynamicClientExtensionThisBuiltin#$transaction': [transaction, { waitsFor: 'pool' }],
    'DynamicClientExtensionThisBuiltin#$connect': { waitsFor: 'network' },
    'DynamicClientExtensionThisBuiltin#$disconnect': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
