/** MikroORM on SQL databases. Raw queries and the query builder run in the manager's transaction, where it has one. */
import type { LibraryModel } from '../vocabulary.js';

const query = { waitsFor: 'network', queries: {} } as const;
const read = { ...query, accesses: { how: 'read' } } as const;

export const mikroOrmPostgresql = {
  package: '@mikro-orm/postgresql',
  tested: '7.x',
  docs: 'https://mikro-orm.io/docs/query-builder',
  declaredIn: ['@mikro-orm/sql'],
  calls: {
    'SqlEntityManager#execute': {
      waitsFor: 'network',
      queries: { sql: 'arg0' },
      signal: 'arg2.signal',
    },
    'SqlEntityManager#countBy': read,
    'QueryBuilder#limit': { atMost: 'arg0' },
    'QueryBuilder#setLockMode': { when: { arg0: 'present' }, locksRows: true },
    'QueryBuilder#execute': query,
    'QueryBuilder#getResult': read,
    'QueryBuilder#getResultList': { ...read, atMost: 'arg0' },
    'QueryBuilder#getSingleResult': read,
    'QueryBuilder#getCount': read,
    'QueryBuilder#getResultAndCount': read,
    'RunQueryBuilder#execute': query,
    'SelectQueryBuilder#execute': read,
  },
} as const satisfies LibraryModel;
