import type { PoolClient } from 'pg';
import { pool, withTransaction } from '../db.js';

async function returnToStock(client: PoolClient, orderId: string): Promise<void> {
  await client.query('UPDATE stock SET reserved_for = NULL WHERE order_id = $1', [orderId]);
}

async function creditCustomer(client: PoolClient, orderId: string): Promise<void> {
  await client.query('INSERT INTO credits (order_id) VALUES ($1)', [orderId]);
}

// The note goes over another connection than the refund: it stays when the refund is rolled back.
export async function refundWithNote(orderId: string, note: string): Promise<void> {
  await withTransaction(pool, async client => {
    await creditCustomer(client, orderId);
    // reported: no-outer-client-in-transaction
    await pool.query('INSERT INTO notes (order_id, text) VALUES ($1, $2)', [orderId, note]);
  });
}

// Both queries wait in line on one connection: nothing is gained, and nobody stops the second when the first fails.
export async function refundQuickly(orderId: string): Promise<void> {
  await withTransaction(pool, async client => {
    // reported: no-parallel-queries-on-client
    await Promise.all([returnToStock(client, orderId), creditCustomer(client, orderId)]);
  });
}

// One after the other, and everything through the client of the transaction.
export async function refund(orderId: string, note: string): Promise<void> {
  await withTransaction(pool, async client => {
    await returnToStock(client, orderId);
    await creditCustomer(client, orderId);
    await client.query('INSERT INTO notes (order_id, text) VALUES ($1, $2)', [orderId, note]);
  });
}
