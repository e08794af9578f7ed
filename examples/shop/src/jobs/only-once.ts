import { pool } from '../db.js';

// The lock is taken on one connection, and `pg_advisory_unlock` may go over another, where it gives back nothing.
export async function onlyOnce(key: number, work: () => Promise<void>): Promise<void> {
  // reported: no-session-state-on-pool
  await pool.query('SELECT pg_advisory_lock($1)', [key]);
  try {
    await work();
  } finally {
    await pool.query('SELECT pg_advisory_unlock($1)', [key]);
  }
}

// One connection from the lock to the unlock.
export async function onlyOnceAtATime(key: number, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [key]);
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [key]);
    }
  } finally {
    client.release();
  }
}

// The setting stays on the connection: whoever is lent it next waits no longer than a second for a lock, and fails.
export async function tidyUp(): Promise<void> {
  const client = await pool.connect();
  try {
    // reported: no-session-state-on-pool
    await client.query("SET lock_timeout = '1s'");
    await client.query('DELETE FROM carts WHERE abandoned');
  } finally {
    client.release();
  }
}
