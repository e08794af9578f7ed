/**
 * MikroORM. `transactional` hands a fork of the entity manager to its callback and carries the transaction along with
 * the async context, so that context-aware managers join it, and the fork it was called on does not. A manager outside
 * has the same type. `begin`, `commit` and `rollback` do it by hand.
 */
import type { LibraryModel } from '../vocabulary.js';

const query = { waitsFor: 'network', queries: {} } as const;
const read1 = { ...query, accesses: { how: 'read' }, joins: 'arg1.ctx', signal: 'arg1.signal' } as const;
const read2 = { ...query, accesses: { how: 'read' }, joins: 'arg2.ctx', signal: 'arg2.signal' } as const;
/** An optimistic lock has a version to compare, and locks nothing. */
const find1 = [
  { when: { 'arg1.lockVersion': 'present' }, ...read1 },
  { when: { 'arg1.lockMode': 'present' }, ...read1, locksRows: true },
  read1,
] as const;
const find2 = [
  { when: { 'arg2.lockVersion': 'present' }, ...read2 },
  { when: { 'arg2.lockMode': 'present' }, ...read2, locksRows: true },
  read2,
] as const;
const write1 = { ...query, accesses: { how: 'write' }, joins: 'arg1.ctx', signal: 'arg1.signal' } as const;
const write2 = { ...query, accesses: { how: 'write' }, joins: 'arg2.ctx', signal: 'arg2.signal' } as const;
const write3 = { ...query, accesses: { how: 'write' }, joins: 'arg3.ctx', signal: 'arg3.signal' } as const;

export const mikroOrmCore = {
  package: '@mikro-orm/core',
  tested: '7.x',
  docs: 'https://mikro-orm.io/docs/transactions',
  calls: {
    'MikroORM.init': { waitsFor: 'network' },
    'MikroORM#connect': { waitsFor: 'network' },
    'MikroORM#close': { waitsFor: 'network' },
    'EntityManager#transactional': {
      waitsFor: 'pool',
      scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      carries: '@mikro-orm/core',
      joins: 'arg1.ctx',
      signal: 'arg1.signal',
    },
    'EntityManager#begin': { waitsFor: 'pool', begins: 'this' },
    'EntityManager#commit': { waitsFor: 'network', ends: 'commit' },
    'EntityManager#rollback': { waitsFor: 'network', ends: 'rollback' },
    'EntityManager#flush': { ...query, accesses: { how: 'write' } },
    'EntityManager#lock': [
      { when: { arg2: 'number' }, ...query },
      { ...query, locksRows: true },
    ],
    'EntityManager#fork': { signal: 'arg0.signal' },
    'EntityManager#find': [
      { when: { 'arg2.lockMode': 'present' }, ...read2, locksRows: true, atMost: 'arg2.limit' },
      { ...read2, atMost: 'arg2.limit' },
    ],
    'EntityManager#findAll': { ...read1, atMost: 'arg1.limit' },
    'EntityManager#findAndCount': read2,
    'EntityManager#findByCursor': read1,
    'EntityManager#findOne': find2,
    'EntityManager#findOneOrFail': find2,
    'EntityManager#refresh': read1,
    'EntityManager#count': read2,
    'EntityManager#populate': query,
    'EntityManager#insert': write2,
    'EntityManager#insertMany': write2,
    'EntityManager#upsert': write2,
    'EntityManager#upsertMany': write2,
    'EntityManager#nativeUpdate': write3,
    'EntityManager#nativeDelete': write2,
    'EntityRepository#find': [
      { when: { 'arg1.lockMode': 'present' }, ...read1, locksRows: true, atMost: 'arg1.limit' },
      { ...read1, atMost: 'arg1.limit' },
    ],
    'EntityRepository#findAll': { ...query, joins: 'arg0.ctx', signal: 'arg0.signal', atMost: 'arg0.limit' },
    'EntityRepository#findAndCount': read1,
    'EntityRepository#findOne': find1,
    'EntityRepository#findOneOrFail': find1,
    'EntityRepository#count': read1,
    'EntityRepository#populate': query,
    'EntityRepository#insert': write1,
    'EntityRepository#insertMany': write1,
    'EntityRepository#upsert': write1,
    'EntityRepository#upsertMany': write1,
    'EntityRepository#nativeUpdate': write2,
    'EntityRepository#nativeDelete': write1,
  },
} as const satisfies LibraryModel;
