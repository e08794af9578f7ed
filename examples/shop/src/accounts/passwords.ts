import { pbkdf2, pbkdf2Sync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { pool } from '../db.js';

const ROUNDS = 600_000;
const deriveKey = promisify(pbkdf2);

// `async` does not move it off the thread: each sign-up stops the whole process for a quarter of a second.
export async function register(email: string, password: string): Promise<void> {
  const salt = randomBytes(16);
  // reported: no-blocking-call-in-async
  const hash = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  await pool.query('INSERT INTO accounts (email, salt, hash) VALUES ($1, $2, $3)', [email, salt, hash]);
}

// The key is derived on Node's thread pool while the event loop goes on serving.
export async function changePassword(email: string, password: string): Promise<void> {
  const salt = randomBytes(16);
  const hash = await deriveKey(password, salt, ROUNDS, 32, 'sha256');
  await pool.query('UPDATE accounts SET salt = $2, hash = $3 WHERE email = $1', [email, salt, hash]);
}
