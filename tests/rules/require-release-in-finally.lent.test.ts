import rule from '../../src/rules/require-release-in-finally.js';
import { testRule } from '../typed-rule-tester.js';
import { client, reported, silent } from './require-release-in-finally.cases.js';

/** What is lent to others for a time, and what goes on under a lock or a slot. */
testRule('require-release-in-finally', rule, {
  invalid: [
    reported(
      'another lender is ended',
      `export async function f(other: DataSource) {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT 1');
    await runner.release();
  } finally {
    await other.destroy();
  }
}`,
      'notOnThrow',
      {
        call: 'source.createQueryRunner',
        what: 'a connection',
        release: 'runner.release',
        by: 'runner.query',
        line: 4,
      },
      { line: 2, column: 18 },
    ),
    reported(
      'lent to a function that was handed in, and given back afterwards',
      `export async function f<T>(fn: (client: PoolClient) => Promise<T>) {
  const client = await pool.connect();
  const result = await fn(client);
  client.release();
  return result;
}`,
      'notOnThrow',
      { ...client, by: 'fn', line: 3 },
      { line: 2, column: 24 },
      {
        messageId: 'wrapInTry',
        data: { release: 'client.release' },
        output: `export async function f<T>(fn: (client: PoolClient) => Promise<T>) {
  const client = await pool.connect();
  try {
const result = await fn(client);
return result;
} finally {
client.release();
}
}`,
      },
    ),
    reported(
      'work that outlasts the lock it is done under',
      `export async function f(fn: () => Promise<string>) {
  await mutex.acquire();
  try {
    if (flag) return 'nothing';
    return fn();
  } finally {
    mutex.release();
  }
}`,
      'returnedWork',
      { call: 'fn', release: 'mutex.release' },
      { line: 5, column: 12 },
      {
        messageId: 'awaitReturned',
        output: `export async function f(fn: () => Promise<string>) {
  await mutex.acquire();
  try {
    if (flag) return 'nothing';
    return await fn();
  } finally {
    mutex.release();
  }
}`,
      },
    ),
    reported(
      'a slot that one function counts up and another down',
      `let active = 0;
async function enter() { active += 1; }
function leave() { active -= 1; }
export async function f() {
  await enter();
  await work();
  leave();
}`,
      'staysSet',
      { name: 'active', by: 'work', line: 6 },
      { line: 5, column: 9 },
    ),
  ],
  valid: [
    silent(
      'lent by what is ended itself on every path, which takes back all that it has lent',
      `async function connected(): Promise<DataSource> { return source.initialize(); }
export async function f() {
  const own = await connected();
  try {
    const runner = own.createQueryRunner();
    const rows = await runner.query('SELECT 1');
    await runner.release();
    return rows;
  } finally {
    await own.destroy();
  }
}`,
    ),
    silent(
      'a release that asks what is held whether it is due',
      `export async function f() {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    return await runner.query('SELECT 1');
  } finally {
    if (!runner.isTransactionActive && runner.isReleased === false) {
      await runner.release();
    }
  }
}`,
    ),
    silent(
      'adopted, and given back only where that fails or is not done',
      `export async function f(adopt: (client: PoolClient) => Promise<void>) {
  const client = await pool.connect();
  try {
    if (flag) { client.release(); return; }
    await adopt(client);
  } catch (error) {
    client.release();
    throw error;
  }
}`,
    ),
    silent(
      'kept in a collection from which it is closed',
      `const lent = new Set<PoolClient>();
export async function f() {
  const client = await pool.connect();
  lent.add(client);
  await work();
  lent.delete(client);
  client.release();
}`,
    ),
    silent(
      'a permit that the chain behind it gives back',
      `export const f = () => sema.acquire().then(() => work().finally(() => sema.release()));`,
    ),
    silent(
      'under a lock, what is returned is done, or goes on with the lock',
      `export async function f() {
  await mutex.acquire();
  let kept = false;
  try {
    if (flag) { kept = true; return work().finally(() => mutex.release()); }
    return Promise.resolve('done');
  } finally {
    if (!kept) mutex.release();
  }
}`,
    ),
    silent(
      'slots that are given back whatever happens, and counts that nobody takes back',
      `let active = 0;
let total = 0;
async function enter() { active += 1; }
function count() { total += 1; }
function leave() { active -= 1; }
export async function f() {
  count();
  await enter();
  try { await work(); } finally { leave(); }
}`,
    ),
  ],
});
