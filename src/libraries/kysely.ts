/**
 * Kysely. `db` is a pool; `db.transaction().execute(work)` hands the transaction to `work`, `db.startTransaction()`
 * gives one that must be committed or rolled back. Builders are built on a handle and sent by `execute…`. Where a
 * `signal` is accepted (0.29) the types say so.
 */
import type { LibraryModel } from '../vocabulary.js';

/** Begins a query on a handle. */
const built = { queries: {} } as const;
const sent = { waitsFor: 'network' } as const;

export const kysely = {
  package: 'kysely',
  tested: '0.28.x, 0.29.x',
  docs: 'https://kysely-org.github.io/kysely-apidoc',
  likewise: {
    InsertQueryBuilder: 'SelectQueryBuilder',
    UpdateQueryBuilder: 'SelectQueryBuilder',
    DeleteQueryBuilder: 'SelectQueryBuilder',
    WheneableMergeQueryBuilder: 'SelectQueryBuilder',
    AlterTableBuilder: 'CreateTableBuilder',
    AlterTableColumnAlteringBuilder: 'CreateTableBuilder',
    AlterTableExecutor: 'CreateTableBuilder',
    AlterTableAddForeignKeyConstraintBuilder: 'CreateTableBuilder',
    AlterTableAddIndexBuilder: 'CreateTableBuilder',
    AlterTableDropConstraintBuilder: 'CreateTableBuilder',
    CreateIndexBuilder: 'CreateTableBuilder',
    CreateSchemaBuilder: 'CreateTableBuilder',
    CreateTypeBuilder: 'CreateTableBuilder',
    CreateViewBuilder: 'CreateTableBuilder',
    DropIndexBuilder: 'CreateTableBuilder',
    DropSchemaBuilder: 'CreateTableBuilder',
    DropTableBuilder: 'CreateTableBuilder',
    DropTypeBuilder: 'CreateTableBuilder',
    DropViewBuilder: 'CreateTableBuilder',
    RefreshMaterializedViewBuilder: 'CreateTableBuilder',
  },
  types: { Kysely: 'pool', Transaction: 'transaction', ControlledTransaction: 'transaction' },
  // `Transaction` extends it.
  alsoHandles: ['Kysely'],
  parallel: { queries: 'queued', afterRollback: 'fail' },
  sends: 'at-once',
  calls: {
    'QueryCreator#selectFrom': built,
    'QueryCreator#selectNoFrom': built,
    'QueryCreator#insertInto': built,
    'QueryCreator#replaceInto': built,
    'QueryCreator#updateTable': built,
    'QueryCreator#deleteFrom': built,
    'QueryCreator#mergeInto': built,
    'Kysely#executeQuery': { waitsFor: 'pool', queries: {} },
    'Transaction#executeQuery': { waitsFor: 'network', queries: {} },
    'Kysely#destroy': sent,
    'TransactionBuilder#execute': {
      waitsFor: 'pool',
      scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
    },
    'ConnectionBuilder#execute': {
      waitsFor: 'pool',
      scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
    },
    'ControlledTransactionBuilder#execute': {
      waitsFor: 'pool',
      begins: 'result',
      acquires: {
        what: 'transaction',
        at: 'result',
        release: ['ControlledTransaction#commit', 'ControlledTransaction#rollback'],
      },
    },
    'ControlledTransaction#commit': { ends: 'commit', releases: 'this' },
    'ControlledTransaction#rollback': { ends: 'rollback', releases: 'this' },
    'Command#execute': sent,
    'SelectQueryBuilder#execute': sent,
    'SelectQueryBuilder#executeTakeFirst': sent,
    'SelectQueryBuilder#executeTakeFirstOrThrow': sent,
    'SelectQueryBuilder#explain': sent,
    // An insert gives back as many rows as it is given.
    'InsertQueryBuilder#values': { picks: 'arg0' },
    'SelectQueryBuilder#limit': { atMost: 'arg0' },
    'SelectQueryBuilder#fetch': { atMost: 'arg0' },
    'SelectQueryBuilder#top': [{ when: { arg1: 'absent' }, atMost: 'arg0' }],
    'SelectQueryBuilder#forUpdate': { locksRows: true },
    'SelectQueryBuilder#forShare': { locksRows: true },
    'SelectQueryBuilder#forNoKeyUpdate': { locksRows: true },
    'SelectQueryBuilder#forKeyShare': { locksRows: true },
    'RawBuilder#execute': { waitsFor: 'network', queries: { sql: 'this' }, joins: 'arg0' },
    'Sql#raw': { text: 'arg0' },
    'CreateTableBuilder#execute': sent,
  },
} as const satisfies LibraryModel;
