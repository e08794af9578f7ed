import mysql from 'mysql';

const pool = mysql.createPool({ connectionLimit: 5 });
//                 ^? concurrency {at arg0.connectionLimit, default 10}
pool;
// ^? role pool
pool.query('SELECT 1', (error, rows) => console.log(error, rows));
//   ^? queries {sql arg0}
pool.query({ sql: 'SELECT 1', timeout: 1000 }, () => undefined);
//   ^? queries {sql arg0.sql}, timeout {at arg0.timeout, default none}
pool.getConnection((_error, connection) => {
  //  ^? acquires {what connection, at arg0.param1, release [PoolConnection#release, PoolConnection#destroy, PoolConnection#end]}
  connection;
  // ^? role connection
  connection.beginTransaction(() => {
    //       ^? begins this
    connection.query('UPDATE t SET n = 1', () => {
      //       ^? queries {sql arg0}
      connection.commit(() => connection.release());
      //         ^? ends commit
      //                                 ^? releases this
    });
    connection.rollback();
    //         ^? ends rollback
    connection.end();
    //         ^? releases this
  });
});
const single = mysql.createConnection('mysql://localhost');
//                   ^? acquires {what connection, at result, release [Connection#end, Connection#destroy]}
single.end();
//     ^? releases this, closes
single.destroy();
//     ^? releases this, closes
mysql.createPoolCluster().getConnection('replica', (_error, connection) => connection.release());
//                        ^? acquires {what connection, at arg1.param1, release [PoolConnection#release, PoolConnection#destroy, PoolConnection#end]}
mysql.escape('text');
//    ^? unknown
