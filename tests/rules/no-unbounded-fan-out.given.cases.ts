/** Cases of `no-unbounded-fan-out` about what bounds a list, or the work, from further away, and what only looks so. */
import { reported, silent } from './no-unbounded-fan-out.cases.js';

/** Limits, options, contexts and values that others give. */
export const ofGiven = {
  invalid: [
    reported(
      'rows of a query whose limit is an option that may be left out',
      `import type { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       const find = async (prisma: PrismaClient, options: { take?: number; skip: number }) => {
         const { take, skip } = options;
         return prisma.user.findMany({ take, skip });
       };
       export async function f(prisma: PrismaClient, skip: number) {
         const users = await find(prisma, { skip });
         await Promise.all(users.map(({ id }) => load(String(id))));
       }`,
      { collection: 'users' },
      { line: 8, column: 16 },
    ),
    reported(
      'a method of the project that is only called `slice`',
      `class Archive {
         async slice(from: string, to: string): Promise<string[]> {
           const response = await fetch('https://example.com/' + from + '/' + to);
           return (await response.json()) as string[];
         }
       }
       export async function f(archive: Archive) {
         const ids = await archive.slice('a', 'z');
         await Promise.all(ids.map(load));
       }`,
      {},
      { line: 9, column: 16 },
    ),
    reported(
      'rows of a query whose limit may be left out, or is as large as numbers get',
      `import type { Knex } from 'knex';
       interface Row { id: string; seen: boolean }
       export async function f(db: Knex, most = Number.MAX_SAFE_INTEGER) {
         const rows = await db<Row>('events').where({ seen: false }).limit(most);
         await Promise.all(rows.map(({ id }) => load(id)));
       }`,
      { collection: 'rows' },
      { line: 5, column: 16 },
    ),
    reported(
      'rows by values that a request brings',
      `import type { Knex } from 'knex';
       interface Row { id: string }
       export async function f(db: Knex) {
         const ids = (await (await fetch('https://example.com/ids')).json()) as string[];
         const rows = await db<Row>('events').select('id').whereIn('id', ids);
         await Promise.all(rows.map(({ id }) => load(id)));
       }`,
      { collection: 'rows' },
      { line: 6, column: 16 },
    ),
    reported(
      'queries over the pool, beside such a context',
      `import type { DataSource, EntityManager, ObjectLiteral, ObjectType, Repository } from 'typeorm';
       declare class Asset { id: string; name: string }
       class Context { readonly extras = new Map<string, EntityManager>(); }
       class Connection {
         constructor(private readonly source: DataSource) {}
         repositoryFor<Entity extends ObjectLiteral>(context: Context, target: ObjectType<Entity>): Repository<Entity> {
           const manager = this.managerOf(context);
           if (manager) return manager.getRepository(target);
           return this.source.getRepository(target);
         }
         plain<Entity extends ObjectLiteral>(target: ObjectType<Entity>): Repository<Entity> {
           return this.source.getRepository(target);
         }
         private managerOf(context: Context) { return context.extras.get('manager'); }
       }
       export class Assets {
         constructor(private readonly connection: Connection) {}
         private async drop(context: Context, id: string) {
           await this.connection.repositoryFor(context, Asset).delete(id);
         }
         private async erase(id: string) {
           await this.connection.plain(Asset).delete(id);
         }
         async all(context: Context) {
           const assets = await this.connection.repositoryFor(context, Asset).find();
           await Promise.all(assets.map(asset => this.erase(asset.id)));
         }
       }`,
      { work: 'this.erase -> this.connection.plain.delete', collection: 'assets' },
      { line: 26, column: 18 },
    ),
    reported(
      'a list among what is spread into an object',
      `interface Input { ids?: string[]; page: string }
       export async function f() {
         const input = (await (await fetch('https://example.com/input')).json()) as Input;
         const kept = { ...input, page: 'a' };
         await Promise.all((kept.ids ?? []).map(load));
         const written = { ...input, ids: ['a', 'b'] };
         await Promise.all(written.ids.map(load));
       }`,
      { collection: 'kept.ids ?? []' },
      { line: 5, column: 16 },
    ),
    reported(
      'work that one caller asks for, of a list whose length is only logged',
      `interface Options { isPublic?: boolean }
       declare function log(isOne: boolean): void;
       async function present(id: string, options?: Options) { return options?.isPublic ? load(id) : id; }
       async function presentAll(ids: string[], options?: Options) {
         const chosen = { isPublic: false, ...options };
         log(ids.length === 1);
         return Promise.all(ids.map(id => present(id, chosen)));
       }
       export const a = (ids: string[]) => presentAll(ids);
       export const b = (ids: string[]) => presentAll(ids, { isPublic: true });`,
      { work: 'present -> load -> fetch' },
      { line: 7, column: 17 },
    ),
    reported(
      'a property of what a helper returns',
      `async function find() {
         const ids = (await (await fetch('https://example.com/ids')).json()) as string[];
         return { ids, first: ids.slice(0, 3), total: ids.length };
       }
       export async function f() {
         const found = await find();
         await Promise.all(found.first.map(load));
         await Promise.all(found.ids.map(load));
       }`,
      { collection: 'found.ids' },
      { line: 8, column: 16 },
    ),
    reported(
      'a constant list that data is appended to',
      `export const f = (ids: string[]) => Promise.all(['a', 'b'].concat(ids).map(load));`,
      { collection: "['a', 'b'].concat(ids)" },
      { line: 1, column: 37 },
    ),
    reported(
      'queries of a builder that are sent when somebody waits, whatever link comes last',
      `import { type Model } from 'mongoose';
       interface Order { total: number }
       export const f = (orders: Model<Order>, ids: string[]) =>
         Promise.all(ids.map(async id => { const order = await orders.findById(id).select('total').lean(); return order?.total; }));`,
      { work: 'orders.findById.select.lean' },
      { line: 4, column: 10 },
    ),
    reported(
      'a limiter that each operation makes for itself, for the parts of one',
      `import pLimit from 'p-limit';
       async function loadParts(id: string) {
         const limit = pLimit(4);
         return Promise.all(id.split('/').map(part => limit(() => load(part))));
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => loadParts(id)));`,
      { work: 'loadParts -> id.split.map -> … -> fetch' },
      { line: 6, column: 44 },
    ),
    reported(
      'the chunks that a generator gives, as many as there are items for',
      `function* chunks<T>(items: Iterable<T>, size: number): Generator<T[], void> {
         let chunk: T[] = [];
         for (const item of items) {
           chunk.push(item);
           if (chunk.length < size) continue;
           yield chunk;
           chunk = [];
         }
         if (chunk.length > 0) yield chunk;
       }
       export const f = (ids: Set<string>) =>
         Promise.all(Array.from(chunks(ids, 100), chunk => load(chunk.join())));`,
      { collection: 'chunks(ids, 100)' },
      { line: 12, column: 10 },
    ),
  ],
  valid: [
    silent(
      'rows of a query builder whose limit is a parameter, and of values that the code may bound',
      `import type { Knex } from 'knex';
       interface Row { id: string; seen: boolean }
       export async function f(db: Knex, most: number) {
         const rows = await db<Row>('events').where({ seen: false }).limit(most);
         await Promise.all(rows.map(({ id }) => load(id)));
       }
       export async function g(db: Knex, wide: boolean) {
         const wanted = ['read'];
         if (wide) wanted.push('write');
         await show(db, wanted);
       }
       async function show(db: Knex, wanted: string[]) {
         const rows = await db<Row>('permissions').select('id').whereIn('name', wanted);
         await Promise.all(rows.map(({ id }) => load(id)));
       }`,
    ),
    silent(
      'queries over what a context may carry: the connection of a transaction',
      `import type { DataSource, EntityManager, ObjectLiteral, ObjectType, Repository } from 'typeorm';
       declare class Asset { id: string; name: string }
       class Context { readonly extras = new Map<string, EntityManager>(); }
       class Connection {
         constructor(private readonly source: DataSource) {}
         repositoryFor<Entity extends ObjectLiteral>(context: Context, target: ObjectType<Entity>): Repository<Entity> {
           const manager = this.managerOf(context);
           if (manager) return manager.getRepository(target);
           return this.source.getRepository(target);
         }
         plain<Entity extends ObjectLiteral>(target: ObjectType<Entity>): Repository<Entity> {
           return this.source.getRepository(target);
         }
         private managerOf(context: Context) { return context.extras.get('manager'); }
       }
       export class Assets {
         constructor(private readonly connection: Connection) {}
         private async drop(context: Context, id: string) {
           await this.connection.repositoryFor(context, Asset).delete(id);
         }
         private async erase(id: string) {
           await this.connection.plain(Asset).delete(id);
         }
         async all(context: Context) {
           const assets = await this.connection.repositoryFor(context, Asset).find();
           await Promise.all(assets.map(asset => this.drop(context, asset.id)));
         }
       }`,
    ),
    silent(
      'a list that is made as long as a number allows',
      `export async function f(wanted: number) {
         await Promise.all(Array(Math.min(wanted, 100)).fill('').map((_, index) => load(String(index))));
         const most = Math.min(20, wanted);
         const made = await Promise.all(new Array(most).fill('').map((_, index) => load(String(index))));
         await Promise.all(made.map(text => load(text)));
       }`,
    ),
    silent(
      'rows that a query joins to the one it returns, which are a few nearly always',
      `import { Entity, OneToMany, PrimaryColumn, type Repository } from 'typeorm';
       @Entity() export class Pet { @PrimaryColumn() id!: string; owner!: unknown; }
       @Entity() export class Person {
         @PrimaryColumn() id!: string;
         @OneToMany(() => Pet, pet => pet.owner) pets!: Pet[];
       }
       export async function f(people: Repository<Person>, id: string) {
         const person = await people.findOneOrFail({ where: { id }, relations: { pets: true } });
         await Promise.all(person.pets.map(pet => load(pet.id)));
       }`,
    ),
    silent(
      'a list whose length is asserted',
      `import assert from 'node:assert';
       function ensure(condition: boolean, message: string): asserts condition { if (!condition) throw new Error(message); }
       export async function f(ids: string[] | undefined, others: string[]) {
         ensure(ids?.length === 1, 'one');
         await Promise.all((ids ?? []).map(load));
         assert(others.length <= 20);
         await Promise.all(others.map(load));
       }`,
    ),
    silent(
      'what a store finds for names that the code has',
      `interface Store { find(names: string[]): Promise<{ id: string }[]> }
       export async function f(store: Store, wide: boolean) {
         const names = ['read'];
         if (wide) names.push('write');
         const found = await store.find(names);
         await Promise.all(found.map(({ id }) => load(id)));
       }`,
    ),
    silent(
      'work that no caller asks for',
      `interface Options { isPublic?: boolean }
       async function present(id: string, options?: Options) { return options?.isPublic ? load(id) : id; }
       async function presentAll(ids: string[], options?: Options) {
         const chosen = { isPublic: false, ...options };
         return Promise.all(ids.map(id => present(id, chosen)));
       }
       export const a = (ids: string[]) => presentAll(ids);
       export const b = (ids: string[]) => presentAll(ids, { isPublic: false });`,
    ),
    silent(
      'parts that a builder makes of a query, for nobody to wait for',
      `import { type Model } from 'mongoose';
       interface Order { total: number }
       export const f = (orders: Model<Order>, ids: string[]) =>
         Promise.all(ids.map(id => orders.findById(id).getFilter()));
       export const g = (orders: Model<Order>, ids: string[]) =>
         Promise.all(ids.map(async id => { const cursor = orders.find({ _id: id }).cursor(); await label(id); return cursor; }));`,
    ),
    silent(
      'a limiter for all, beside one that each operation makes for its parts',
      `import pLimit from 'p-limit';
       const all = pLimit(8);
       async function loadParts(id: string) {
         const limit = pLimit(4);
         return Promise.all(id.split('/').map(part => limit(() => all(() => load(part)))));
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => loadParts(id)));`,
    ),
    silent(
      'what a generator gives of names that the code has, or as often as it is asked',
      `function* kinds() {
         for (const kind of ['read', 'write']) yield kind;
         yield* ['list', 'delete'];
         yield 'create';
       }
       function* tries(wanted: () => boolean) { while (wanted()) yield 'again'; }
       export const f = () => Promise.all([...kinds()].map(load));
       export const g = (wanted: () => boolean) => Promise.all([...tries(wanted)].map(load));`,
    ),
    silent(
      'transactions inside one, which are savepoints of it and go over its connection',
      `import knex, { type Knex } from 'knex';
       const db = knex({ client: 'pg' });
       class Orders {
         constructor(private readonly db: Knex) {}
         cancel(id: string) { return this.db.transaction(async inner => { await inner('orders').where({ id }).del(); }); }
       }
       export const root = new Orders(db);
       export const f = (ids: string[]) => db.transaction(async trx => {
         const orders = new Orders(trx);
         await Promise.all(ids.map(id => orders.cancel(id)));
       });`,
    ),
    silent(
      'work of an object that was made with the handle of a transaction, whoever makes it',
      `import { type Prisma, type PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       class Invites {
         constructor(private readonly prisma: PrismaClient | Prisma.TransactionClient) {}
         static create(prisma: PrismaClient | Prisma.TransactionClient) { return new Invites(prisma); }
         async remove(id: number) { await this.prisma.user.update({ where: { id }, data: {} }); }
       }
       export const f = (prisma: PrismaClient, ids: number[]) => prisma.$transaction(async tx => {
         const invites = Invites.create(tx);
         await Promise.all(ids.map(id => invites.remove(id)));
       });`,
    ),
  ],
};
