import pg from 'pg';
import type { Pool, PoolClient } from 'pg';

export const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 20,
  connectionTimeoutMillis: 2_000,
});

// One connection from BEGIN to COMMIT, given back whatever happens in between.
export async function withTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
