// A transaction over a pool, and the same over one of its connections. The types are those of a package.
import type { Pool } from 'pg';

export async function reserve(pool: Pool, id: string): Promise<void> {
  await pool.query('BEGIN');
  await pool.query('UPDATE stock SET left_over = left_over - 1 WHERE id = $1', [id]);
  await pool.query('COMMIT');
}

export async function release(pool: Pool, id: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE stock SET left_over = left_over + 1 WHERE id = $1', [id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
