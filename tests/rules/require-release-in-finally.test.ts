import rule from '../../src/rules/require-release-in-finally.js';
import { testRule } from '../typed-rule-tester.js';
import { client, reported, silent } from './require-release-in-finally.cases.js';

/** A class that runs one job after another, each taken from its own list as is said. */
const serial = (job: string, taken: string) => `export class Serial {
  private readonly line: (() => Promise<void>)[] = [];
  private running = false;
  private async go() {
    if (this.running) return;
    this.running = true;
    while (this.line.length > 0) { const next = this.line[0]!; await ${taken}(); this.line.shift(); if (!next) log(''); }
    this.running = false;
  }
  run() { return new Promise<void>(resolve => { this.line.push(${job}); void this.go(); }); }
}`;

testRule('require-release-in-finally', rule, {
  invalid: [
    reported(
      'released only when nothing throws',
      `export async function f() {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 1');
  client.release();
  return rows;
}`,
      'notOnThrow',
      { ...client, by: 'client.query', line: 3 },
      { line: 2, column: 24 },
      {
        messageId: 'wrapInTry',
        data: { release: 'client.release' },
        output: `export async function f() {
  const client = await pool.connect();
  try {
const { rows } = await client.query('SELECT 1');
return rows;
} finally {
client.release();
}
}`,
      },
    ),
    reported(
      'a query before the try',
      `export async function f() {
  const client = await pool.connect();
  await client.query('BEGIN'); // first
  try {
    await work(client.query('SELECT 1'));
  } finally {
    client.release();
  }
}`,
      'notOnThrow',
      { ...client, by: 'client.query', line: 3 },
      { line: 2, column: 24 },
    ),
    reported(
      'a query before the try, without a comment behind it',
      `export async function f() {
  const client = await pool.connect();
  await client.query('BEGIN');
  try {
    await work(client.query('SELECT 1'));
  } finally {
    client.release();
  }
}`,
      'notOnThrow',
      { ...client, by: 'client.query', line: 3 },
      { line: 2, column: 24 },
      {
        messageId: 'moveIntoTry',
        output: `export async function f() {
  const client = await pool.connect();
  try { await client.query('BEGIN');
    await work(client.query('SELECT 1'));
  } finally {
    client.release();
  }
}`,
      },
    ),
    reported(
      'a try with a catch sees other errors',
      `export async function f() {
  const client = await pool.connect();
  await client.query('BEGIN');
  try {
    await client.query('SELECT 1');
  } catch (error) {
    log(String(error));
  } finally {
    client.release();
  }
}`,
      'notOnThrow',
      { ...client, by: 'client.query', line: 3 },
      { line: 2, column: 24 },
    ),
    reported(
      'an early return',
      `export async function f() {
  const client = await pool.connect();
  if (flag) return;
  client.release();
}`,
      'notOnPath',
      { ...client, how: 'returns', line: 3 },
      { line: 2, column: 24 },
    ),
    reported(
      'a release in the catch alone',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SELECT 1');
  } catch (error) {
    client.release();
    throw error;
  }
}`,
      'notOnPath',
      { ...client, how: 'ends', line: 9 },
      { line: 2, column: 24 },
    ),
    reported(
      'a rollback that throws before the release',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SELECT 1');
    client.release();
  } catch {
    await client.query('ROLLBACK');
    client.release();
  }
}`,
      'beforeRelease',
      { call: 'pool.connect', release: 'client.release', by: 'client.query', line: 7 },
      { line: 2, column: 24 },
    ),
    reported(
      'never given back',
      `export async function f() {
  const client = await pool.connect();
  await client.query('SELECT 1');
}`,
      'never',
      { call: 'pool.connect', what: 'a connection' },
      { line: 2, column: 24 },
    ),
    reported(
      'a loop that goes on',
      `export async function f(ids: string[]) {
  for (const id of ids) {
    const release = await mutex.acquire();
    if (id === '') continue;
    release();
  }
}`,
      'notOnPath',
      { call: 'mutex.acquire', what: 'a lock', release: 'release', how: 'ends', line: 7 },
      { line: 3, column: 27 },
    ),
    reported(
      'a releaser in a pair',
      `export async function f() {
  const [value, release] = await semaphore.acquire();
  await work(value);
  release();
}`,
      'notOnThrow',
      { call: 'semaphore.acquire', what: 'a permit', release: 'release', by: 'work', line: 3 },
      { line: 2, column: 34 },
      {
        messageId: 'wrapInTry',
        data: { release: 'release' },
        output: `export async function f() {
  const [value, release] = await semaphore.acquire();
  try {
await work(value);
} finally {
release();
}
}`,
      },
    ),
    reported(
      'a permit of the receiver',
      `export class Uploads {
  private readonly slots = new Sema(3);
  async upload() {
    await this.slots.acquire();
    const answer = await work();
    this.slots.release();
    return answer.length;
  }
}`,
      'notOnThrow',
      { call: 'this.slots.acquire', what: 'a permit', release: 'this.slots.release', by: 'work', line: 5 },
      { line: 4, column: 11 },
      {
        messageId: 'wrapInTry',
        data: { release: 'this.slots.release' },
        output: `export class Uploads {
  private readonly slots = new Sema(3);
  async upload() {
    await this.slots.acquire();
    try {
const answer = await work();
return answer.length;
} finally {
this.slots.release();
}
  }
}`,
      },
    ),
    reported(
      'a query runner, lent by a method of the project',
      `class Migrations {
  private async runner() {
    const runner = source.createQueryRunner();
    await runner.connect();
    return runner;
  }
  async run() {
    const runner = await this.runner();
    await runner.query('SELECT 1');
    await runner.release();
  }
}
export { Migrations };`,
      'notOnThrow',
      { call: 'this.runner', what: 'a connection', release: 'runner.release', by: 'runner.query', line: 9 },
      { line: 8, column: 26 },
      {
        messageId: 'wrapInTry',
        data: { release: 'runner.release' },
        output: `class Migrations {
  private async runner() {
    const runner = source.createQueryRunner();
    await runner.connect();
    return runner;
  }
  async run() {
    const runner = await this.runner();
    try {
await runner.query('SELECT 1');
} finally {
await runner.release();
}
  }
}
export { Migrations };`,
      },
    ),
    reported(
      'a file handle',
      `export async function f() {
  const file = await open('a.txt');
  const { size } = await file.stat();
  await file.close();
  return size;
}`,
      'notOnThrow',
      { call: 'open', what: 'a file handle', release: 'file.close', by: 'file.stat', line: 3 },
      { line: 2, column: 22 },
      {
        messageId: 'wrapInTry',
        data: { release: 'file.close' },
        output: `export async function f() {
  const file = await open('a.txt');
  try {
const { size } = await file.stat();
return size;
} finally {
await file.close();
}
}`,
      },
    ),
    reported(
      'a function of the project that throws',
      `function check(text: string) {
  if (text === '') throw new Error('empty');
}
export async function f(text: string) {
  const client = await pool.connect();
  check(text);
  client.release();
}`,
      'notOnThrow',
      { ...client, by: 'check', line: 6 },
      { line: 5, column: 24 },
      {
        messageId: 'wrapInTry',
        data: { release: 'client.release' },
        output: `function check(text: string) {
  if (text === '') throw new Error('empty');
}
export async function f(text: string) {
  const client = await pool.connect();
  try {
check(text);
} finally {
client.release();
}
}`,
      },
    ),
    reported(
      'a promise that is returned past the release',
      `export async function f(fn: (client: PoolClient) => Promise<string>) {
  const client = await pool.connect();
  try {
    return fn(client);
  } finally {
    client.release();
  }
}`,
      'returnedWork',
      { call: 'fn', release: 'client.release' },
      { line: 4, column: 12 },
      {
        messageId: 'awaitReturned',
        output: `export async function f(fn: (client: PoolClient) => Promise<string>) {
  const client = await pool.connect();
  try {
    return await fn(client);
  } finally {
    client.release();
  }
}`,
      },
    ),
    reported(
      'jobs of a line of its own, of which one may fail',
      serial('async () => { await work(); resolve(); }', 'this.line[0]!'),
      'staysSet',
      { name: 'this.running', by: 'this.line -> work', line: 7 },
      { line: 6, column: 5 },
    ),
    reported(
      'a flag that turns others away',
      `export class Poller {
  private running = false;
  async tick() {
    if (this.running) return;
    this.running = true;
    await work();
    this.running = false;
  }
}`,
      'staysSet',
      { name: 'this.running', by: 'work', line: 6 },
      { line: 5, column: 5 },
    ),
    reported(
      'a counter of work under way',
      `let active = 0;
export async function f() {
  active += 1;
  await work();
  active -= 1;
}
export const count = () => active;`,
      'staysSet',
      { name: 'active', by: 'work', line: 4 },
      { line: 3, column: 3 },
    ),
    reported(
      'acquired in the try whose finally releases what may not be there',
      `export async function f() {
  let client!: PoolClient;
  try {
    client = await pool.connect();
    await client.query('SELECT 1');
  } finally {
    client.release();
  }
}`,
      'notThere',
      { call: 'pool.connect', release: 'client.release' },
      { line: 4, column: 20 },
      {
        messageId: 'acquireFirst',
        output: `export async function f() {
  let client!: PoolClient;
  client = await pool.connect();
  try {
    
    await client.query('SELECT 1');
  } finally {
    client.release();
  }
}`,
      },
    ),
    reported(
      'a query runner that has taken its connection',
      `export async function f() {
  const runner = source.createQueryRunner();
  await runner.connect();
  await work();
  try {
    await runner.query('SELECT 1');
  } finally {
    await runner.release();
  }
}`,
      'notOnThrow',
      {
        call: 'source.createQueryRunner',
        what: 'a connection',
        release: 'runner.release',
        by: 'work',
        line: 4,
      },
      { line: 2, column: 18 },
      {
        messageId: 'moveIntoTry',
        output: `export async function f() {
  const runner = source.createQueryRunner();
  try { await runner.connect();
  await work();
    await runner.query('SELECT 1');
  } finally {
    await runner.release();
  }
}`,
      },
    ),
    reported(
      'a counter that a method counts down',
      `export class Limiter {
  active = 0;
  private done() { this.active--; }
  async run() {
    this.active++;
    await work();
    this.done();
  }
}`,
      'staysSet',
      { name: 'this.active', by: 'work', line: 6 },
      { line: 5, column: 5 },
    ),
    reported(
      'a counter that only success counts down',
      `let active = 0;
export function run() {
  active++;
  return work().then(() => { active--; });
}`,
      'staysSet',
      { name: 'active', by: 'work', line: 4 },
      { line: 3, column: 3 },
    ),
    reported(
      'requests that one interceptor counts up and another counts down',
      `import type { AxiosInstance } from 'axios';
export class Throttle {
  active = 0;
  private done() { this.active--; }
  attach(instance: AxiosInstance) {
    instance.interceptors.request.use(config => { this.active++; return config; });
    instance.interceptors.response.use(response => { this.done(); return response; }, error => Promise.reject(error));
  }
}`,
      'onSuccess',
      { name: 'this.active', by: 'instance.interceptors.response.use' },
      { line: 7, column: 5 },
    ),
    reported(
      'a key that turns others away',
      `const busy = new Set<string>();
export async function run(id: string) {
  if (busy.has(id)) return;
  busy.add(id);
  await work();
  busy.delete(id);
}`,
      'staysSet',
      { name: 'busy', by: 'work', line: 5 },
      { line: 4, column: 3 },
    ),
    reported(
      'a flag that others wait for',
      `let busy = false;
export async function run() {
  while (busy) await work();
  busy = true;
  await work();
  busy = false;
}`,
      'staysSet',
      { name: 'busy', by: 'work', line: 5 },
      { line: 4, column: 3 },
    ),
  ],
  valid: [
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
    ...['this.line[0]!', '(this.line.shift()!)', 'next'].map(taken =>
      silent(
        `jobs of a line of its own, each of which catches what it throws: ${taken}`,
        serial(
          'async () => { try { await work(); } catch (error) { log(String(error)); } finally { resolve(); } }',
          taken,
        ),
      ),
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
  ],
});
