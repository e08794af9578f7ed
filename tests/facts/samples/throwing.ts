import type { PoolClient } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

// want throws: validate
export function caller(text: string) {
  validate(text);
}

// want throws: itself
export function validate(text: string) {
  if (text === '') throw new Error('empty');
}

// want throws: no
export function careful(text: string) {
  try {
    validate(text);
  } catch {
    text.trim();
  }
}

// want throws: fetch
export async function loads() {
  await fetch('https://example.com');
}

// want throws: no
export async function handled() {
  await fetch('https://example.com').catch(() => undefined);
}

// want throws: no
// want waits-outside-database: sleep
export async function pauses() {
  await sleep(10);
}

// want waits-outside-database: no
// want ends-transaction: arg0
export async function undo(client: PoolClient) {
  await client.query('ROLLBACK');
}

// want ends-transaction: arg1
export async function undoAll(_reason: string, client: PoolClient) {
  await undo(client);
}

export class Unit {
  constructor(private readonly client: PoolClient) {}

  // want ends-transaction: this.client
  async commit() {
    await this.client.query('COMMIT');
  }
}
