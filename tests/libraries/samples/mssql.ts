import sql from 'mssql';

const pool = new sql.ConnectionPool({ server: 'localhost', pool: { max: 5 } });
//                   ^? concurrency {at arg0.pool.max, default 10}
pool;
// ^? role pool
await pool.connect();
//         ^? waitsFor network
await sql.connect('mssql://localhost');
//        ^? waitsFor network, concurrency {at arg0.pool.max, default 10}
await sql.query`SELECT 1`;
//        ^? waitsFor pool, queries {sql arg0}
await pool.query('SELECT 1');
//         ^? waitsFor pool, queries {sql arg0}
pool.query('SELECT 1', (error, result) => console.log(error, result));
//   ^? queries {sql arg0}
await pool.request().query('SELECT 1');
//                   ^? waitsFor network, queries {sql arg0}
const transaction = new sql.Transaction(pool);
transaction;
// ^? role transaction
await transaction.begin(sql.ISOLATION_LEVEL.SERIALIZABLE);
//                ^? waitsFor pool, begins this, acquires {what transaction, at this, release [Transaction#commit, Transaction#rollback]}
const request = new sql.Request(transaction);
//                      ^? joins arg0
await request.execute('procedure');
//            ^? waitsFor network, queries {}
await request.bulk(new sql.Table('t'));
//            ^? waitsFor network, queries {}
await transaction.request().batch('UPDATE t SET n = 1');
//                          ^? waitsFor network, queries {sql arg0}
await transaction.commit();
//                ^? waitsFor network, ends commit, releases this
await transaction.rollback();
//                ^? waitsFor network, ends rollback, releases this
const statement = new sql.PreparedStatement(pool);
//                        ^? joins arg0
await statement.prepare('SELECT @id');
//              ^? waitsFor network, acquires {what connection, at this, release PreparedStatement#unprepare}
await statement.execute({ id: 1 });
//              ^? waitsFor network, queries {}
await statement.unprepare();
//              ^? waitsFor network, releases this
request.input('id', 1);
//      ^? unknown
await pool.close();
//         ^? waitsFor network
