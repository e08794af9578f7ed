import knex, { type Knex } from 'knex';

const database = knex({ client: 'pg', pool: { max: 5 } });
//               ^? concurrency {at arg0.pool.max, default 10}
database;
// ^? role pool
await database('t').where({ id: 1 }).first();
//    ^? waitsFor network, queries {}
//                  ^? waitsFor network
//                                   ^? waitsFor network
await database.select('id').from('t').limit(10);
//             ^? waitsFor network, queries {}
//                          ^? waitsFor network
//                                    ^? waitsFor network, atMost arg0
await database.raw('SELECT 1');
//             ^? waitsFor pool, queries {sql arg0}
await database('t').insert({ id: 1 }).onConflict('id').merge();
//                  ^? waitsFor network
await database('t').where({ id: 1 }).increment('n', 1);
//                                   ^? waitsFor network, accesses {how atomic}
await database('t').select('id').timeout(1000, { cancel: true });
//                               ^? waitsFor network, timeout {at arg0, default none}
await database.schema.createTable('t', table => table.increments());
//                    ^? waitsFor network
await database.batchInsert('t', [{ id: 1 }]);
//             ^? waitsFor pool, queries {}
await database.migrate.latest();
//                     ^? waitsFor network

await database.transaction(async transaction => {
  //           ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  transaction;
  // ^? role transaction
  await transaction('t').select('id').forUpdate().skipLocked();
  //    ^? waitsFor network, queries {}
  //                                  ^? waitsFor network, locksRows
  await transaction.raw('SELECT 1');
  //                ^? waitsFor network, queries {sql arg0}
  await transaction.select('id').from('t');
  //                ^? waitsFor network, queries {}
  await database('t').update({ n: 1 }).transacting(transaction);
  //                                   ^? waitsFor network, joins arg0
  await transaction.transaction(async inner => inner('t'));
  //                ^? waitsFor network, scope {kind savepoint, body arg0, handle arg0.param0}
  await transaction.savepoint(async inner => inner('t'));
  //                ^? waitsFor network, scope {kind savepoint, body arg0, handle arg0.param0}
});
const manual = await database.transaction();
//                            ^? waitsFor pool, begins result, acquires {what transaction, at result, release [Transaction#commit, Transaction#rollback]}
manual;
// ^? role transaction
await manual.commit();
//           ^? waitsFor network, ends commit, releases this
await manual.rollback();
//           ^? waitsFor network, ends rollback, releases this
const provide = database.transactionProvider();
//                       ^? unknown
const provided = await provide();
//                     ^? waitsFor pool, begins result, acquires {what transaction, at result, release [Transaction#commit, Transaction#rollback]}
await provided.commit();

class Repository {
  constructor(private readonly handle: Knex | Knex.Transaction) {}
  async all(): Promise<void> {
    await this.handle('t');
    // A member is looked up only if some model knows its name; this one has its user's.
    // //      ^? waitsFor network, queries {}
  }
}
await new Repository(database).all();
database.ref('id');
//       ^? unknown
await database.destroy();
//             ^? waitsFor network
