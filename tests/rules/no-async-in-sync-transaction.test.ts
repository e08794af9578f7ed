import rule from '../../src/rules/no-async-in-sync-transaction.js';
import { testRule } from '../typed-rule-tester.js';

const sqlite = `import Database from 'better-sqlite3';
const db = new Database('a.db');
`;
const bun = `/// <reference path="../../node_modules/bun-types/sqlite.d.ts" />
import { Database } from 'bun:sqlite';
const db = new Database('a.db');
`;
const drizzle = `import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
const db = drizzle(new Database('a.db'));
`;

const reported = (name: string, code: string, line: number, column: number) => ({
  name,
  code,
  errors: [{ messageId: 'async' as const, data: { call: 'db.transaction' }, line, column }],
});

testRule('no-async-in-sync-transaction', rule, {
  invalid: [
    reported(
      'an async function',
      `${sqlite}export const f = db.transaction(async (id: string) => { await fetch(id); });`,
      3,
      18,
    ),
    reported(
      'a function that returns a promise',
      `${sqlite}export const f = db.transaction((id: string) => fetch(id));`,
      3,
      18,
    ),
    reported(
      'a function by its name',
      `${sqlite}async function work(id: string) { await fetch(id); }
export const f = db.transaction(work);`,
      4,
      18,
    ),
    reported(
      'Drizzle over better-sqlite3',
      `${drizzle}export const f = () => db.transaction(async () => { await fetch('a'); });`,
      4,
      24,
    ),
    reported(
      'the SQLite that Bun brings along',
      `${bun}export const f = db.transaction(async (id: string) => { await fetch(id); });`,
      4,
      18,
    ),
  ],
  valid: [
    {
      name: 'the SQLite that Bun brings along, with a synchronous function',
      code: `${bun}export const f = db.transaction((id: string) => db.query('SELECT ?').get(id));`,
    },
    {
      name: 'a synchronous function',
      code: `${sqlite}export const f = db.transaction((id: string) => db.prepare('SELECT ?').get(id));`,
    },
    {
      name: 'Drizzle with a synchronous function',
      code: `${drizzle}export const f = () => db.transaction(() => 1);`,
    },
    {
      name: 'an asynchronous driver',
      code: `import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
const db = drizzle({ client: createClient({ url: 'file:a' }) });
export const f = () => db.transaction(async () => { await fetch('a'); });`,
      allowTypeErrors: true,
    },
    {
      name: 'a pool of connections',
      code: `import knex from 'knex';
const db = knex({ client: 'better-sqlite3' });
export const f = () => db.transaction(async trx => trx('a').insert({ b: 1 }));`,
    },
    { name: 'any', code: `${sqlite}declare const work: any;\nexport const f = db.transaction(work);` },
    {
      name: 'no types',
      code: `import Database from 'nowhere';\nnew Database().transaction(async () => {});`,
      allowTypeErrors: true,
    },
  ],
});
