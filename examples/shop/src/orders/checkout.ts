import { pool, withTransaction } from '../db.js';

export interface Cart {
  id: string;
  totalCents: number;
  cardToken: string;
}

const PAYMENTS_URL = 'https://payments.example/v1/charges';

async function chargeCard(orderId: string, cart: Cart): Promise<string> {
  const response = await fetch(PAYMENTS_URL, {
    method: 'POST',
    headers: { 'idempotency-key': orderId },
    body: JSON.stringify({ amount: cart.totalCents, card: cart.cardToken }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Charge for order ${orderId} failed: ${response.status}`);
  return ((await response.json()) as { id: string }).id;
}

// Each `pool.query` may borrow another connection: BEGIN opens a transaction on one, the updates commit by
// themselves on others, and COMMIT lands wherever it lands, perhaps on another request's open transaction.
export async function reserveStock(cartId: string): Promise<void> {
  // reported: no-transaction-on-pool
  await pool.query('BEGIN');
  try {
    await pool.query('UPDATE stock SET reserved_for = cart_id WHERE cart_id = $1', [cartId]);
    await pool.query('UPDATE carts SET reserved_at = now() WHERE id = $1', [cartId]);
    await pool.query('COMMIT');
  } catch (error) {
    await pool.query('ROLLBACK');
    throw error;
  }
}

// Both updates run on the one connection that holds the transaction.
export async function releaseStock(cartId: string): Promise<void> {
  await withTransaction(pool, async client => {
    await client.query('UPDATE stock SET reserved_for = NULL WHERE cart_id = $1', [cartId]);
    await client.query('UPDATE carts SET reserved_at = NULL WHERE id = $1', [cartId]);
  });
}

// The cart's row stays locked and a connection stays borrowed for as long as the payment provider takes to
// answer; twenty slow cards are enough to empty the pool.
export async function checkoutGuest(orderId: string, cart: Cart): Promise<void> {
  await withTransaction(pool, async client => {
    await client.query(`UPDATE carts SET status = 'closed' WHERE id = $1`, [cart.id]);
    // reported: no-external-io-in-transaction
    const chargeId = await chargeCard(orderId, cart);
    await client.query('INSERT INTO orders (id, charge_id) VALUES ($1, $2)', [orderId, chargeId]);
  });
}

// The order is committed as pending, the card is charged with no transaction open, and one more statement
// writes the answer down. The order's id makes the charge safe to repeat.
export async function checkoutCustomer(orderId: string, cart: Cart): Promise<void> {
  await withTransaction(pool, async client => {
    await client.query(`UPDATE carts SET status = 'closed' WHERE id = $1`, [cart.id]);
    await client.query(`INSERT INTO orders (id, status) VALUES ($1, 'pending')`, [orderId]);
  });

  const chargeId = await chargeCard(orderId, cart);

  await pool.query(`UPDATE orders SET status = 'paid', charge_id = $2 WHERE id = $1`, [orderId, chargeId]);
}
