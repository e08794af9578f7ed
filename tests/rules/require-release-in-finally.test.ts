import rule from '../../src/rules/require-release-in-finally.js';
import { testRule } from '../typed-rule-tester.js';
import { client, leftAlone, reported } from './require-release-in-finally.cases.js';

testRule('require-release-in-finally', rule, {
  invalid: [
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
  valid: leftAlone,
});
