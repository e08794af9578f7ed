/** How the cases of `require-release-in-finally` are written, and those that are right. */

const prelude = `import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Mutex, Semaphore } from 'async-mutex';
import { Sema } from 'async-sema';
import { open } from 'node:fs/promises';
declare const pool: Pool;
declare const source: DataSource;
declare const mutex: Mutex;
declare const semaphore: Semaphore;
declare const sema: Sema;
declare function work(client?: unknown): Promise<string>;
declare function log(text: string): void;
declare const flag: boolean;
export { Mutex, Semaphore, Sema, flag, log, mutex, open, pool, sema, semaphore, source, work };
export type { PoolClient };
`;

/** Cases follow the prelude: their own first line is 16. */
const from = 15;

const inFile = (code: string): string => prelude + code;

type Data = Readonly<Record<string, string | number>>;

export const reported = (
  name: string,
  code: string,
  messageId:
    | 'notOnThrow'
    | 'notOnPath'
    | 'beforeRelease'
    | 'never'
    | 'notThere'
    | 'onSuccess'
    | 'returnedWork'
    | 'staysSet',
  data: Data,
  at: { line: number; column: number },
  suggestion?: {
    messageId: 'moveIntoTry' | 'wrapInTry' | 'acquireFirst' | 'awaitReturned';
    data?: Data;
    output: string;
  },
) => ({
  name,
  code: inFile(code),
  errors: [
    {
      messageId,
      data: typeof data['line'] === 'number' ? { ...data, line: data['line'] + from } : data,
      line: at.line + from,
      column: at.column,
      suggestions: suggestion ? [{ ...suggestion, output: inFile(suggestion.output) }] : null,
    },
  ],
});

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });

export const client = { call: 'pool.connect', what: 'a connection', release: 'client.release' };

/** What is given back on every path, handed on, or nobody's to give back. */
export const leftAlone = [
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
  silent(
    'released in finally',
    `export async function f() {
const client = await pool.connect();
try {
  return await client.query('SELECT 1');
} finally {
  client.release();
}
}`,
  ),
  silent(
    'a nested finally',
    `export async function f() {
const client = await pool.connect();
try {
  await client.query('SELECT 1');
} catch (error) {
  try { await client.query('ROLLBACK'); } catch { log('gone'); }
  throw error;
} finally {
  client.release();
}
}`,
  ),
  silent(
    'acquired in the try, released where it was acquired',
    `export async function f() {
let client: PoolClient | undefined;
try {
  client = await pool.connect();
  await client.query('SELECT 1');
} finally {
  client?.release();
}
}`,
  ),
  silent(
    'a connection of its own only where none is given',
    `export async function f(given?: PoolClient) {
const client = given ?? (await pool.connect());
try {
  await client.query('SELECT 1');
} finally {
  if (!given) client.release();
}
}`,
  ),
  silent(
    'returned',
    `export async function f() {
const client = await pool.connect();
await client.query('BEGIN');
return client;
}`,
  ),
  silent(
    'stored',
    `export class Holder {
client: PoolClient | undefined;
async start() {
  const client = await pool.connect();
  await client.query('LISTEN a');
  this.client = client;
}
}`,
  ),
  silent(
    'handed to a function that gives it back',
    `function close(client: PoolClient) { client.release(); }
export async function f() {
const client = await pool.connect();
try { await work(); } finally { close(client); }
}`,
  ),
  silent(
    'given back behind a promise',
    `export async function f() {
const client = await pool.connect();
return work().finally(() => client.release());
}`,
  ),
  silent(
    'given back when told to stop',
    `export async function f(signal: AbortSignal) {
const client = await pool.connect();
signal.addEventListener('abort', () => client.release());
await client.query('LISTEN a');
}`,
  ),
  silent(
    'a clean-up function',
    `export async function f() {
const client = await pool.connect();
const cleanUp = () => client.release();
try { await work(); } finally { cleanUp(); }
}`,
  ),
  silent('runExclusive', `export const f = () => mutex.runExclusive(() => work());`),
  silent(
    'a permit that another method gives back',
    `export class Gate {
private readonly slots = new Sema(3);
async enter() { await this.slots.acquire(); await work(); }
leave() { this.slots.release(); }
}`,
  ),
  silent(
    'nothing that is known to fail',
    `export async function f() {
const release = await mutex.acquire();
log('in');
release();
}`,
  ),
  silent(
    'connecting fails before there is anything to give back',
    `export async function f() {
const runner = source.createQueryRunner();
await runner.connect();
try { await runner.query('SELECT 1'); } finally { await runner.release(); }
}`,
  ),
  silent(
    'a flag taken back in finally',
    `export class Poller {
private running = false;
async tick() {
  if (this.running) return;
  this.running = true;
  try { await work(); } finally { this.running = false; }
}
}`,
  ),
  silent(
    'a flag that nobody is turned away by',
    `export class Page {
loading = false;
async load() { this.loading = true; await work(); this.loading = false; }
}`,
  ),
  silent(
    'a flag that stays set by design',
    `export class Once {
private started = false;
async start() {
  if (this.started) return;
  this.started = true;
  if (flag) { this.started = false; return; }
  await work();
}
}`,
  ),
  silent(
    'MISSED: callback form',
    `export function f() {
pool.connect((error, client) => {
  if (error || !client) return;
  if (flag) return;
  client.release();
});
}`,
  ),
  silent(
    'acquired in the try whose finally asks whether it is there',
    `export async function f() {
let client: PoolClient | undefined;
try {
  client = await pool.connect();
  await client.query('SELECT 1');
} finally {
  client?.release();
}
}`,
  ),
  silent(
    'a query runner that has taken no connection yet',
    `export async function f() {
const runner = source.createQueryRunner();
if (flag) throw new Error('before');
await work();
await runner.connect();
try {
  await runner.query('SELECT 1');
} finally {
  await runner.release();
}
}`,
  ),
  silent(
    'a query runner that is used again and again',
    `export async function f(ids: string[]) {
const runner = source.createQueryRunner();
await runner.connect();
try {
  for (const id of ids) await runner.query('SELECT $1', [id]);
} finally {
  await runner.release();
}
}`,
  ),
  silent(
    'marks that are taken back whatever happens',
    `let active = 0;
const busy = new Set<string>();
export class Limiter {
active = 0;
private done() { this.active--; }
async method() { this.active++; try { await work(); } finally { this.done(); } }
both() { this.active++; return work().then(() => { this.active--; }, () => { this.active--; }); }
last() { this.active++; return work().finally(() => { this.active--; }); }
}
export async function one(id: string) {
if (busy.has(id)) return;
busy.add(id);
try { await work(); } finally { busy.delete(id); }
}
export async function seen(id: string) {
if (busy.has(id)) return;
busy.add(id);
await work();
}
export async function counted() { active++; await work(); }
export class Throttle {
active = 0;
private done() { this.active--; }
attach(instance: import('axios').AxiosInstance) {
  instance.interceptors.request.use(config => { this.active++; return config; });
  instance.interceptors.response.use(
    response => { this.done(); return response; },
    error => { this.done(); return Promise.reject(error); },
  );
}
}`,
  ),
  {
    ...silent(
      'code that does not compile',
      `export async function f() { const a = await missing.connect(); a.b; a.release(); pool.connect(nothing); }`,
    ),
    allowTypeErrors: true as const,
  },
];
