/** How the cases of `no-unbounded-fan-out` are written, and those of lists that callers give and queries return. */

/** What every case may use: one operation that waits for the network, one that does not. */
const prelude = `
  async function load(id: string): Promise<string> {
    const response = await fetch('https://example.com/' + id);
    return response.text();
  }
  async function label(id: string): Promise<string> { return id.toUpperCase(); }
`;

export const inFile = (code: string): string => `${code}\n${prelude}`;

/** One finding, on the combinator. */
export const finding = (
  data: { combinator?: string; work?: string; collection?: string },
  at: { line: number; column: number },
) => ({
  messageId: 'unboundedFanOut' as const,
  data: { combinator: 'Promise.all', work: 'load -> fetch', collection: 'ids', ...data },
  ...at,
  suggestions: null,
});

export const reported = (
  name: string,
  code: string,
  data: Parameters<typeof finding>[0],
  at: Parameters<typeof finding>[1],
) => ({ name, code: inFile(code), errors: [finding(data, at)] });

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });

/** A list is as long as what the callers of a method give. */
export const ofCallers = {
  invalid: [
    reported(
      'a method that mentions types of its own, and whose caller gives what a query returned',
      `export class Store {
         async refresh(ids: string[], options: { force: boolean; reason: 'age' | 'size' }) {
           return options.force ? Promise.all(ids.map(id => load(id))) : [];
         }
       }
       export class Sweep {
         constructor(private readonly store: Store) {}
         async run() {
           const response = await fetch('https://example.com/ids');
           const ids = (await response.json()) as string[];
           return this.store.refresh(ids, { force: true, reason: 'age' });
         }
       }`,
      {},
      { line: 3, column: 35 },
    ),
  ],
  valid: [
    silent(
      'a method that mentions types of its own, and whose only caller gives a pair',
      `export class Store {
         async refresh(ids: string[], options: { force: boolean; reason: 'age' | 'size' }) {
           return options.force ? Promise.all(ids.map(id => load(id))) : [];
         }
       }
       export class Sweep {
         constructor(private readonly store: Store) {}
         run(key: string) {
           return this.store.refresh([key + ':data', key + ':hash'], { force: true, reason: 'age' });
         }
       }`,
    ),
  ],
};

/** A list in a row is part of that row, unless the query joins it. */
export const ofRows = {
  invalid: [
    reported(
      'rows of as many keys as a request brings',
      `import type { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       export async function f(prisma: PrismaClient, request: Request) {
         const { ids } = (await request.json()) as { ids: number[] };
         const rows = await prisma.user.findMany({ where: { id: { in: ids } } });
         return Promise.all(rows.map(({ id }) => load(String(id))));
       }`,
      { collection: 'rows' },
      { line: 5, column: 17 },
    ),
    reported(
      'a list of each turn, which nothing of the turn before decides',
      `export async function all(owners: string[]) {
         let done = 0;
         for (;;) {
           const owner = owners.pop();
           if (owner === undefined) return done;
           const ids = (await (await fetch('https://example.com/' + owner)).json()) as string[];
           await Promise.all(ids.map(load));
           done += 1;
         }
       }`,
      {},
      { line: 7, column: 18 },
    ),
    reported(
      'rows that a query joins to each of those it returns',
      `import { Entity, OneToMany, PrimaryColumn, type Repository } from 'typeorm';
       @Entity() export class Pet { @PrimaryColumn() id!: string; owner!: unknown; }
       @Entity() export class Person {
         @PrimaryColumn() id!: string;
         @OneToMany(() => Pet, pet => pet.owner) pets!: Pet[];
       }
       export async function f(people: Repository<Person>) {
         const all = await people.find({ relations: { pets: true } });
         for (const person of all) await Promise.all(person.pets.map(pet => load(pet.id)));
       }`,
      { collection: 'person.pets' },
      { line: 9, column: 42 },
    ),
    reported(
      'rows that a query returns inside a store of the request',
      `import { AsyncLocalStorage } from 'node:async_hooks';
       import type { Pool } from 'pg';
       const storage = new AsyncLocalStorage<string>();
       const within = <T>(name: string, work: () => Promise<T>): Promise<T> => storage.run(name, work);
       export async function f(pool: Pool) {
         const found = await within('sweep', async () => {
           const { rows } = await pool.query<{ id: string }>('SELECT id FROM people');
           return rows;
         });
         await Promise.all(found.map(row => load(row.id)));
       }`,
      { collection: 'found' },
      { line: 10, column: 16 },
    ),
  ],
  valid: [
    silent(
      'the collections of a database, of which the code has so many',
      `import type { Db } from 'mongodb';
       export async function clear(db: Db) {
         const all = await db.listCollections().toArray();
         await Promise.all(all.map(({ name }) => load(name)));
         await Promise.all((await db.collections()).map(each => load(each.collectionName)));
       }`,
    ),
    silent(
      'rows of a few keys, and of a query whose limit is a parameter',
      `import type { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       import type { Pool } from 'pg';
       export async function f(prisma: PrismaClient, ids: number[]) {
         const rows = await prisma.user.findMany({ where: { id: { in: ids.slice(0, 50) } } });
         return Promise.all(rows.map(({ id }) => load(String(id))));
       }
       export async function g(pool: Pool, most: number) {
         const { rows } = await pool.query<{ id: string }>('select id from users limit $1', [most]);
         return Promise.all(rows.map(({ id }) => load(id)));
       }`,
    ),
    silent(
      'one page of several, which a loop asks for with what the one before told',
      `interface Item { id: string }
       async function list(after?: string): Promise<{ items: Item[] }> {
         return (await fetch('https://example.com/' + after)).json() as Promise<{ items: Item[] }>;
       }
       export async function sync() {
         let after: string | undefined;
         while (true) {
           const { items } = await list(after);
           if (items.length === 0) break;
           await Promise.all(items.map(({ id }) => load(id)));
           after = items.at(-1)?.id;
         }
       }`,
    ),
    silent(
      'a promise of a package that nobody described: what renders or signs waits for nothing outside',
      `import { format } from 'prettier';
       export const f = (texts: string[]) => Promise.all(texts.map(text => format(text)));`,
    ),
    silent(
      'rows that have one of two keys',
      `import { In, type Repository } from 'typeorm';
       declare class Person { id: string; }
       export class Sweep {
         constructor(private readonly people: Repository<Person>) {}
         run() { return this.refresh(['a', 'b']); }
         private async refresh(ids: string[]) {
           const people = await this.people.find({ where: { id: In(ids) } });
           await Promise.all(people.map(person => load(person.id)));
         }
       }`,
    ),
    silent(
      'a list that is a column of the row',
      `import { Column, Entity, PrimaryColumn, type Repository } from 'typeorm';
       @Entity() export class Flow { @PrimaryColumn() id!: string; @Column('jsonb') steps!: { id: string }[] | null; }
       export async function f(flows: Repository<Flow>, id: string) {
         const flow = await flows.findOneOrFail({ where: { id } });
         await Promise.all((flow.steps ?? []).map(step => load(step.id)));
       }`,
    ),
    silent(
      'a list that is a column of the row, found by a method and taken out of it',
      `import { Column, Entity, PrimaryColumn, type Repository } from 'typeorm';
       @Entity() export class Flow { @PrimaryColumn() id!: string; @Column('jsonb') steps!: { id: string }[]; }
       export class Flows {
         constructor(private readonly flows: Repository<Flow>) {}
         find(id: string) { return this.flows.findOneOrFail({ where: { id } }); }
         async run(id: string) {
           const { steps } = await this.find(id);
           await Promise.all(steps.map(step => load(step.id)));
         }
       }`,
    ),
  ],
};

