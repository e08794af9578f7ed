import { eq, inArray, sql } from 'drizzle-orm';
import { drizzle as betterSqlite3 } from 'drizzle-orm/better-sqlite3';
import { drizzle as mysql2 } from 'drizzle-orm/mysql2';
import { int as mysqlInt, mysqlTable } from 'drizzle-orm/mysql-core';
import { drizzle as neonHttp } from 'drizzle-orm/neon-http';
import { drizzle as neonServerless } from 'drizzle-orm/neon-serverless';
import { drizzle as nodePostgres } from 'drizzle-orm/node-postgres';
import { integer, pgTable, type PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle as postgresJs } from 'drizzle-orm/postgres-js';
import { int, sqliteTable } from 'drizzle-orm/sqlite-core';
import { drizzle as vercel } from 'drizzle-orm/vercel-postgres';
import type { BunSQLiteDatabase } from 'drizzle-orm/bun-sqlite';
import type { DrizzleSqliteDODatabase } from 'drizzle-orm/durable-sqlite';
import type { ExpoSQLiteDatabase } from 'drizzle-orm/expo-sqlite';

const people = pgTable('people', { id: integer() });
const database = nodePostgres('postgres://localhost', { schema: { people } });

database;
// ^? role pool
await database.select().from(people);
//             ^? queries {}
//                      ^? waitsFor network
await database.select().from(people).where(eq(people.id, 1)).limit(10);
//                                   ^? waitsFor network
//                                                           ^? waitsFor network, atMost arg0
await database.select().from(people).for('update', { skipLocked: true });
//                                   ^? waitsFor network, locksRows
await database.select().from(people).innerJoin(people, eq(people.id, 1));
//                                   ^? waitsFor network
await database.select().from(people).execute();
//                                   ^? waitsFor network
await database.insert(people).values({ id: 1 }).onConflictDoNothing().returning();
//             ^? queries {}
//                            ^? waitsFor network
//                                              ^? waitsFor network
//                                                                    ^? waitsFor network
await database.update(people).set({ id: 2 }).where(eq(people.id, 1));
//             ^? queries {}
//                            ^? waitsFor network
//                                           ^? waitsFor network
await database.delete(people);
//             ^? waitsFor network, queries {}
await database.execute(sql`SELECT 1`);
//             ^? waitsFor pool, queries {sql arg0}
await database.$count(people);
//             ^? waitsFor network, queries {}
await database.query.people.findMany({ limit: 10 });
//                          ^? queries {}, atMost arg0.limit
await database.query.people.findFirst();
//                          ^? queries {}
await database.select().from(people).prepare('all').execute();
//                                                  ^? waitsFor network

await database.transaction(async transaction => {
  //           ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  transaction;
  // ^? role transaction
  await transaction.insert(people).values({ id: 1 });
  //                ^? queries {}
  //                               ^? waitsFor network
  await transaction.execute(sql`SELECT 1`);
  //                ^? waitsFor network, queries {sql arg0}
  await transaction.transaction(async inner => inner.delete(people));
  //                ^? waitsFor network, scope {kind savepoint, body arg0, handle arg0.param0}
  transaction.rollback();
  //          ^? ends rollback
});
type Handle = Parameters<Parameters<typeof database.transaction>[0]>[0];
async function run(handle: Handle, any: PgTransaction<never>): Promise<void> {
  handle;
  // ^? role transaction
  any;
  //^? role transaction
  await handle.select().from(people);
  //           ^? queries {}
}
await database.transaction(async transaction => run(transaction, transaction as never));

const overPostgres = postgresJs('postgres://localhost');
overPostgres;
// ^? role pool
await overPostgres.transaction(async transaction => transaction.select().from(people));
//                 ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
const overNeon = neonServerless('postgres://localhost');
overNeon;
// ^? role pool
const overHttp = neonHttp('postgres://localhost');
overHttp;
// ^? role pool
await overHttp.batch([overHttp.select().from(people)]);
//             ^? waitsFor network, queries {}
const overVercel = vercel();
overVercel;
// ^? role pool

const pets = mysqlTable('pets', { id: mysqlInt() });
const overMysql = mysql2('mysql://localhost');
overMysql;
// ^? role pool
await overMysql.select().from(pets).for('update');
//              ^? queries {}
//                                  ^? waitsFor network, locksRows
await overMysql
  .insert(pets)
  .values({ id: 1 })
  .onDuplicateKeyUpdate({ set: { id: 2 } });
// ^? waitsFor network
await overMysql.transaction(async transaction => {
  //            ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  transaction;
  // ^? role transaction
  await transaction.update(pets).set({ id: 1 });
  //                             ^? waitsFor network
});

const things = sqliteTable('things', { id: int() });
const overSqlite = betterSqlite3('file.db');
overSqlite;
// ^? role connection
overSqlite.run(sql`SELECT 1`);
//         ^? blocks database, queries {sql arg0}
overSqlite.select().from(things).limit(1).all();
//         ^? queries {}
//                               ^? atMost arg0
overSqlite.transaction(transaction => {
  //       ^? blocks database, scope {kind transaction, body arg0, handle arg0.param0, sync}
  transaction;
  // ^? role transaction
  transaction.insert(things).values({ id: 1 }).run();
  //          ^? queries {}
  transaction.transaction(inner => inner.delete(things).run());
  //          ^? scope {kind savepoint, body arg0, handle arg0.param0}
});
sql.raw('SELECT 1');
//  ^? text arg0
inArray(people.id, [1, 2]);
// ^? keepsSize arg1, picks arg1

declare const bun: BunSQLiteDatabase;
declare const expo: ExpoSQLiteDatabase;
declare const durable: DrizzleSqliteDODatabase;
bun.transaction(() => undefined);
//  ^? blocks database, scope {kind transaction, body arg0, handle arg0.param0, sync}
expo.transaction(() => undefined);
//   ^? blocks database, scope {kind transaction, body arg0, handle arg0.param0, sync}
durable.transaction(() => undefined);
//      ^? scope {kind transaction, body arg0, handle arg0.param0, sync}
