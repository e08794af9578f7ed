import * as mariadb from 'mariadb';
import * as callback from 'mariadb/callback';

const pool = mariadb.createPool({ connectionLimit: 5 });
//                   ^? concurrency {at arg0.connectionLimit, default 10}
pool;
// ^? role pool
await pool.query('SELECT 1');
//         ^? waitsFor pool, queries {sql arg0}
await pool.execute({ sql: 'SELECT 1', timeout: 1000 });
//         ^? waitsFor pool, queries {sql arg0.sql}, timeout {at arg0.timeout, default none}
await pool.batch('INSERT INTO t VALUES (?)', [[1], [2]]);
//         ^? waitsFor pool, queries {sql arg0}
const lent = await pool.getConnection();
//                      ^? waitsFor pool, acquires {what connection, at result, release [PoolConnection#release, PoolConnection#end, PoolConnection#destroy]}
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
await lent.release();
//         ^? waitsFor network, releases this
await lent.end();
//         ^? waitsFor network, releases this
const connection = await mariadb.createConnection('mariadb://localhost');
//                               ^? waitsFor network, acquires {what connection, at result, release [Connection#end, Connection#destroy]}
connection.queryStream('SELECT 1');
//         ^? queries {sql arg0}
const statement = await connection.prepare('SELECT ?');
//                                 ^? waitsFor network
await statement.execute([1]);
//              ^? waitsFor network
await connection.end();
//               ^? waitsFor network, releases this, closes
connection.destroy();
//         ^? releases this, closes
const cluster = mariadb.createPoolCluster();
await cluster.getConnection();
//            ^? waitsFor pool, acquires {what connection, at result, release [PoolConnection#release, PoolConnection#end, PoolConnection#destroy]}
await cluster.of('replica*').query('SELECT 1');
//                           ^? waitsFor pool, queries {sql arg0}

const old = callback.createPool('mariadb://localhost');
old.getConnection((_error, borrowed) => borrowed?.release(() => undefined));
//  ^? acquires {what connection, at arg0.param1, release [PoolConnection#release, PoolConnection#end, PoolConnection#destroy]}
//                                                ^? releases this
old.query('SELECT ?', [1], (_error, rows) => console.log(rows));
//  ^? queries {sql arg0}
pool.escape('text');
//   ^? unknown
