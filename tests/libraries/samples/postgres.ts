import postgres from 'postgres';

const sql = postgres('postgres://localhost', { max: 5 });
//          ^? concurrency {at arg1.max, default 10}
postgres({ max: 5 });
// ^? concurrency {at arg0.max, default 10}
sql;
//^? role pool
await sql`SELECT 1`;
//    ^? waitsFor network, queries {sql arg0}
const row = { id: 1 };
// ^? no role
await sql`INSERT INTO t ${sql(row, 'id')}`;
//                        ^?
await sql.unsafe('SELECT 1');
//        ^? waitsFor pool, queries {sql arg0}
await sql.file('query.sql');
//        ^? waitsFor pool, queries {}
await sql.notify('channel', 'payload');
//        ^? waitsFor pool, queries {}
await sql`SELECT 1`.forEach(each => console.log(each));
//                  ^? waitsFor network, runs {callback arg0, times each}
await sql`SELECT 1`.values();
//                  ^? waitsFor network

await sql.begin(async own => {
  //      ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  own;
  //^? role transaction
  await own`SELECT 1`;
  //     ^? waitsFor network, queries {sql arg0}
  await own.unsafe('SELECT 1');
  //        ^? waitsFor network, queries {sql arg0}
  await own.savepoint(async inner => inner`SELECT 1`);
  //        ^? waitsFor network, scope {kind savepoint, body arg0, handle arg0.param0}
  await own.savepoint('name', async inner => inner`SELECT 1`);
  //        ^? waitsFor network, scope {kind savepoint, body arg1, handle arg1.param0}
});
await sql.begin('read only', async tx => tx`SELECT 1`);
//        ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}

const reserved = await sql.reserve();
//                         ^? waitsFor pool, acquires {what connection, at result, release ReservedSql#release}
reserved;
// ^? role connection
await reserved.unsafe('SELECT 1');
//             ^? waitsFor network, queries {sql arg0}
reserved.release();
//       ^? releases this

const listening = await sql.listen('channel', payload => console.log(payload));
//                          ^? waitsFor network, handles {callback arg1, event message}, listens {listener arg1, remove ListenMeta#unlisten}
await listening.unlisten();
//              ^? waitsFor network
await sql.subscribe('insert:t', changed => console.log(changed));
//        ^? waitsFor network, handles {callback arg1, event message}, listens {listener arg1, remove SubscriptionHandle#unsubscribe}
await sql.end();
//        ^? waitsFor network
sql.json({ a: 1 });
//  ^? unknown

class Repository {
  constructor(private readonly sql: postgres.Sql) {}
  async count(): Promise<void> {
    await this.sql`SELECT 1`;
    //         ^? waitsFor network, queries {sql arg0}
  }
}
await new Repository(sql).count();
