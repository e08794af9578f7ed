import pg, { Client, Pool, type PoolClient } from 'pg';
import PgPool from 'pg-pool';

const pool = new Pool({ max: 20 });
//               ^? concurrency {at arg0.max, default 10}, timeout {at arg0.connectionTimeoutMillis, default none, of connection}
pool;
// ^? role pool
const client = await pool.connect();
//                        ^? waitsFor pool, acquires {what connection, at result, release PoolClient#release}
client;
// ^? role connection
await pool.query('SELECT 1');
//         ^? waitsFor pool, queries {sql arg0}
await pool.query({ text: 'SELECT $1', values: [1] });
//         ^? waitsFor pool, queries {sql arg0.text}
pool.query('SELECT 1', (error, result) => console.log(error, result.rows));
//   ^? queries {sql arg0}
pool.query('SELECT $1', [1], (error, result) => console.log(error, result.rows));
//   ^? queries {sql arg0}
await client.query('BEGIN');
//           ^? waitsFor network, queries {sql arg0}
await client.query({ text: 'COMMIT' });
//           ^? waitsFor network, queries {sql arg0.text}
client.release();
//     ^? releases this
pool.connect((error, lent, done) => {
  //   ^?
  lent?.query('SELECT 1', () => done());
  //    ^? queries {sql arg0}
});
await pool.end();
//         ^? waitsFor network

const standalone = new Client();
await standalone.connect();
//               ^? waitsFor network, acquires {what connection, at this, release Client#end}
await standalone.query('SELECT 1');
//               ^? waitsFor network, queries {sql arg0}
await standalone.end();
//               ^? waitsFor network, releases this, closes
await new pg.Pool().query('SELECT 1');
//                  ^? waitsFor pool, queries {sql arg0}

// A handle may be either; a pool comes first only if it stands first.
declare const either: Pool | PoolClient;
await either.query('SELECT 1');
//           ^? waitsFor pool, queries {sql arg0}
declare const narrowed: Pick<Pool, 'query'>;
await narrowed.query('SELECT 1');
//             ^? waitsFor pool, queries {sql arg0}
async function run<T extends PoolClient>(handle: T): Promise<void> {
  await handle.query('SELECT 1');
  //           ^? waitsFor network, queries {sql arg0}
}
await run(client);

// pg-pool's own types.
const alone = new PgPool<Client>({ max: 5 });
//                ^? concurrency {at arg0.max, default 10}, timeout {at arg0.connectionTimeoutMillis, default none, of connection}
alone;
// ^? role pool
const ofAlone = await alone.connect();
//                          ^? waitsFor pool, acquires {what connection, at result, release PoolClient#release}
ofAlone;
// ^? role connection
await ofAlone.query('SELECT 1');
//            ^? waitsFor network, queries {sql arg0}
await alone.query('SELECT 1');
//          ^? waitsFor pool, queries {sql arg0}
ofAlone.release();
//      ^? releases this
alone.on('error', () => undefined);
//    ^? unknown

// The same names elsewhere are something else.
class OwnPool {
  query(text: string): string {
    return text;
  }
}
new OwnPool().query('BEGIN');
//            ^? unknown
