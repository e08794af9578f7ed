import rule from '../../src/rules/prefer-enqueue.js';
import { testRule } from '../typed-rule-tester.js';
import { leftAlone, reported, silent } from './prefer-enqueue.cases.js';
import { partsLeftAlone, partsReported } from './prefer-enqueue.parts.cases.js';
import { queuesInReach } from './prefer-enqueue.queues.cases.js';

testRule('prefer-enqueue', rule, {
  invalid: [
    ...partsReported,
    reported(
      'two waits for one item that are awaited together, one of them a request',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         for (const workspace of await active()) await Promise.all([touch(workspace), bill(workspace)]);
       });`,
      { line: 3, column: 10, work: 'touch -> pool.query' },
    ),
    reported(
      'rows of Mongoose, which are data whatever methods they have',
      `import { Worker } from 'bullmq';
       import type { Model } from 'mongoose';
       declare const workspaces: Model<Workspace>;
       new Worker('billing', async () => {
         for (const workspace of await workspaces.find({})) await bill(workspace);
       });`,
      { line: 5, column: 10, endLine: 5, endColumn: 61, collection: 'await workspaces.find({})' },
    ),
    // Handlers -----------------------------------------------------------------------------------------------------
    reported(
      'a BullMQ worker',
      `import { Worker } from 'bullmq';
       new Worker('billing', async job => {
         for (const workspace of await active()) {
           await bill(workspace);
         }
       });`,
      { line: 3, column: 10, endLine: 3, endColumn: 50 },
    ),
    reported(
      'an interval',
      `export const timer = setInterval(async () => {
         for (const workspace of await active()) await bill(workspace);
       }, 60_000);`,
      { line: 2, column: 10, event: 'schedule' },
    ),
    reported(
      'one request to another service, which is no query',
      `import { Worker } from 'bullmq';
       const ping = async ({ id }: Workspace): Promise<unknown> => (await fetch('https://ping.example/' + id)).json();
       new Worker('ping', async () => {
         for (const workspace of await active()) console.log(await ping(workspace));
       });`,
      { line: 4, column: 10, work: 'ping -> fetch' },
    ),
    reported(
      'a BullMQ worker whose processor is named',
      `import { Worker } from 'bullmq';
       async function billAll(): Promise<void> {
         const workspaces = await active();
         for (const workspace of workspaces) await bill(workspace);
       }
       new Worker('billing', billAll, { connection: {} as never });`,
      { line: 4, column: 10, collection: 'workspaces' },
    ),
    reported(
      'a BullMQ worker that is given a bound method',
      `import { Worker } from 'bullmq';
       export class Billing {
         private readonly worker = new Worker('billing', this.billAll.bind(this));
         async billAll(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 4, column: 43 },
    ),
    reported(
      'the process method of a processor class of @nestjs/bullmq',
      `import { Processor, WorkerHost } from '@nestjs/bullmq';
       @Processor('billing')
       export class Billing extends WorkerHost {
         async process(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 4, column: 43 },
    ),
    reported(
      'a service that a processor calls for one of its job names',
      `import { Processor, WorkerHost } from '@nestjs/bullmq';
       import type { Job } from 'bullmq';
       class BillingService {
         async billAll(): Promise<void> { for (const workspace of await active()) await this.bill(workspace); }
         private async bill(workspace: Workspace): Promise<void> { await bill(workspace); }
       }
       @Processor('billing')
       export class Billing extends WorkerHost {
         constructor(private readonly service: BillingService) { super(); }
         async process(job: Job): Promise<void> {
           switch (job.name) {
             case 'all': return this.service.billAll();
             default: return undefined;
           }
         }
       }`,
      { line: 4, column: 43, work: 'this.bill -> bill -> pool.query' },
    ),
    reported(
      '@Process of @nestjs/bull, and no other method of its class',
      `import { Process, Processor } from '@nestjs/bull';
       @Processor('billing')
       export class Billing {
         @Process('all') async all(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
         async byHand(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 4, column: 55 },
    ),
    reported(
      'a Bull queue, which is named where it is in reach',
      `import Bull from 'bull';
       const queue = new Bull('billing');
       void queue.process(async () => { for (const workspace of await active()) await bill(workspace); });`,
      {
        line: 3,
        column: 41,
        queue: 'queue',
        payload: '{ workspaceId: workspace.id }',
        offers: { call: "queue.add('bill', { workspaceId: workspace.id })" },
      },
    ),
    reported(
      'a method with @Cron',
      `import { Cron } from '@nestjs/schedule';
       export class Nightly {
         @Cron('0 3 * * *')
         async run(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 4, column: 39, event: 'schedule' },
    ),
    reported(
      'a private helper method of a method with @Cron',
      `import { Cron } from '@nestjs/schedule';
       export class Nightly {
         @Cron('0 3 * * *')
         async run(): Promise<void> { await this.billAll(); }
         private async billAll(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 5, column: 51, event: 'schedule' },
    ),
    reported(
      'a method with @Interval',
      `import { Interval } from '@nestjs/schedule';
       export class Often {
         @Interval(60_000)
         async run(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
      { line: 4, column: 39, event: 'schedule' },
    ),
    reported(
      'node-cron',
      `import cron from 'node-cron';
       cron.schedule('0 3 * * *', async () => { for (const workspace of await active()) await bill(workspace); });`,
      { line: 2, column: 49, event: 'schedule' },
    ),
    reported(
      'croner, protected from overlapping runs',
      `import { Cron } from 'croner';
       new Cron('0 3 * * *', { protect: true }, async () => { for (const workspace of await active()) await bill(workspace); });`,
      { line: 2, column: 63, event: 'schedule' },
    ),
    reported(
      'pg-boss, whose instance is the queue',
      `import PgBoss from 'pg-boss';
       const boss = new PgBoss('postgres://localhost');
       await boss.work('billing', async () => { for (const workspace of await active()) await bill(workspace); });`,
      { line: 3, column: 49, queue: 'boss' },
    ),
    reported(
      'agenda.define',
      `import type { Agenda } from 'agenda';
       export function define(agenda: Agenda): void {
         agenda.define('billing', async () => { for (const workspace of await active()) await bill(workspace); });
       }`,
      {
        line: 3,
        column: 49,
        queue: 'agenda',
        payload: '{ workspaceId: workspace.id }',
        offers: { call: "agenda.now('bill', { workspaceId: workspace.id })" },
      },
    ),
    reported(
      'eachMessage of a KafkaJS consumer',
      `import { Kafka } from 'kafkajs';
       const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'billing' });
       await consumer.run({
         eachMessage: async () => { for (const workspace of await active()) await bill(workspace); },
       });`,
      { line: 4, column: 37, event: 'message' },
    ),
    reported(
      'a consumer of amqplib',
      `import type { Channel } from 'amqplib';
       declare const channel: { readonly now: Channel };
       await channel.now.consume('billing', async () => { for (const workspace of await active()) await bill(workspace); });`,
      { line: 3, column: 59, event: 'message' },
    ),
    reported(
      'a function written in place that the handler passes on: a timer of metrics, a log context',
      `import { Worker } from 'bullmq';
       async function timed<T>(work: () => Promise<T>): Promise<T> { return work(); }
       new Worker('billing', () =>
         timed(async () => { for (const workspace of await active()) await bill(workspace); }),
       );`,
      { line: 4, column: 30 },
    ),
    reported(
      'a job that a handler of requests runs as well',
      `import { Worker } from 'bullmq';
       import { createServer } from 'node:http';
       async function billAll(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       createServer((_request, response) => { void billAll(); response.end(); });
       new Worker('billing', billAll);`,
      { line: 3, column: 50 },
    ),

    ...queuesInReach,

    // Work ---------------------------------------------------------------------------------------------------------
    reported(
      'work written in the loop',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         for (const workspace of await active()) {
           await fetch('https://billing.example/' + workspace.id, { method: 'POST' });
           await pool.query('update workspaces set billed_at = now() where id = $1', [workspace.id]);
         }
       });`,
      { line: 3, column: 10, work: 'fetch' },
    ),
    reported(
      'a loop by index',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         const workspaces = await active();
         for (let index = 0; index < workspaces.length; index++) {
           const workspace = workspaces[index];
           if (workspace) await bill(workspace);
         }
       });`,
      { line: 4, column: 10, collection: 'workspaces' },
    ),
    reported(
      'failures that are caught, logged, counted and collected',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         let count = 0;
         const failed: string[] = [];
         for (const workspace of await active()) {
           try { await bill(workspace); }
           catch (error) { console.error(error); count++; failed.push(workspace.id); continue; }
         }
         console.log(count, failed);
       });`,
      { line: 5, column: 10 },
    ),
    reported(
      'an item that its own turn changes and saves',
      `import { Cron } from '@nestjs/schedule';
       import type { Repository } from 'typeorm';
       export class Nightly {
         constructor(private readonly workspaces: Repository<Workspace>) {}
         @Cron('0 3 * * *')
         async run(): Promise<void> {
           for (const workspace of await this.workspaces.find()) {
             await bill(workspace);
             workspace.billedAt = new Date();
             await this.workspaces.save(workspace);
           }
         }
       }`,
      { line: 7, column: 12, event: 'schedule', collection: 'await this.workspaces.find()' },
    ),
    reported(
      'awaited methods of clients that are named as those of lists: set, delete',
      `import { Cron } from '@nestjs/schedule';
       import type { Redis } from 'ioredis';
       import type { Repository } from 'typeorm';
       export class Nightly {
         constructor(private readonly redis: Redis, private readonly workspaces: Repository<Workspace>) {}
         @Cron('0 3 * * *')
         async run(): Promise<void> {
           for (const workspace of await active()) {
             await bill(workspace);
             await this.redis.set('billed:' + workspace.id, '1');
             await this.workspaces.delete({ id: workspace.id });
           }
         }
       }`,
      { line: 8, column: 12, event: 'schedule' },
    ),
    reported(
      'the inner of two loops',
      `import { Worker } from 'bullmq';
       async function children(workspace: Workspace): Promise<Workspace[]> {
         const { rows } = await pool.query<Workspace>('select id from workspaces where parent = $1', [workspace.id]);
         return rows;
       }
       new Worker('billing', async () => {
         for (const workspace of await active()) {
           for (const child of await children(workspace)) await bill(child);
         }
       });`,
      { line: 8, column: 12, collection: 'await children(workspace)' },
    ),
    reported(
      'a helper that changes the item it is given, as entities are',
      `import { Cron } from '@nestjs/schedule';
       import type { Repository } from 'typeorm';
       export class Nightly {
         constructor(private readonly workspaces: Repository<Workspace>) {}
         @Cron('0 3 * * *')
         async run(): Promise<void> { for (const workspace of await this.workspaces.find()) await this.billOne(workspace); }
         private async billOne(workspace: Workspace): Promise<void> {
           await bill(workspace);
           workspace.billedAt = new Date();
           await this.workspaces.save(workspace);
         }
       }`,
      {
        line: 6,
        column: 39,
        event: 'schedule',
        work: 'this.billOne -> bill -> pool.query',
        collection: 'await this.workspaces.find()',
      },
    ),

    // Reported today, and should not be ----------------------------------------------------------------------------
    reported(
      'FALSE ALARM: of two branches a turn takes one, which is a single query',
      `import { Worker } from 'bullmq';
       async function put(workspace: Workspace): Promise<void> {
         if (workspace.billedAt) await pool.query('update bills set seen = true where workspace = $1', [workspace.id]);
         else await pool.query('insert into bills (workspace) values ($1)', [workspace.id]);
       }
       new Worker('billing', async () => { for (const workspace of await active()) await put(workspace); });`,
      { line: 6, column: 44, work: 'put -> pool.query' },
    ),
    reported(
      'FALSE ALARM: the payload of a job handed on to a function',
      `import { Worker, type Job } from 'bullmq';
       async function billAll(workspaces: Workspace[]): Promise<void> { for (const each of workspaces) await bill(each); }
       new Worker('billing', async (job: Job<{ workspaces: Workspace[] }>) => billAll(job.data.workspaces));`,
      { line: 2, column: 73, collection: 'workspaces' },
    ),
    reported(
      'a job gives as many as a request',
      `import { createServer } from 'node:http';
       import { Worker } from 'bullmq';
       const billAll = async (workspaces: Workspace[]) => { for (const each of workspaces) await bill(each); };
       new Worker('billing', async () => billAll(await active()));
       createServer(async ({ url = '' }) => billAll([{ id: url }]));`,
      { line: 3, column: 61, collection: 'workspaces' },
    ),
  ],
  valid: [
    ...partsLeftAlone,
    ...leftAlone, // A queue does it ----------------------------------------------------------------------------------------------
    silent(
      'each turn puts a job into the queue',
      `import { Cron } from '@nestjs/schedule';
       import type { Queue } from 'bullmq';
       export class Nightly {
         constructor(private readonly messageQueue: Queue) {}
         @Cron('0 3 * * *')
         async run(): Promise<void> {
           for (const workspace of await active()) {
             await this.messageQueue.add('process-workspace', { workspaceId: workspace.id });
           }
         }
       }`,
    ),
    silent(
      'each turn reads something and puts the jobs of it into the queue, through a helper',
      `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       async function put(workspace: Workspace): Promise<void> {
         const { rows } = await pool.query<Workspace>('select id from members where workspace = $1', [workspace.id]);
         await jobs.addBulk(rows.map(({ id }) => ({ name: 'bill', data: { id } })));
       }
       new Worker('all', async () => { for (const workspace of await active()) await put(workspace); });`,
    ),
    silent(
      'all are put into the queue at once',
      `import { Queue, Worker } from 'bullmq';
       const jobs = new Queue('billing');
       new Worker('all', async () => {
         const workspaces = await active();
         await jobs.addBulk(workspaces.map(({ id }) => ({ name: 'bill', data: { id } })));
       });`,
    ),

    // No handler of jobs or schedules ------------------------------------------------------------------------------
    silent(
      'a job gives one, and only a request gives many',
      `import { createServer } from 'node:http';
       import { Worker } from 'bullmq';
       const billAll = async (workspaces: Workspace[]) => { for (const each of workspaces) await bill(each); };
       new Worker('billing', async job => billAll([job.data]));
       createServer(async () => billAll(await active()));`,
    ),
    silent(
      'rows of the one key that the handler hands down',
      `import { Worker } from 'bullmq';
       import { Any, type Repository } from 'typeorm';
       export class Accounts {
         constructor(private readonly workspaces: Repository<Workspace>) {}
         async fail(ids: string[]): Promise<void> {
           const failed = await this.workspaces.find({ where: { id: Any(ids) } });
           await this.reconnect(failed.map(({ id }) => id));
         }
         private async reconnect(ids: string[]): Promise<void> {
           for (const workspace of await this.workspaces.find({ where: { id: Any(ids) } })) await bill(workspace);
         }
       }
       export const start = (accounts: Accounts) => new Worker('all', async job => {
         await accounts.fail([job.id ?? '']);
       });`,
    ),
    silent(
      'one write of a cache for each',
      `import { Worker } from 'bullmq';
       import { Redis } from 'ioredis';
       const cache = new Redis();
       new Worker('all', async () => {
         for (const { id } of await active()) await cache.multi().hset('workspaces', id, '1').pexpire('workspaces', 60_000).exec();
       });`,
    ),
    silent(
      'a handler of requests',
      `import { createServer } from 'node:http';
       createServer(async (_request, response) => {
         for (const workspace of await active()) await bill(workspace);
         response.end();
       });`,
    ),
    silent(
      'a function that nothing in sight reaches',
      `export async function billAll(): Promise<void> { for (const workspace of await active()) await bill(workspace); }`,
    ),
    silent(
      'a function that only runs while the process starts',
      `async function billAll(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       await billAll();`,
    ),
    silent(
      'the loop of a script',
      `for (const workspace of await active()) {
         await bill(workspace);
       }`,
    ),
    silent(
      'a decorator and a schedule of somebody else under the same names',
      `const Cron = (_time: string) => (..._target: unknown[]): void => {};
       export class Nightly {
         @Cron('0 3 * * *')
         async run(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }
       export const cron = { schedule: (_time: string, work: () => Promise<void>): unknown => work };
       cron.schedule('0 3 * * *', async () => { for (const workspace of await active()) await bill(workspace); });`,
    ),
    silent(
      'a test file',
      `import { Worker } from 'bullmq';
       import { it } from 'vitest';
       it('bills', () => {
         new Worker('billing', async () => { for (const workspace of await active()) await bill(workspace); });
       });`,
    ),
    silent(
      'a processor class runs process() for its jobs, and none of its other methods',
      `import { Processor, WorkerHost } from '@nestjs/bullmq';
       @Processor('billing')
       export class Billing extends WorkerHost {
         async process(): Promise<void> {}
         async onModuleInit(): Promise<void> { for (const workspace of await active()) await bill(workspace); }
       }`,
    ),

    // Little work, or none -----------------------------------------------------------------------------------------
    silent(
      'a single query per item',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => { for (const workspace of await active()) await touch(workspace); });`,
    ),
    silent(
      'a single query, handed on through functions',
      `import { Worker } from 'bullmq';
       const touchIt = (workspace: Workspace): Promise<void> => touch(workspace);
       async function logged(workspace: Workspace): Promise<void> { console.log(workspace.id); await touchIt(workspace); }
       new Worker('billing', async () => { for (const workspace of await active()) await logged(workspace); });`,
    ),
    silent(
      'work in memory',
      `import { Worker } from 'bullmq';
       async function weigh(workspace: Workspace): Promise<number> { return workspace.id.length; }
       new Worker('weigh', async () => {
         for (const workspace of await active()) { await weigh(workspace); await weigh({ id: workspace.id + workspace.id }); }
       });`,
    ),
    silent(
      'work that does not depend on the item',
      `import { Worker } from 'bullmq';
       new Worker('tick', async () => {
         for (const workspace of await active()) {
           console.log(workspace.id);
           await pool.query('select 1');
           await pool.query('select 2');
         }
       });`,
    ),
    silent(
      'a single query and the progress of the job that runs',
      `import { Worker } from 'bullmq';
       new Worker('billing', async job => {
         for (const workspace of await active()) {
           await touch(workspace);
           await job.updateProgress({ at: workspace.id });
         }
       });`,
    ),
    silent(
      'steps of Inngest, each of which is kept and retried by itself',
      `import { Inngest } from 'inngest';
       const inngest = new Inngest({ id: 'billing' });
       inngest.createFunction({ id: 'all', triggers: [{ event: 'all' }] }, async ({ step }) => {
         for (const workspace of await active()) {
           await step.run('touch ' + workspace.id, () => touch(workspace));
           await step.run('bill ' + workspace.id, () => bill(workspace));
         }
       });`,
    ),

    // Lists with a bound -------------------------------------------------------------------------------------------
    silent(
      'a list written in the code',
      `import { Worker } from 'bullmq';
       const regions: Workspace[] = [{ id: 'eu' }, { id: 'us' }];
       new Worker('billing', async () => {
         for (const region of regions) await bill(region);
         for (const id of ['eu', 'us']) await bill({ id });
       });`,
    ),
    silent(
      'a query that takes at most so many',
      `import { Cron } from '@nestjs/schedule';
       import type { Repository } from 'typeorm';
       export class Nightly {
         constructor(private readonly workspaces: Repository<Workspace>) {}
         @Cron('* * * * *')
         async run(): Promise<void> { for (const workspace of await this.workspaces.find({ take: 20 })) await bill(workspace); }
       }`,
    ),
    silent(
      'a slice',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         const workspaces = await active();
         for (const workspace of workspaces.slice(0, 10)) await bill(workspace);
       });`,
    ),
    silent(
      'hooks, which somebody wrote down',
      `import { Worker } from 'bullmq';
       declare function hooks(): Promise<{ before(): Promise<void>; after(): Promise<void> }[]>;
       new Worker('billing', async () => {
         for (const hook of await hooks()) { await hook.before(); await hook.after(); }
       });`,
    ),
    silent(
      'batches: slices by index, and slices all of whose items are awaited together',
      `import { Worker } from 'bullmq';
       async function billTogether(workspaces: Workspace[]): Promise<void> {
         await pool.query('select total from usages where workspace = any($1)', [workspaces]);
         await fetch('https://billing.example/invoices', { method: 'POST', body: JSON.stringify(workspaces) });
       }
       new Worker('billing', async () => {
         const workspaces = await active();
         for (let at = 0; at < workspaces.length; at += 50) await billTogether(workspaces.slice(at, at + 50));
         for (let at = 0; at < workspaces.length; at += 50) {
           await Promise.allSettled(workspaces.slice(at, at + 50).map(bill));
         }
       });`,
    ),
    silent(
      'batches: the chunks of a helper',
      `import { Worker } from 'bullmq';
       function chunk<T>(list: T[], size: number): T[][] {
         const chunks: T[][] = [];
         for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
         return chunks;
       }
       async function billTogether(workspaces: Workspace[]): Promise<void> {
         await pool.query('select total from usages where workspace = any($1)', [workspaces]);
         await fetch('https://billing.example/invoices', { method: 'POST', body: JSON.stringify(workspaces) });
       }
       new Worker('billing', async () => {
         for (const workspaces of chunk(await active(), 50)) await billTogether(workspaces);
       });`,
    ),
    silent(
      'a query in plain SQL with a limit written in it',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         const { rows } = await pool.query<Workspace>('select id from workspaces where due limit 20');
         for (const workspace of rows) await bill(workspace);
       });`,
    ),
    silent(
      'the jobs that pg-boss hands over together are jobs of their own',
      `import PgBoss from 'pg-boss';
       const boss = new PgBoss('postgres://localhost');
       await boss.work<Workspace>('billing', { batchSize: 5 }, async jobs => {
         for (const { data } of jobs) await bill(data);
       });`,
    ),
    silent(
      'the messages of a batch of KafkaJS are messages of their own',
      `import { Kafka } from 'kafkajs';
       const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'billing' });
       await consumer.run({
         eachBatch: async ({ batch }) => {
           for (const message of batch.messages) await bill({ id: String(message.value) });
         },
       });`,
    ),
    silent(
      'the payload of a job is a batch that somebody put there',
      `import { Worker, type Job } from 'bullmq';
       new Worker('billing', async (job: Job<{ workspaces: Workspace[] }>) => {
         for (const workspace of job.data.workspaces) await bill(workspace);
       });`,
    ),

    // Turns that need each other -----------------------------------------------------------------------------------
    silent(
      'a value that a turn hands to the next',
      `import { Worker } from 'bullmq';
       async function after(workspace: Workspace, cursor: string): Promise<string> {
         await bill(workspace);
         await touch(workspace);
         return cursor + workspace.id;
       }
       new Worker('billing', async () => {
         let cursor = '';
         for (const workspace of await active()) cursor = await after(workspace, cursor);
       });`,
    ),
    silent(
      'turns that may end the loop: break, return, throw',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         const until = Date.now() + 60_000;
         for (const workspace of await active()) { if (Date.now() > until) break; await bill(workspace); }
         for (const workspace of await active()) {
           if (workspace.id === '') throw new Error('A workspace without an id');
           await bill(workspace);
         }
         for (const workspace of await active()) {
           try { await bill(workspace); } catch { return; }
         }
       });`,
    ),
    silent(
      'turns that a pause keeps apart',
      `import { Worker } from 'bullmq';
       import { setTimeout as sleep } from 'node:timers/promises';
       new Worker('billing', async () => {
         for (const workspace of await active()) { await bill(workspace); await sleep(100); }
       });`,
    ),
    silent(
      'inside one transaction, written in place and in a helper that is handed it',
      `import { Worker } from 'bullmq';
       import knex, { type Knex } from 'knex';
       const db = knex({ client: 'pg' });
       async function move(trx: Knex.Transaction, workspace: Workspace): Promise<void> {
         await trx('old').where({ id: workspace.id }).delete();
         await trx('new').insert(workspace);
       }
       async function moveAll(trx: Knex.Transaction): Promise<void> {
         for (const workspace of await active()) await move(trx, workspace);
       }
       new Worker('move', async () => {
         await db.transaction(async trx => { for (const workspace of await active()) await move(trx, workspace); });
         await db.transaction(trx => moveAll(trx));
         const trx = await db.transaction();
         for (const workspace of await active()) await move(trx, workspace);
         await trx.commit();
       });`,
    ),
    silent(
      'a field that each turn changes',
      `import { Cron } from '@nestjs/schedule';
       export class Nightly {
         private billed = 0;
         @Cron('0 3 * * *')
         async run(): Promise<void> {
           for (const workspace of await active()) { await bill(workspace); this.billed++; }
         }
       }`,
    ),

    // Silent today, and should be reported --------------------------------------------------------------------------
    silent(
      'MISSED: a task of graphile-worker, by a task list and by its type',
      `import { run, type Task } from 'graphile-worker';
       export const billing: Task = async () => { for (const workspace of await active()) await bill(workspace); };
       await run({
         taskList: { billing, all: async () => { for (const workspace of await active()) await bill(workspace); } },
       });`,
    ),
    silent(
      'MISSED: a consumer of SQS, which is a loop of its own and no callback',
      `import { SQS } from '@aws-sdk/client-sqs';
       const sqs = new SQS({});
       export async function poll(url: string): Promise<never> {
         for (;;) {
           const { Messages = [] } = await sqs.receiveMessage({ QueueUrl: url });
           for (const message of Messages) {
             for (const workspace of await active()) await bill({ id: workspace.id + message.Body });
           }
         }
       }`,
    ),
    silent(
      'MISSED: work that ends by putting a job of another kind into a queue',
      `import { Queue, Worker } from 'bullmq';
       const mails = new Queue('mails');
       async function close(workspace: Workspace): Promise<void> {
         await bill(workspace);
         await mails.add('closed', { id: workspace.id });
       }
       new Worker('close', async () => { for (const workspace of await active()) await close(workspace); });`,
    ),
    silent(
      'MISSED: real work behind a helper that is given it as a function',
      `import { Worker } from 'bullmq';
       async function retried<T>(work: () => Promise<T>): Promise<T> { try { return await work(); } catch { return work(); } }
       new Worker('billing', async () => {
         for (const workspace of await active()) await retried(() => bill(workspace));
       });`,
    ),
    silent(
      'MISSED: a promise that is kept in a name before it is awaited',
      `import { Worker } from 'bullmq';
       new Worker('billing', async () => {
         for (const workspace of await active()) {
           const billed = bill(workspace);
           await billed;
         }
       });`,
    ),
    silent(
      'MISSED: rows that are entities of a class of the project, with methods',
      `import { Worker } from 'bullmq';
       import type { Repository } from 'typeorm';
       class Tenant { id = ''; isOwn(): boolean { return this.id === ''; } }
       declare const tenants: Repository<Tenant>;
       new Worker('billing', async () => {
         for (const tenant of await tenants.find()) await bill(tenant);
       });`,
    ),
    silent(
      'MISSED: the rows of a cursor',
      `import { Worker } from 'bullmq';
       declare function cursor(): AsyncIterable<Workspace>;
       new Worker('billing', async () => { for await (const workspace of cursor()) await bill(workspace); });`,
    ),
  ],
});
