import { createClient, createPool, db, sql } from '@vercel/postgres';

await sql`SELECT 1`;
//    ^? waitsFor pool, queries {sql arg0}
await db.sql`SELECT 1`;
//       ^? waitsFor pool, queries {sql arg0}
await db`SELECT 1`;
//    ^? waitsFor pool, queries {sql arg0}
sql;
//^? role pool
await sql.query('SELECT 1');
//        ^? waitsFor pool, queries {sql arg0}
const client = await db.connect();
//                      ^? waitsFor pool, acquires {what connection, at result, release VercelPoolClient#release}
client;
// ^? role connection
await client.sql`BEGIN`;
//           ^? waitsFor network, queries {sql arg0}
await client.query('COMMIT');
//           ^? waitsFor network, queries {sql arg0}
client.release();
//     ^? releases this
const pool = createPool({ max: 5 });
//           ^? concurrency {at arg0.max, default 10}
pool;
// ^? role pool
const standalone = createClient();
standalone;
// ^? role connection
await standalone.sql`SELECT 1`;
//               ^? waitsFor network, queries {sql arg0}
await standalone.end();
//               ^? waitsFor network, releases this, closes
