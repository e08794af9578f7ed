import { Queue } from 'bullmq';
import type { Job } from 'bullmq';
import { pool } from '../db.js';

export interface Reminder {
  customer: string;
  email: string;
}

export const redis = { host: process.env['REDIS_HOST'] ?? 'localhost', port: 6379 };

const MAIL_URL = 'https://mail.example/v1/send';
const reminders = new Queue<Reminder>('reminders', { connection: redis });

export async function sendReminder(reminder: Reminder, signal?: AbortSignal): Promise<void> {
  const response = await fetch(MAIL_URL, {
    method: 'POST',
    body: JSON.stringify({ to: reminder.email, template: 'reminder' }),
    signal,
  });
  if (!response.ok) throw new Error(`Mail to customer ${reminder.customer} failed: ${response.status}`);
}

// One job does the work of the whole customer base: it runs for hours, no second worker can help, and when
// customer 9,000 fails, the retry mails the first 8,999 again.
export async function remindUnpaid(job: Job<{ day: string }>): Promise<void> {
  const customers = await pool.query<Reminder>('SELECT * FROM unpaid WHERE due_on <= $1', [job.data.day]);
  // reported: prefer-enqueue
  for (const customer of customers.rows) {
    await sendReminder(customer);
  }
}

// The nightly job only hands out work: one small job per customer, retried on its own, spread over the workers.
export async function remindAbandonedCarts(job: Job<{ day: string }>): Promise<void> {
  const customers = await pool.query<Reminder>('SELECT * FROM left_carts WHERE left_on = $1', [job.data.day]);
  await reminders.addBulk(
    customers.rows.map(customer => ({
      name: 'remind',
      data: customer,
      opts: { jobId: `${job.data.day}-${customer.customer}`, attempts: 3 },
    })),
  );
}

// One round trip to Redis per customer, each waited for.
export async function remindWishlists(customers: Reminder[]): Promise<void> {
  // reported: prefer-bulk-enqueue
  for (const customer of customers) {
    await reminders.add('remind', customer);
  }
}
