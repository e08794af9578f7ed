import { Client, Pool, neon } from '@neondatabase/serverless';

const sql = neon('postgres://localhost');
sql;
//^? role pool
await sql`SELECT 1`;
//    ^? waitsFor network, queries {sql arg0}
await sql.query('SELECT $1', [1]);
//        ^? waitsFor network, queries {sql arg0}
await sql.transaction([sql`SELECT 1`, sql`SELECT 2`]);
//        ^? waitsFor network
await sql.transaction(tx => [tx`SELECT 1`]);
//        ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
//                           ^? queries {sql arg0}
sql.unsafe('name');
//  ^? unknown

const pool = new Pool({ max: 5 });
//               ^? concurrency {at arg0.max, default 10}
pool;
// ^? role pool
await pool.query('SELECT 1');
//         ^? waitsFor pool, queries {sql arg0}
const client = await pool.connect();
//                        ^? waitsFor pool, acquires {what connection, at result, release PoolClient#release}
client;
// ^? role connection
await client.query('BEGIN');
//           ^? waitsFor network, queries {sql arg0}
client.release();
//     ^? releases this
await pool.end();
//         ^? waitsFor network
const standalone = new Client();
await standalone.connect();
//               ^? waitsFor network, acquires {what connection, at this, release Client#end}
await standalone.query({ text: 'SELECT 1' });
//               ^? waitsFor network, queries {sql arg0.text}
await standalone.end();
//               ^? waitsFor network, releases this, closes
