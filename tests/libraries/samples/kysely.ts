import {
  Kysely,
  sql,
  type ControlledTransaction,
  type Generated,
  type SelectQueryBuilder,
  type Transaction,
} from 'kysely';

interface Tables {
  person: { id: Generated<number>; name: string };
}
declare const database: Kysely<Tables>;

database;
// ^? role pool
await database.selectFrom('person').selectAll().execute();
//             ^? queries {}
//                                              ^? waitsFor network
await database.selectFrom('person').selectAll().limit(10).executeTakeFirst();
//                                              ^? atMost arg0
//                                                        ^? waitsFor network
await database.insertInto('person').values({ name: 'a' }).executeTakeFirstOrThrow();
//             ^? queries {}
//                                                        ^? waitsFor network
await database.updateTable('person').set({ name: 'b' }).where('id', '=', 1).execute();
//             ^? queries {}
//                                                                          ^? waitsFor network
await database.deleteFrom('person').where('id', '=', 1).execute();
//             ^? queries {}
//                                                      ^? waitsFor network
await database.selectFrom('person').select('id').forUpdate().skipLocked().execute();
//                                               ^? locksRows
//                                                           ^? unknown
await database.schema.createTable('person').addColumn('id', 'integer').execute();
//                                                                     ^? waitsFor network
await database.schema.alterTable('person').renameTo('people').execute();
//                                                            ^? waitsFor network
await sql`SELECT 1`.execute(database);
//                  ^? waitsFor network, queries {sql this}, joins arg0

await database.transaction().execute(async transaction => {
  //                         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  transaction;
  // ^? role transaction
  await transaction.selectFrom('person').select('id').execute();
  //                ^? queries {}
  await sql`SELECT 1`.execute(transaction);
  //                  ^? waitsFor network, queries {sql this}, joins arg0
});
await database
  .transaction()
  .setIsolationLevel('serializable')
  // ^? unknown
  .execute(async transaction => transaction.selectFrom('person').select('id').execute());
//  ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
await database.connection().execute(async connection => {
  //                        ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
  await connection.selectFrom('person').select('id').execute();
});

const controlled = await database.startTransaction().execute();
//                                                   ^? waitsFor pool, begins result, acquires {what transaction, at result, release [ControlledTransaction#commit, ControlledTransaction#rollback]}
controlled;
// ^? role transaction
await controlled.insertInto('person').values({ name: 'a' }).execute();
//               ^? queries {}
await controlled.commit().execute();
//               ^? ends commit, releases this
//                        ^? waitsFor network
await controlled.rollback().execute();
//               ^? ends rollback, releases this

async function run(
  handle: Kysely<Tables> | Transaction<Tables>,
  given: ControlledTransaction<Tables>,
): Promise<void> {
  await handle.deleteFrom('person').execute();
  //           ^? queries {}
  given;
  // ^? role transaction
}
await run(database, controlled);
await database.destroy();
//             ^? waitsFor network

// What a callback is given, what is handed on, and what functions without a return type give: by their declarations.
const named = <O>(query: SelectQueryBuilder<Tables, 'person', O>) => query.where('name', 'is not', null);
const builder = database.selectFrom('person').selectAll();
await builder.$call(named).execute();
//                         ^? waitsFor network
await builder.$call(query => query.limit(5)).execute();
//                                 ^? atMost arg0
//                                           ^? waitsFor network
const all = (from: Kysely<Tables>) => from.selectFrom('person').selectAll();
await all(database).execute();
//                  ^? waitsFor network
await builder.where(eb => eb.exists(eb.selectFrom('person').select('id'))).execute();
//                                     ^? unknown
await builder.where(({ not, exists }) => not(exists(builder.limit(1)))).execute();
//                                                          ^? atMost arg0
//                                                                      ^? waitsFor network
const listed = async (from: Kysely<Tables>) => from.selectFrom('person').selectAll().execute();
const [people, more] = await Promise.all([listed(database), listed(database)]);
void people.map(({ id }) => id);
//          ^? keepsSize this, runs {callback arg0, times each}
void more;
