/** Queues that code of a handler has at hand, and what is offered to put into them. */
import { reported } from './prefer-enqueue.cases.js';

export const queuesInReach = [
  reported(
    'a queue that the constructor takes',
    `import { Processor, WorkerHost } from '@nestjs/bullmq';
       import type { Queue } from 'bullmq';
       @Processor('billing')
       export class Billing extends WorkerHost {
         constructor(private readonly jobs: Queue) { super(); }
         async process(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
    {
      line: 6,
      column: 43,
      queue: 'this.jobs',
      payload: '{ workspaceId: workspace.id }',
      offers: { call: "this.jobs.add('bill', { workspaceId: workspace.id })" },
    },
  ),
  reported(
    'a queue that is injected into a field',
    `import { InjectQueue } from '@nestjs/bullmq';
       import { Cron } from '@nestjs/schedule';
       import { Queue } from 'bullmq';
       export class Nightly {
         @InjectQueue('billing') private readonly jobs!: Queue;
         @Cron('0 3 * * *')
         async run(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
    {
      line: 7,
      column: 39,
      event: 'schedule',
      queue: 'this.jobs',
      payload: '{ workspaceId: workspace.id }',
      offers: { call: "this.jobs.add('bill', { workspaceId: workspace.id })" },
    },
  ),
  reported(
    'a queue that is a constant of the module',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       new Worker('all', async () => { for (const workspace of await active()) await bill(workspace); });
       await jobs.close();`,
    {
      line: 3,
      column: 40,
      queue: 'jobs',
      payload: '{ workspaceId: workspace.id }',
      offers: { call: "jobs.add('bill', { workspaceId: workspace.id })" },
    },
  ),
  reported(
    'a queue that the function around takes',
    `import { Worker, type Queue } from 'bullmq';
       export function start(jobs: Queue): Worker {
         return new Worker('all', async () => { for (const workspace of await active()) await bill(workspace); });
       }`,
    {
      line: 3,
      column: 49,
      queue: 'jobs',
      payload: '{ workspaceId: workspace.id }',
      offers: { call: "jobs.add('bill', { workspaceId: workspace.id })" },
    },
  ),
  reported(
    'a queue whose jobs have one key: the id is that',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue<{ tenant: string; dryRun?: boolean }>('billing');
       new Worker('all', async () => { for (const workspace of await active()) await bill(workspace); });`,
    {
      line: 3,
      column: 40,
      queue: 'jobs',
      payload: '{ tenant: workspace.id }',
      offers: { call: "jobs.add('bill', { tenant: workspace.id })" },
    },
  ),
  reported(
    'a queue whose jobs have keys that the item has as well',
    `import { Queue, Worker } from 'bullmq';
       interface Account { id: string; plan: string }
       const charge = async (account: Account): Promise<void> => {
         await pool.query('update accounts set charged = now() where id = $1', [account.id]);
         await fetch('https://billing.example/' + account.plan);
       };
       const jobs = new Queue<{ id: string; plan: string }>('charges');
       new Worker('all', async () => {
         const { rows } = await pool.query<Account>('select * from accounts');
         for (const account of rows) await charge(account);
       });`,
    {
      line: 10,
      column: 10,
      work: 'charge -> pool.query',
      collection: 'rows',
      queue: 'jobs',
      payload: '{ id: account.id, plan: account.plan }',
      offers: { call: "jobs.add('charge', { id: account.id, plan: account.plan })", for: 'charge(account)' },
    },
  ),
  reported(
    'the id is taken out of the item, and the work is a method that is given it',
    `import { Queue, Worker } from 'bullmq';
       export class Billing {
         private readonly jobs = new Queue('billing');
         private readonly worker = new Worker('all', async () => {
           for (const { id } of await active()) {
             try { await this.chargeAndSend(id); } catch { /* the next one */ }
           }
         });
         private async chargeAndSend(id: string): Promise<void> {
           await pool.query('update workspaces set charged = now() where id = $1', [id]);
           await fetch('https://mail.example/' + id);
         }
       }`,
    {
      line: 5,
      column: 12,
      work: 'this.chargeAndSend -> pool.query',
      queue: 'this.jobs',
      payload: '{ id }',
      offers: { call: "this.jobs.add('charge-and-send', { id })", for: 'this.chargeAndSend(id)' },
    },
  ),
  reported(
    'items that are ids themselves',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       const charge = async (workspaceId: string): Promise<void> => {
         await pool.query('update workspaces set charged = now() where id = $1', [workspaceId]);
         await fetch('https://mail.example/' + workspaceId);
       };
       new Worker('all', async () => {
         const ids = (await active()).map(workspace => workspace.id);
         for (const workspaceId of ids) await charge(workspaceId);
       });`,
    {
      line: 9,
      column: 10,
      work: 'charge -> pool.query',
      collection: 'ids',
      queue: 'jobs',
      payload: '{ workspaceId }',
      offers: { call: "jobs.add('charge', { workspaceId })", for: 'charge(workspaceId)' },
    },
  ),
  // Nothing is offered ---------------------------------------------------------------------------------------------
  reported(
    'jobs of other data than the item has',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue<{ from: Date }>('billing');
       new Worker('all', async () => { for (const workspace of await active()) await bill(workspace); });`,
    { line: 3, column: 40, queue: 'jobs' },
  ),
  reported(
    'a queue that knows only some kinds of jobs',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue<{ id: string }, void, 'refund'>('billing');
       new Worker('all', async () => { for (const workspace of await active()) await bill(workspace); });`,
    { line: 3, column: 40, queue: 'jobs' },
  ),
  reported(
    'work that stands in the loop itself would be lost',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       new Worker('all', async () => {
         for (const workspace of await active()) await fetch('https://mail.example/' + workspace.id);
       });`,
    { line: 4, column: 10, work: 'fetch', queue: 'jobs', payload: '{ workspaceId: workspace.id }' },
  ),
  reported(
    'what else the work is given, a worker would not have',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       const billAt = async (workspace: Workspace, at: Date): Promise<void> => { await bill(workspace); console.log(at); };
       new Worker('all', async () => { for (const workspace of await active()) await billAt(workspace, new Date()); });`,
    {
      line: 4,
      column: 40,
      work: 'billAt -> bill -> pool.query',
      queue: 'jobs',
      payload: '{ workspaceId: workspace.id }',
    },
  ),
  reported(
    'a turn that waits for two things',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       new Worker('all', async () => {
         for (const workspace of await active()) { await bill(workspace); await touch(workspace); }
       });`,
    { line: 4, column: 10, queue: 'jobs', payload: '{ workspaceId: workspace.id }' },
  ),
  reported(
    'a comment in the call',
    `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       new Worker('all', async () => { for (const workspace of await active()) await bill(/* its own */ workspace); });`,
    { line: 3, column: 40, queue: 'jobs', payload: '{ workspaceId: workspace.id }' },
  ),
];
