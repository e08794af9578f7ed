/**
 * Sequelize. Every query borrows a connection unless its options name the transaction it belongs to. `transaction`
 * with a callback commits or rolls back by itself; without one it lends a transaction that must be ended by hand.
 */
import type { LibraryModel } from '../vocabulary.js';

/** A query whose options stand first, second or third: on the transaction's connection, or on any of the pool. */
const first = [
  { when: { 'arg0.transaction': 'present' }, waitsFor: 'network', queries: {}, joins: 'arg0.transaction' },
  { waitsFor: 'pool', queries: {}, joins: 'arg0.transaction' },
] as const;
const second = [
  { when: { 'arg1.transaction': 'present' }, waitsFor: 'network', queries: {}, joins: 'arg1.transaction' },
  { waitsFor: 'pool', queries: {}, joins: 'arg1.transaction' },
] as const;
const third = [
  { when: { 'arg2.transaction': 'present' }, waitsFor: 'network', queries: {}, joins: 'arg2.transaction' },
  { waitsFor: 'pool', queries: {}, joins: 'arg2.transaction' },
] as const;
const read = { accesses: { how: 'read' } } as const;
const write = { accesses: { how: 'write' } } as const;
const atomic = { accesses: { how: 'atomic' } } as const;
const read0 = [
  {
    ...first[0],
    ...read,
    when: { 'arg0.transaction': 'present', 'arg0.lock': 'present' },
    locksRows: true,
  },
  { ...first[0], ...read },
  // With no transaction the lock goes as soon as it was taken.
  { ...first[1], ...read, when: { 'arg0.lock': 'present' }, locksRows: true },
  { ...first[1], ...read },
] as const;
const read1 = [
  {
    ...second[0],
    ...read,
    when: { 'arg1.transaction': 'present', 'arg1.lock': 'present' },
    locksRows: true,
  },
  { ...second[0], ...read },
  { ...second[1], ...read, when: { 'arg1.lock': 'present' }, locksRows: true },
  { ...second[1], ...read },
] as const;
const write0 = [
  { ...first[0], ...write },
  { ...first[1], ...write },
] as const;
const write1 = [
  { ...second[0], ...write },
  { ...second[1], ...write },
] as const;
const atomic1 = [
  { ...second[0], ...atomic },
  { ...second[1], ...atomic },
] as const;

export const sequelize = {
  package: 'sequelize',
  tested: '6.x',
  docs: 'https://sequelize.org/docs/v6/other-topics/transactions/',
  types: { Sequelize: 'pool', Transaction: 'session', Model: 'row' },
  parallel: { queries: 'queued', afterRollback: 'fail' },
  sends: 'at-once',
  calls: {
    'Sequelize.useCLS': { carries: 'sequelize' },
    'Sequelize#transaction': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      {
        when: { arg1: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'transaction', body: 'arg1', handle: 'arg1.param0' },
        joins: 'arg0.transaction',
      },
      {
        waitsFor: 'pool',
        acquires: {
          what: 'transaction',
          at: 'result',
          release: ['Transaction#commit', 'Transaction#rollback'],
        },
        begins: 'result',
        joins: 'arg0.transaction',
      },
    ],
    'Transaction#commit': { waitsFor: 'network', ends: 'commit', releases: 'this' },
    'Transaction#rollback': { waitsFor: 'network', ends: 'rollback', releases: 'this' },
    'Transaction#afterCommit': { runs: { callback: 'arg0', times: 'later' } },
    'Sequelize#query': [
      { ...second[0], queries: { sql: 'arg0' } },
      { ...second[1], queries: { sql: 'arg0' } },
    ],
    'Sequelize#authenticate': { waitsFor: 'pool' },
    'Sequelize#sync': { waitsFor: 'pool' },
    'Sequelize#close': { waitsFor: 'network' },
    'Model.findAll': [
      { ...read0[0], atMost: 'arg0.limit' },
      { ...read0[1], atMost: 'arg0.limit' },
      { ...read0[2], atMost: 'arg0.limit' },
      { ...read0[3], atMost: 'arg0.limit' },
    ],
    'Model.findOne': read0,
    'Model.findByPk': read1,
    'Model.findAndCountAll': read0,
    'Model.count': [
      { ...first[0], ...read },
      { ...first[1], ...read },
    ],
    'Model.max': [
      { ...second[0], ...read },
      { ...second[1], ...read },
    ],
    'Model.min': [
      { ...second[0], ...read },
      { ...second[1], ...read },
    ],
    'Model.sum': [
      { ...second[0], ...read },
      { ...second[1], ...read },
    ],
    'Model.aggregate': [
      { ...third[0], ...read },
      { ...third[1], ...read },
    ],
    'Model.create': write1,
    'Model.bulkCreate': write1,
    'Model.findOrCreate': write0,
    'Model.upsert': atomic1,
    'Model.update': write1,
    'Model.destroy': write0,
    'Model.restore': write0,
    'Model.truncate': write0,
    'Model.increment': atomic1,
    'Model.decrement': atomic1,
    'Model#save': write0,
    'Model#reload': read0,
    'Model#update': write1,
    'Model#destroy': write0,
    'Model#restore': write0,
    'Model#increment': atomic1,
    'Model#decrement': atomic1,
  },
} as const satisfies LibraryModel;
