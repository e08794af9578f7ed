import { createPool, sql, type CommonQueryMethods, type DatabasePool } from 'slonik';

const pool = await createPool('postgres://localhost', { maximumPoolSize: 5 });
//                 ^? waitsFor network, concurrency {at arg1.maximumPoolSize, default 10}
pool;
// ^? role pool
await pool.any(sql.unsafe`SELECT 1`);
//         ^? waitsFor network, queries {sql arg0}
await pool.query(sql.unsafe`UPDATE t SET n = 1`);
//         ^? waitsFor network, queries {sql arg0}
//                   ^? unknown
await pool.transaction(async transaction => {
  //       ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
  await transaction.one(sql.unsafe`SELECT 1`);
  //                ^? waitsFor network, queries {sql arg0}
  transaction;
  // ^? no role
});
// Members of an intersection's literal part are known by their bare name only.
//   await pool.connect(async connection => connection.any(sql.unsafe`SELECT 1`));
//   //         ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}

function count(handle: CommonQueryMethods, given: DatabasePool): void {
  handle;
  // ^? no role
  given;
  // ^? role pool
  void handle.oneFirst(sql.unsafe`SELECT 1`);
  //          ^? waitsFor network, queries {sql arg0}
}
count(pool, pool);
