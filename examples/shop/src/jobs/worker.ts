import { Worker } from 'bullmq';
import { redis, remindAbandonedCarts, remindUnpaid, sendReminder } from './nightly-reminders.js';
import type { Reminder } from './nightly-reminders.js';

// Loops over all customers inside one job; see `remindUnpaid`.
const unpaid = new Worker('nightly-unpaid', remindUnpaid, { connection: redis });

// Enqueues one job per customer; see `remindAbandonedCarts`.
const carts = new Worker('nightly-carts', remindAbandonedCarts, { connection: redis });

// Each job mails one customer, ten of them at a time, and stops when its job is cancelled.
const reminders = new Worker<Reminder>(
  'reminders',
  async (job, _token, signal) => {
    await sendReminder(job.data, signal);
  },
  { connection: redis, concurrency: 10 },
);

process.once('SIGTERM', () => {
  void Promise.all([unpaid.close(), carts.close(), reminders.close()]);
});
