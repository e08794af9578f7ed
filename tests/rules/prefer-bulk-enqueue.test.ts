import rule from '../../src/rules/prefer-bulk-enqueue.js';
import { testRule } from '../typed-rule-tester.js';

const reported = (
  name: string,
  code: string,
  data: { one: string; bulk: string; collection?: string },
  at: { line: number; column: number },
  edit?: readonly [from: string, to: string],
  ...more: { line: number; column: number }[]
) => ({
  name,
  code,
  errors: [at, ...more].map(place => ({
    messageId: 'oneByOne' as const,
    data: { collection: 'ids', ...data },
    ...place,
    suggestions: edit
      ? [
          {
            messageId: 'inBulk' as const,
            data: { bulk: data.bulk },
            output: code.replace(edit[0], () => edit[1]),
          },
        ]
      : null,
  })),
});

const silent = (name: string, code: string) => ({ name, code });

const queue = `import { Queue } from 'bullmq';
  const queue = new Queue('mails');`;

const orders = `interface Order { id: string; total: number }
  declare class Orders {
    save(order: Order): Promise<void>;
    saveAll(orders: Order[]): Promise<void>;
  }
  declare const orders: Orders;`;

testRule('prefer-bulk-enqueue', rule, {
  invalid: [
    {
      name: 'jobs added side by side',
      code: `${queue}
       export const f = (ids: string[]) => Promise.all(ids.map(id => queue.add('send', { id })));
       export async function g(ids: string[]) {
         const jobs = await Promise.all(ids.map(async id => { return await queue.add('send', { id }); }));
         return jobs.length;
       }`,
      errors: [
        {
          messageId: 'oneForEach',
          data: { one: 'queue.add', collection: 'ids', bulk: 'queue.addBulk' },
          line: 3,
          column: 44,
          suggestions: null,
        },
        {
          messageId: 'oneForEach',
          data: { one: 'queue.add', collection: 'ids', bulk: 'queue.addBulk' },
          line: 5,
          column: 29,
          suggestions: null,
        },
      ],
    },
    reported(
      'bullmq',
      `${queue}
       export async function f(ids: string[]) { for (const id of ids) await queue.add('send', { id }); }`,
      { one: 'queue.add', bulk: 'queue.addBulk' },
      { line: 3, column: 49 },
      [
        `for (const id of ids) await queue.add('send', { id });`,
        `await queue.addBulk(Array.from(ids, id => ({ name: 'send', data: { id } })));`,
      ],
    ),
    reported(
      'bullmq with options, one of them under the name of its key, over a set',
      `${queue}
       export async function f(ids: ReadonlySet<string>, opts: { delay: number }) {
         for (const id of ids) {
           await queue.add(id, { /* who */ id }, opts);
         }
       }`,
      { one: 'queue.add', bulk: 'queue.addBulk' },
      { line: 4, column: 10 },
      [
        `for (const id of ids) {
           await queue.add(id, { /* who */ id }, opts);
         }`,
        `await queue.addBulk(Array.from(ids, id => ({ name: id, data: { /* who */ id }, opts })));`,
      ],
    ),
    reported(
      'no suggestion where a comment would be lost, or a variable that changes is read',
      `${queue}
       export async function f(ids: string[]) {
         let name: string | undefined;
         if (ids.length > 9) name = 'many';
         if (name === undefined) name = 'few';
         for (const id of ids) await queue.add(name, { id });
       }
       export async function g(ids: string[]) {
         for (const id of ids) { /* one */ await queue.add('send', { id }); }
       }`,
      { one: 'queue.add', bulk: 'queue.addBulk' },
      { line: 7, column: 10 },
      undefined,
      { line: 10, column: 10 },
    ),
    reported(
      'a queue in a field, in a counting loop with a block',
      `import type { Queue } from 'bullmq';
       export class Mails {
         constructor(private readonly jobs: Queue) {}
         async send(ids: string[]) {
           for (let i = 0; i < ids.length; i++) {
             const id = ids[i];
             await this.jobs.add('send', { id });
           }
         }
       }`,
      { one: 'this.jobs.add', bulk: 'this.jobs.addBulk' },
      { line: 5, column: 12 },
    ),
    reported(
      'SQS',
      `import { SQS } from '@aws-sdk/client-sqs';
       const sqs = new SQS({});
       export async function f(ids: Set<string>) {
         for (const id of ids) { await sqs.sendMessage({ QueueUrl: 'q', MessageBody: id }); }
       }`,
      { one: 'sqs.sendMessage', bulk: 'sqs.sendMessageBatch' },
      { line: 4, column: 10 },
    ),
    reported(
      'pg-boss',
      `import PgBoss from 'pg-boss';
       export async function f(boss: PgBoss, ids: string[]) {
         for (const id of ids) { await boss.send('mail', { id }); }
       }`,
      { one: 'boss.send', bulk: 'boss.insert' },
      { line: 3, column: 10 },
    ),
    reported(
      'a method of the project beside one that takes a list',
      `${orders}
       export async function f(list: Order[]) { for (const order of list) await orders.save(order); }`,
      { one: 'orders.save', bulk: 'orders.saveAll', collection: 'list' },
      { line: 7, column: 49 },
      [`for (const order of list) await orders.save(order);`, `await orders.saveAll([...list]);`],
    ),
  ],
  valid: [
    silent(
      'one job into each of many queues',
      `import type { Queue } from 'bullmq';
       export async function f(queues: Queue[]) { for (const queue of queues) await queue.add('ping', {}); }
       export const g = (queues: Queue[]) => Promise.all(queues.map(queue => queue.add('ping', {})));
       export async function h(ids: string[], queueOf: (id: string) => Queue) {
         const pending: Promise<unknown>[] = [];
         for (const id of ids) {
           const queue = queueOf(id);
           pending.push(queue.add('send', { id }));
         }
         await Promise.all(pending);
       }`,
    ),
    silent(
      'more than a job for each, side by side',
      `${queue}
       declare function mark(id: string): Promise<void>;
       export const f = (ids: string[]) => Promise.all(ids.map(async id => {
         await mark(id);
         return queue.add('send', { id });
       }));`,
    ),
    silent(
      'the bulk form itself, in batches',
      `${queue}
       export async function f(batches: string[][]) {
         for (const batch of batches) await queue.addBulk(batch.map(id => ({ name: 'send', data: { id } })));
       }`,
    ),
    silent(
      'a list written in the code',
      `${queue}
       export async function f() { for (const id of ['a', 'b']) await queue.add('send', { id }); }`,
    ),
    silent(
      'a turn that does more than that',
      `${queue}
       export async function f(ids: string[]) {
         for (const id of ids) { const text = await (await fetch(id)).text(); await queue.add('send', { text }); }
       }`,
    ),
    silent(
      'a job whose result is used',
      `${queue}
       export async function f(ids: string[]) {
         for (const id of ids) { const job = await queue.add('send', { id }); console.log(job.id); }
       }`,
    ),
    silent(
      'a loop that may end early',
      `${queue}
       export async function f(ids: string[]) {
         for (const id of ids) { if (id === '') break; await queue.add('send', { id }); }
       }`,
    ),
    silent(
      'the same for every turn',
      `${queue}
       export async function f(ids: string[]) { for (const _ of ids) await queue.add('tick', {}); }`,
    ),
    silent(
      'siblings that share a primitive only, or give back something else',
      `interface Order { id: string }
       declare class Orders {
         load(id: string): Promise<void>;
         compare(ids: string[]): Promise<void>;
         price(order: Order): Promise<number>;
         sort(orders: Order[]): Promise<Order[]>;
       }
       export async function f(orders: Orders, list: Order[], ids: string[]) {
         for (const id of ids) await orders.load(id);
         for (const order of list) await orders.price(order);
       }`,
    ),
    silent(
      'a function that a field holds, for what comes in, beside a method for what goes out',
      `interface Message { text: string }
       export class Bus {
         constructor(private readonly handler: (message: Message) => Promise<void>) {}
         async send(messages: Message[]): Promise<void> { await fetch('https://bus.example', { body: JSON.stringify(messages) }); }
         async receive(messages: Message[]) { for (const message of messages) await this.handler(message); }
       }`,
    ),
    silent(
      'the very function that goes through the list, and one beside it that does',
      `interface Order { id: string }
       export class Orders {
         async save(order: Order): Promise<void> { await fetch('/orders', { method: 'POST', body: order.id }); }
         async saveAll(orders: Order[]): Promise<void> { for (const order of orders) await this.save(order); }
         async retry(orders: Order[]): Promise<void> { for (const order of orders) await this.save(order); }
       }`,
    ),
    silent(
      'a test file',
      `${queue}
       import { it } from 'vitest';
       it('sends', async () => { for (const id of process.argv) await queue.add('send', { id }); });`,
    ),
    silent(
      'MISSED: jobs added and left',
      `${queue}
       export function f(ids: string[]) { for (const id of ids) void queue.add('send', { id }); }`,
    ),
    silent(
      'MISSED: a bulk form of another shape',
      `interface Row { id: string }
       declare class Table { create(row: Row): Promise<void>; createMany(all: { data: Row[] }): Promise<void>; }
       export async function f(table: Table, rows: Row[]) { for (const row of rows) await table.create(row); }`,
    ),
  ],
});
