import mysql from 'mysql2/promise';
import * as callback from 'mysql2';

const pool = mysql.createPool({ connectionLimit: 5 });
//                 ^? concurrency {at arg0.connectionLimit, default 10}
pool;
// ^? role pool
await pool.query('SELECT 1');
//         ^? waitsFor pool, queries {sql arg0}
await pool.execute({ sql: 'SELECT ?', values: [1], timeout: 1000 });
//         ^? waitsFor pool, queries {sql arg0.sql}, timeout {at arg0.timeout, default none}
const lent = await pool.getConnection();
//                      ^? waitsFor pool, acquires {what connection, at result, release [PoolConnection#release, Pool#releaseConnection, PoolConnection#destroy, PoolConnection#end]}
lent;
// ^? role connection
await lent.beginTransaction();
//         ^? waitsFor network, begins this
await lent.query('UPDATE t SET n = 1');
//         ^? waitsFor network, queries {sql arg0}
await lent.commit();
//         ^? waitsFor network, ends commit
await lent.rollback();
//         ^? waitsFor network, ends rollback
lent.release();
//   ^? releases this
pool.releaseConnection(lent);
//   ^? releases arg0
await lent.end();
//         ^? waitsFor nothing, releases this
// Declared, because a pool's type extends a connection's; at run time there is no such method.
await pool.beginTransaction();
//         ^? waitsFor network, begins this
await pool.end();
//         ^? waitsFor network

const connection = await mysql.createConnection('mysql://localhost');
//                             ^? waitsFor network, acquires {what connection, at result, release [Connection#end, Connection#destroy]}
connection;
// ^? role connection
await connection.execute('SELECT 1');
//               ^? waitsFor network, queries {sql arg0}
const statement = await connection.prepare('SELECT ?');
//                                 ^? waitsFor network
await statement.execute([1]);
//              ^? waitsFor network
await connection.ping();
//               ^? waitsFor network
await connection.end();
//               ^? waitsFor network, releases this, closes
connection.destroy();
//         ^? releases this, closes

const cluster = mysql.createPoolCluster();
await cluster.getConnection('replica');
//            ^? waitsFor pool, acquires {what connection, at result, release [PoolConnection#release, Pool#releaseConnection, PoolConnection#destroy, PoolConnection#end]}
await cluster.of('replica*').query('SELECT 1');
//                           ^? waitsFor pool, queries {sql arg0}

const old = callback.createPool('mysql://localhost');
//                   ^? concurrency {at arg0.connectionLimit, default 10}
old;
//^? role pool
old.query('SELECT 1', (error, rows) => console.log(error, rows));
//  ^? queries {sql arg0}
old.query('SELECT ?', [1], (error, rows) => console.log(error, rows));
//  ^? queries {sql arg0}
old.query({ sql: 'SELECT 1' }, (error, rows) => console.log(error, rows));
//  ^? queries {sql arg0.sql}
old.getConnection((_error, borrowed) => {
  // ^? acquires {what connection, at arg0.param1, release [PoolConnection#release, Pool#releaseConnection, PoolConnection#destroy, PoolConnection#end]}
  borrowed.beginTransaction(() => {
    //     ^? begins this
    borrowed.commit(() => borrowed.release());
    //       ^? ends commit
    //                             ^? releases this
  });
});
await old.promise().query('SELECT 1');
//                  ^? waitsFor pool, queries {sql arg0}
old.escape('text');
//  ^? unknown