/** What the operation does not do for the arguments it gets, or not on its own. */
export const ofWork = {
  invalid: [
    reported(
      'a request of its own beside commands that go out together',
      `import { Redis } from '@upstash/redis';
       declare const redis: Redis;
       async function fresh(id: string) { return (await redis.get<string>(id)) ?? load(id); }
       export const f = (ids: string[]) => Promise.all(ids.map(id => fresh(id)));`,
      { work: 'fresh -> load -> fetch' },
      { line: 4, column: 44 },
    ),
    reported(
      'commands with long replies, which go out alone',
      `import { Redis } from '@upstash/redis';
       declare const redis: Redis;
       export const f = (ids: string[]) => Promise.all(ids.map(id => redis.hgetall(id)));`,
      { work: 'redis.hgetall' },
      { line: 3, column: 44 },
    ),
    reported(
      'a callee that is told to do the work',
      `type Change = { type: 'keep' | 'drop' | 'send'; id: string };
       const kept: string[] = [];
       async function changed(change: Change): Promise<void> {
         const { type, id } = change;
         if (type === 'keep' || type === 'drop') { kept.push(id); return; }
         await load(id);
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => changed({ type: 'send', id })));`,
      { work: 'changed -> load -> fetch' },
      { line: 8, column: 44 },
    ),
    reported(
      'promises that are all started before a loop awaits one after the other',
      `export async function f(ids: string[]) {
         const pending = ids.map(id => load(id));
         const texts: string[] = [];
         for (const each of pending) texts.push(await each);
         return texts;
       }`,
      { combinator: 'for (… of pending)' },
      { line: 4, column: 29 },
    ),
    reported(
      'a limiter that is given promises, which run already',
      `import pLimit from 'p-limit';
       export async function f(ids: string[]) {
         const limit = pLimit(5);
         const tasks = ids.map(id => load(id));
         await Promise.all(tasks.map(task => limit(() => task)));
       }`,
      {},
      { line: 5, column: 16 },
    ),
    reported(
      'promises of a mapped list in for await',
      `export async function f(ids: string[]) { for await (const text of ids.map(load)) console.log(text); }`,
      { combinator: 'for (… of ids.map(load))' },
      { line: 1, column: 67 },
    ),
    reported(
      'the entries of a folder, which have methods and are data',
      `import { readdir } from 'node:fs/promises';
       export async function walk(folder: string): Promise<string[]> {
         const entries = await readdir(folder, { withFileTypes: true });
         const found = await Promise.all(
           entries.map(async entry => (entry.isDirectory() ? walk(entry.name) : [await load(entry.name)])),
         );
         return found.flat();
       }`,
      { work: 'walk -> readdir', collection: 'entries' },
      { line: 4, column: 30 },
    ),
    reported(
      'an argument that may be missing does not end the work early',
      `const versionOf = async (name: string | undefined, id: string) => {
         if (name !== undefined) return name.slice(1);
         return load(id);
       };
       export const f = (ids: string[], name?: string) => Promise.all(ids.map(id => versionOf(name, id)));`,
      { work: 'versionOf -> load -> fetch' },
      { line: 5, column: 59 },
    ),
  ],
  valid: [
    silent(
      'commands that go out together, as one request',
      `import { Redis } from '@upstash/redis';
       declare const redis: Redis;
       const seen = async (id: string) => (await redis.exists(id)) === 1;
       export const f = (ids: string[]) => Promise.all(ids.map(id => redis.get(id)));
       export const g = (ids: string[]) => Promise.all(ids.map(id => seen(id)));`,
    ),
    silent(
      'a callee that is told to keep it for later, awaited and left',
      `type Change = { type: 'keep' | 'drop' | 'send'; id: string };
       const kept: string[] = [];
       async function changed(change: Change): Promise<void> {
         const { type, id } = change;
         if (type === 'keep' || type === 'drop') { kept.push(id); return; }
         await load(id);
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => changed({ type: 'keep', id })));
       export function g(ids: string[]) { for (const id of ids) changed({ type: 'drop', id }).catch(console.error); }`,
    ),
    silent(
      'callers write the property out',
      `async function refresh(options: { list: string[] }) { await Promise.all(options.list.map(load)); }
       export async function f() { await refresh({ list: ['a', 'b'] }); }`,
    ),
    {
      ...silent(
        'types that are not there',
        `import { things } from 'not-installed'; export const f = () => Promise.all(things.map(load));`,
      ),
      allowTypeErrors: true,
    },
    silent(
      'a Promise of their own',
      `const Promise = { all: (list: unknown[]) => list }; export const f = (ids: string[]) => Promise.all(ids.map(load));`,
    ),
    {
      ...silent('half-typed code', `export const f = (ids: string[]) => Promise.all(ids.map());`),
      allowTypeErrors: true,
    },
    {
      ...silent(
        'a list defined by itself',
        `export const f = () => { let list: string[] = list ?? []; list = list.concat(list); return Promise.all(list.map(load)); };`,
      ),
      allowTypeErrors: true,
    },
    {
      name: 'a namespace that is called, which is no function',
      code: inFile(
        `import * as all from 'p-map'; export const f = (ids: string[]) => Promise.all(ids.map(id => all(id)));`,
      ),
      allowTypeErrors: true,
    },
    silent(
      'a test file',
      `import { it } from 'vitest';
       it('loads', async () => { const ids = await listed(); await Promise.all(ids.map(load)); });
       declare function listed(): Promise<string[]>;`,
    ),
    silent(
      'a file of tests that run on one condition',
      `import { describe, it } from 'vitest';
       const clean = async () => { const ids = await listed(); await Promise.all(ids.map(load)); };
       if (process.env['DATABASE'] !== undefined) describe('with a database', () => { it('loads', clean); });
       declare function listed(): Promise<string[]>;`,
    ),
    silent(
      'a file whose tests are those that a function declares for every driver',
      `import { describe, it } from 'vitest';
       function contract(name: string, clean: () => Promise<void>) { describe(name, () => { it('cleans', clean); }); }
       contract('memory', async () => { const ids = await listed(); await Promise.all(ids.map(load)); });
       declare function listed(): Promise<string[]>;`,
    ),
    silent(
      'MISSED: a list behind a field',
      `export class Job {
         ids: string[] = [];
         async prepare() { this.ids = (await load('ids')).split(','); }
         run() { return Promise.all(this.ids.map(load)); }
       }`,
    ),
    silent(
      'promises that a loop awaits, started as often as somebody wrote down or one after another',
      `export async function f(ids: string[]) {
         for (const each of ['a', 'b'].map(load)) await each;
         for (const id of ids) { const text = load(id); await text; }
         for (const label of ids.map(id => id.length)) await label;
       }`,
    ),
    silent(
      'an argument that is always there ends the work before anything waits',
      `const isThere = <T>(value: T): value is NonNullable<T> => value != null;
       const versionOf = async (name?: string) => {
         if (isThere(name)) return name.slice(1);
         return load('latest');
       };
       const describe = async (id: string) => ({ version: await versionOf(id) });
       export const f = (ids: string[]) => Promise.all(ids.map(id => describe(id)));`,
    ),
    silent(
      'a client that sends its requests through a function of the project',
      `import axios from 'axios';
       const inBatches = (size: number) => async (config: unknown) => Promise.reject(new Error(String([size, config])));
       export async function f(ids: string[]) {
         const client = axios.create({ adapter: inBatches(50) });
         return gather(client, ids);
       }
       const gather = (client: ReturnType<typeof axios.create>, ids: string[]) =>
         Promise.all(ids.map(id => client.get('/items/' + id)));`,
    ),
  ],
};
