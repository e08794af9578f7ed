import type { PoolClient } from 'pg';
import { pool, withTransaction } from '../db.js';

async function restock(client: PoolClient, orderId: string): Promise<void> {
  await client.query('UPDATE stock SET reserved_for = NULL WHERE reserved_for = $1', [orderId]);
}

// The refund runs on a second connection: it stays written when the transaction rolls back, and while every
// connection of the pool is in here waiting for a second one, none is ever given back.
export async function cancelOrder(orderId: string): Promise<void> {
  await withTransaction(pool, async client => {
    await client.query(`UPDATE orders SET status = 'cancelled' WHERE id = $1`, [orderId]);
    await restock(client, orderId);
    // reported: no-outer-client-in-transaction
    await pool.query('INSERT INTO refunds (order_id) VALUES ($1)', [orderId]);
  });
}

// Everything goes through the transaction's own client, in the helper too.
export async function returnOrder(orderId: string): Promise<void> {
  await withTransaction(pool, async client => {
    await client.query(`UPDATE orders SET status = 'returned' WHERE id = $1`, [orderId]);
    await restock(client, orderId);
    await client.query('INSERT INTO refunds (order_id) VALUES ($1)', [orderId]);
  });
}

// An order that was never cancelled returns early, and a query that throws leaves too: each time the pool is
// one connection smaller, and after twenty the shop stands still.
export async function findCancellation(orderId: string) {
  // reported: require-release-in-finally
  const client = await pool.connect();
  const order = await client.query(`SELECT * FROM orders WHERE id = $1 AND status = 'cancelled'`, [orderId]);
  if (order.rowCount === 0) return undefined;
  const refunds = await client.query('SELECT * FROM refunds WHERE order_id = $1', [orderId]);
  client.release();
  return { order: order.rows[0], refunds: refunds.rows };
}

// However the function is left, `finally` gives the connection back.
export async function findReturn(orderId: string) {
  const client = await pool.connect();
  try {
    const order = await client.query(`SELECT * FROM orders WHERE id = $1 AND status = 'returned'`, [orderId]);
    if (order.rowCount === 0) return undefined;
    const refunds = await client.query('SELECT * FROM refunds WHERE order_id = $1', [orderId]);
    return { order: order.rows[0], refunds: refunds.rows };
  } finally {
    client.release();
  }
}
