import rule from '../../src/rules/no-blocking-call-in-async.js';
import {
  awaited,
  inTurn,
  onlyOffered,
  requests,
  wait,
  computes,
  twinOf,
  chain,
  direct,
  threads,
  reported,
  readFile,
  leftAlone,
  withoutRepair,
} from './no-blocking-call-in-async.cases.js';
import { testRule } from '../typed-rule-tester.js';
testRule('no-blocking-call-in-async', rule, {
  invalid: [
    ...onlyOffered,
    // Where it is reached from ----------------------------------------------------------------------------------------
    reported(
      'a read in an async function, by the namespace',
      `import fs from 'node:fs';
export async function load(path: string) {
  return fs.readFileSync(path, 'utf8');
}`,
      { trace: 'fs.readFileSync', line: 3, column: 10, advice: readFile },
      `import fs from 'node:fs';
export async function load(path: string) {
  return await fs.promises.readFile(path, 'utf8');
}`,
    ),
    reported(
      'a handler of a server, three helpers above the read',
      `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
export const readConfig = () => JSON.parse(readFileSync('config.json', 'utf8'));
export const loadTemplate = () => readConfig().template;
createServer((request, response) => {
  response.end(loadTemplate());
});`,
      {
        trace: 'loadTemplate -> readConfig -> readFileSync',
        line: 6,
        column: 16,
        place: requests,
        advice: chain,
      },
    ),
    reported(
      'a function that is given a reply answers a request, whoever registers it',
      `import type { ServerResponse } from 'node:http';
import { execSync } from 'node:child_process';
const sh = (command: string) => execSync(command, { timeout: 3000 }).toString();
declare const app: { get(path: string, handler: (id: string, response: ServerResponse) => void): void };
app.get('/disk', (id, response) => {
  response.end(sh('df'));
  response.end(sh('df -h'));
});`,
      { trace: 'sh -> execSync', line: 6, column: 16, does: wait, place: requests, advice: chain },
    ),
    reported(
      'a method of a controller that is not async',
      `import { Get } from '@nestjs/common';
import fs from 'node:fs';
class Backups {
  list() { return fs.readdirSync('/backups').map(name => fs.readFileSync(name, 'utf8')); }
}
export class BackupsController {
  constructor(private readonly backups: Backups) {}
  @Get() list() { return this.backups.list(); }
}`,
      {
        trace: 'this.backups.list -> fs.readdirSync.map -> fs.readFileSync',
        line: 8,
        column: 26,
        place: requests,
        advice: chain,
      },
    ),
    reported(
      'a function that is given what a framework wraps its reply in',
      `import type { IncomingMessage, ServerResponse } from 'node:http';
import { execFileSync } from 'node:child_process';
interface Reply { raw: ServerResponse; send(value: string): void }
declare const app: { get(path: string, handler: (request: { raw: IncomingMessage }, reply: Reply) => void): void };
app.get('/disk', (_request, reply) => { reply.send(execFileSync('df').toString()); });`,
      { trace: 'execFileSync', line: 5, column: 52, does: wait, place: requests },
    ),
    reported(
      'a method that is called through an interface, and the one class behind it',
      `import fs from 'node:fs';
interface Store { load(): string }
class Disk implements Store { load() { return fs.readFileSync('a', 'utf8'); } }
export class Service {
  constructor(private readonly store: Store = new Disk()) {}
  async run() { return this.store.load(); }
}`,
      { trace: 'this.store.load -> fs.readFileSync', line: 6, column: 24, advice: chain },
    ),
    reported(
      'an abstract method, through a class in between',
      `import { scryptSync } from 'node:crypto';
abstract class Hasher { abstract hash(password: string): Buffer; }
abstract class Salted extends Hasher { readonly salt = 'salt'; }
class Slow extends Salted { hash = (password: string) => scryptSync(password, this.salt, 64); }
export const hashers = [Slow];
export async function login(hasher: Hasher, password: string) { return hasher.hash(password); }`,
      {
        trace: 'hasher.hash -> scryptSync',
        line: 6,
        column: 72,
        does: computes,
        advice: threads,
      },
    ),
    reported(
      'a callback that a function makes',
      `import { readFileSync } from 'node:fs';
import path from 'node:path';
const reader = (root: string) => (name: string) => readFileSync(path.join(root, name), 'utf8');
export async function all(root: string, names: string[]) { return names.map(reader(root)); }`,
      { trace: 'names.map -> reader -> readFileSync', line: 4, column: 67, advice: chain },
    ),
    reported(
      'what is only offered to others',
      `import { scryptSync } from 'node:crypto';
async function fetch(password: string) { return scryptSync(password, 'b', 32); }
export default { fetch };`,
      { trace: 'scryptSync', line: 2, column: 49, does: computes, advice: threads },
    ),
    reported(
      'a method that only has the name of a hook',
      `import { createCipheriv, scryptSync } from 'node:crypto';
export class Keys {
  async onModuleInit() { return createCipheriv('aes-256-gcm', scryptSync('a', 'b', 32), 'c'); }
}`,
      { trace: 'scryptSync', line: 3, column: 63, does: computes, advice: threads },
    ),
    reported(
      'a handler of jobs',
      `import { Worker } from 'bullmq';
import { spawnSync } from 'node:child_process';
new Worker('convert', async job => {
  spawnSync('convert', [job.id ?? '']);
});`,
      { trace: 'spawnSync', line: 4, column: 3, does: wait, place: 'a handler of jobs' },
    ),
    reported(
      'an event listener and a timer',
      `import { EventEmitter } from 'node:events';
import fs from 'node:fs';
export const events = new EventEmitter();
events.on('saved', () => fs.writeFileSync('log', 'saved'));
setInterval(() => {
  fs.writeFileSync('log', 'tick');
}, 1000);`,
      [
        {
          trace: 'fs.writeFileSync',
          line: 4,
          column: 26,
          place: 'an event listener',
          advice: `${twinOf('promises.writeFile')}${inTurn}`,
        },
        {
          trace: 'fs.writeFileSync',
          line: 6,
          column: 3,
          place: 'a timer',
          advice: `${twinOf('promises.writeFile')}${inTurn}`,
        },
      ],
    ),
    reported(
      'a function that returns a promise and blocks before it does',
      `import { spawnSync } from 'node:child_process';
export const spawnAsync = (command: string): Promise<string> =>
  new Promise(resolve => {
    resolve(spawnSync(command).stdout.toString());
  });
export async function disks() {
  return spawnAsync('df');
}`,
      { trace: 'spawnSync', line: 4, column: 13, does: wait, place: 'a function that returns a promise' },
    ),
    reported(
      'callbacks that run on the spot, written in place and by name',
      `import { readFileSync } from 'node:fs';
const load = (path: string) => readFileSync(path, 'utf8').length;
export async function sizes(paths: string[]) {
  const all = paths.map(path => readFileSync(path).length);
  return [all, paths.map(load), paths.map(path => load(path))];
}
export { load };`,
      [
        {
          trace: 'readFileSync',
          line: 4,
          column: 33,
          advice: readFile,
        },
        { trace: 'paths.map -> load -> readFileSync', line: 5, column: 16, advice: chain },
      ],
    ),
    reported(
      'a mere name that is handed to what runs it',
      `import fs from 'node:fs';
export async function load(paths: URL[]) {
  return paths.map<Buffer>(fs.readFileSync as (path: URL) => Buffer);
}`,
      { trace: 'paths.map -> fs.readFileSync', line: 3, column: 10, advice: chain },
    ),
    reported(
      'a method, a getter and a constructor',
      `import fs from 'node:fs';
export class Store {
  constructor(private readonly path: string) {
    fs.readdirSync(path);
  }
  get content() {
    return fs.readFileSync(this.path, 'utf8');
  }
  save(text: string) {
    fs.writeFileSync(this.path, text);
  }
}
export async function copy(from: string) {
  const store = new Store(from);
  store.save(store.content);
}`,
      [
        { trace: 'Store -> fs.readdirSync', line: 14, column: 21, advice: chain },
        { trace: 'store.save -> fs.writeFileSync', line: 15, column: 3, advice: `${awaited}${inTurn}` },
        { trace: 'store.content -> fs.readFileSync', line: 15, column: 14, advice: chain },
      ],
    ),
    reported(
      'aliases, destructured and renamed imports, require, a bound function',
      `import fs, { readFileSync as read } from 'fs';
import nodeFs = require('node:fs');
const { readFileSync: destructured } = fs;
const alias = fs.readFileSync;
const bound = fs.readFileSync.bind(fs);
export async function load() {
  return [read('a'), nodeFs.readFileSync('b'), destructured('c'), alias('d'), bound('e')];
}`,
      [
        {
          trace: 'read',
          line: 7,
          column: 11,
          advice: readFile,
          suggestions: [
            {
              messageId: 'twin',
              data: { twin: 'promises.readFile' },
              output: `import { readFile } from 'fs/promises';
import fs, { readFileSync as read } from 'fs';
import nodeFs = require('node:fs');
const { readFileSync: destructured } = fs;
const alias = fs.readFileSync;
const bound = fs.readFileSync.bind(fs);
export async function load() {
  return [await readFile('a'), nodeFs.readFileSync('b'), destructured('c'), alias('d'), bound('e')];
}`,
            },
          ],
        },
        { trace: 'nodeFs.readFileSync', line: 7, column: 22, advice: readFile },
        { trace: 'destructured', line: 7, column: 48, advice: readFile },
        { trace: 'alias', line: 7, column: 67, advice: readFile },
        { trace: 'bound', line: 7, column: 79, advice: readFile },
      ],
    ),
    reported(
      'packages that stand for node:fs, and add to it',
      `import fse from 'fs-extra';
import gracefulFs from 'graceful-fs';
export async function move(path: string) {
  gracefulFs.readFileSync(path);
  fse.copySync(path, 'b');
}`,
      [
        { trace: 'gracefulFs.readFileSync', line: 4, column: 3, advice: readFile },
        { trace: 'fse.copySync', line: 5, column: 3, advice: twinOf('copy') },
      ],
      `import fse from 'fs-extra';
import gracefulFs from 'graceful-fs';
export async function move(path: string) {
  await gracefulFs.promises.readFile(path);
  await fse.copy(path, 'b');
}`,
    ),
    reported(
      'names without Sync in them: a shell, a lock, a loop on the clock',
      `import shell from 'shelljs';
export async function wait(flags: Int32Array, end: number) {
  shell.exec('make');
  Atomics.wait(flags, 0, 0);
  while (Date.now() < end) {}
}`,
      [
        { trace: 'shell.exec', line: 3, column: 3, does: wait },
        { trace: 'Atomics.wait', line: 4, column: 3, does: wait },
        { trace: 'while (Date.now() < end)', line: 5, column: 3, does: wait },
      ],
    ),
    reported(
      'key derivation and what depends on arguments',
      `import crypto from 'node:crypto';
import jwt from 'jsonwebtoken';
export async function register(password: string, key: string) {
  crypto.scryptSync(password, 'salt', 32);
  return jwt.sign({ password }, key, { algorithm: 'RS256' });
}`,
      [
        { trace: 'crypto.scryptSync', line: 4, column: 3, does: computes, advice: threads },
        { trace: 'jwt.sign', line: 5, column: 10, does: computes, advice: threads },
      ],
    ),
    reported(
      'in-house functions, by a tag',
      `/** Asks the device. @blocking */
export declare function probeDevice(): number;
/** Asks the device. @blocking */
export function probe(): number {
  return 1;
}
export async function measure() {
  return probe();
}`,
      { trace: 'probe (@blocking)', line: 8, column: 10, does: wait, advice: direct },
    ),
    reported(
      'an async function that is used while the process starts, and by a timer',
      `import fs from 'node:fs';
async function refresh() {
  fs.readFileSync('config.json');
}
await refresh();
setInterval(refresh, 60_000);
export {};`,
      { trace: 'fs.readFileSync', line: 3, column: 3, advice: readFile },
      `import fs from 'node:fs';
async function refresh() {
  await fs.promises.readFile('config.json');
}
await refresh();
setInterval(refresh, 60_000);
export {};`,
    ),
    reported(
      'methods of objects that nobody in sight calls: exported, or given to somebody unknown',
      `import fs from 'node:fs';
declare class Type { constructor(config: object); }
declare function register(config: unknown): void;
async function ban() { return fs.readFileSync('ban.sql', 'utf8'); }
async function drop() { return fs.readFileSync('drop.sql', 'utf8'); }
async function hide() { return fs.readFileSync('hide.sql', 'utf8'); }
export const resolvers = { ban: { async resolve() { return ban(); } } };
export const type = new Type({ drop: { async resolve() { return drop(); } } });
register({ async resolve() { return hide(); } });
export default { async resolve() { return (await ban()) + fs.readFileSync('all.sql', 'utf8'); } };`,
      [
        { trace: 'fs.readFileSync', line: 4, column: 31, advice: readFile },
        { trace: 'fs.readFileSync', line: 5, column: 32, advice: readFile },
        { trace: 'fs.readFileSync', line: 6, column: 32, advice: readFile },
        { trace: 'fs.readFileSync', line: 10, column: 59, advice: readFile },
      ],
      `import fs from 'node:fs';
declare class Type { constructor(config: object); }
declare function register(config: unknown): void;
async function ban() { return await fs.promises.readFile('ban.sql', 'utf8'); }
async function drop() { return await fs.promises.readFile('drop.sql', 'utf8'); }
async function hide() { return await fs.promises.readFile('hide.sql', 'utf8'); }
export const resolvers = { ban: { async resolve() { return ban(); } } };
export const type = new Type({ drop: { async resolve() { return drop(); } } });
register({ async resolve() { return hide(); } });
export default { async resolve() { return (await ban()) + await fs.promises.readFile('all.sql', 'utf8'); } };`,
    ),
    reported(
      'a member that the platform reads as well',
      `import fs from 'node:fs';
import { ReadableStream, type UnderlyingSource } from 'node:stream/web';
async function fill() { return fs.readFileSync('a', 'utf8'); }
const source: UnderlyingSource<string> = { pull: async () => { await fill(); } };
await source.pull?.({} as never);
export const load = () => new ReadableStream(source);`,
      { trace: 'fs.readFileSync', line: 3, column: 32, advice: readFile },
      `import fs from 'node:fs';
import { ReadableStream, type UnderlyingSource } from 'node:stream/web';
async function fill() { return await fs.promises.readFile('a', 'utf8'); }
const source: UnderlyingSource<string> = { pull: async () => { await fill(); } };
await source.pull?.({} as never);
export const load = () => new ReadableStream(source);`,
    ),
    reported(
      'a test of one field before another is filled',
      `import { readFileSync } from 'node:fs';
export class Templates {
  private ready?: string;
  private text = '';
  async load() {
    if (!this.ready) this.text = readFileSync('a', 'utf8');
    return this.text;
  }
}`,
      {
        trace: 'readFileSync',
        line: 6,
        column: 34,
        advice: readFile,
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'promises.readFile' },
            output: `import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
export class Templates {
  private ready?: string;
  private text = '';
  async load() {
    if (!this.ready) this.text = await readFile('a', 'utf8');
    return this.text;
  }
}`,
          },
        ],
      },
    ),
    reported(
      'a flag that says busy keeps nothing',
      `import { readdirSync } from 'node:fs';
let busy = false;
export async function sweep() {
  if (busy) return;
  busy = true;
  readdirSync('tmp');
  busy = false;
}`,
      {
        trace: 'readdirSync',
        line: 6,
        column: 3,
        advice: twinOf('promises.readdir'),
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'promises.readdir' },
            output: `import { readdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
let busy = false;
export async function sweep() {
  if (busy) return;
  busy = true;
  await readdir('tmp');
  busy = false;
}`,
          },
        ],
      },
    ),
    reported(
      'short calls and databases, for who asks for them',
      `import Database from 'better-sqlite3';
import fs from 'node:fs';
const db = new Database('shop.db');
export async function find(id: string) {
  if (!fs.existsSync('shop.db')) return undefined;
  return db.prepare('SELECT 1').get(id);
}`,
      [
        { trace: 'fs.existsSync', line: 5, column: 8, does: 'makes a short system call' },
        {
          trace: 'db.prepare.get',
          line: 6,
          column: 10,
          does: 'asks a database',
          advice: 'Ask it from a worker thread',
        },
      ],
      null,
      [{ minimum: 'metadata', databases: true }],
    ),
    reported(
      'a command may hold a server',
      `#!/usr/bin/env node
import { createServer } from 'node:http';
import fs from 'node:fs';
async function main() {
  fs.readFileSync('config.json');
  createServer((request, response) => void response.end(fs.readFileSync('page.html')));
}
void main();`,
      { trace: 'fs.readFileSync', line: 6, column: 57, place: requests, advice: readFile },
    ),
    reported(
      'synchronous handlers that are registered by name, bound, and kept in a field',
      `import { Worker } from 'bullmq';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
function convert(): any {
  fs.readFileSync('a');
}
new Worker('convert', convert);
setInterval(tick, 1000);
function tick() {
  fs.readFileSync('b');
}
export class Log {
  constructor(events: EventEmitter) {
    events.on('saved', this.save.bind(this));
    events.on('loaded', this.load);
  }
  private save() {
    fs.readFileSync('c');
  }
  private load = () => {
    fs.readFileSync('d');
  };
}`,
      [
        { trace: 'fs.readFileSync', line: 5, column: 3, place: 'a handler of jobs', advice: readFile },
        { trace: 'fs.readFileSync', line: 10, column: 3, place: 'a timer', advice: readFile },
        { trace: 'fs.readFileSync', line: 18, column: 5, place: 'an event listener', advice: readFile },
        { trace: 'fs.readFileSync', line: 21, column: 5, place: 'an event listener', advice: readFile },
      ],
    ),
    reported(
      'a function that an adapter holds, and requests call',
      `import { createServer } from 'node:http';
import fs from 'node:fs';
interface Adapter { list(folder: string): Promise<string[]> }
const adapter: Adapter = {
  list: async folder => {
    return fs.readdirSync(folder);
  },
};
createServer((request, response) => void adapter.list('a').then(names => response.end(names.join())));`,
      { trace: 'fs.readdirSync', line: 6, column: 12, advice: twinOf('promises.readdir') },
      `import { createServer } from 'node:http';
import fs from 'node:fs';
interface Adapter { list(folder: string): Promise<string[]> }
const adapter: Adapter = {
  list: async folder => {
    return await fs.promises.readdir(folder);
  },
};
createServer((request, response) => void adapter.list('a').then(names => response.end(names.join())));`,
    ),
    reported(
      'what promisify makes of a blocking function',
      `import { promisify } from 'node:util';
import { execSync } from 'node:child_process';
const run = promisify(execSync as (command: string) => void);
export async function disks() {
  await run('df');
  await promisify(execSync as (command: string) => void)('df -h');
}`,
      [
        { trace: 'run -> execSync', line: 5, column: 9, does: wait, advice: chain },
        { trace: 'promisify -> execSync', line: 6, column: 9, does: wait, advice: chain },
      ],
    ),
    reported(
      'a getter of an object, a loop with its clock in the head, a generator that is read on the spot',
      `import fs from 'node:fs';
export const config = {
  get text() {
    return fs.readFileSync('config.json', 'utf8');
  },
};
function* lines(paths: string[]) {
  for (const path of paths) yield fs.readFileSync(path, 'utf8');
}
export async function load(paths: string[]) {
  for (const end = Date.now() + 500; Date.now() < end;) {}
  for (const line of lines(paths)) console.log(line);
  return [config.text, ...lines(paths)];
}`,
      [
        { trace: 'for (…; Date.now() < end; …)', line: 11, column: 3, does: wait },
        { trace: 'lines -> fs.readFileSync', line: 12, column: 22, advice: chain },
        { trace: 'config.text -> fs.readFileSync', line: 13, column: 11, advice: chain },
      ],
    ),
    reported(
      'the forms of the same function: a member by text, an import within the function, a namespace that is handed on',
      `import * as fs from 'node:fs';
export * as files from 'node:fs';
const byText = fs['readFileSync'];
export async function load(path: string) {
  const { readFileSync } = await import('node:fs');
  byText(path);
  fs['readdirSync'](path);
  return readFileSync(path);
}`,
      [
        { trace: 'byText', line: 6, column: 3, advice: readFile },
        { trace: 'fs.readdirSync', line: 7, column: 3, advice: twinOf('promises.readdir') },
        { trace: 'readFileSync', line: 8, column: 10, advice: readFile },
      ],
    ),
    reported(
      'callbacks that run soon, in asynchronous code',
      `import fs from 'node:fs';
export async function later(path: string) {
  process.nextTick(() => {
    fs.rmSync(path);
  });
  setImmediate(() => void fs.readFileSync(path));
}`,
      [
        { trace: 'fs.rmSync', line: 4, column: 5, advice: twinOf('promises.rm') },
        { trace: 'fs.readFileSync', line: 6, column: 27, advice: readFile },
      ],
    ),
    reported(
      'what depends on arguments: random bytes and signatures without a callback',
      `import crypto from 'node:crypto';
import jwt from 'jsonwebtoken';
export async function keys(password: string, key: string, done: (error: Error | null) => void) {
  crypto.randomBytes(10_000_000);
  jwt.sign({ password }, key, { algorithm: 'RS512' });
  crypto.randomBytes(10_000_000, done);
  jwt.sign({ password }, key, { algorithm: 'RS256' }, done);
}`,
      [
        { trace: 'crypto.randomBytes', line: 4, column: 3, does: 'makes a short system call' },
        { trace: 'jwt.sign', line: 5, column: 3, does: computes, advice: threads },
      ],
      null,
      [{ minimum: 'metadata' }],
    ),

    // Fixes and suggestions -------------------------------------------------------------------------------------------
    reported(
      'parentheses where something is done with the value, and comments stay',
      `import * as fs from 'fs';
export async function size(path: string) {
  // How long it is.
  return fs.readFileSync(/* where */ path).length;
}`,
      { trace: 'fs.readFileSync', line: 4, column: 10, advice: readFile },
      `import * as fs from 'fs';
export async function size(path: string) {
  // How long it is.
  return (await fs.promises.readFile(/* where */ path)).length;
}`,
    ),
    reported(
      'state that others share is changed afterwards: a suggestion',
      `import fs from 'node:fs';
let sum = 0;
export async function add(path: string) {
  const before = sum;
  const text = fs.readFileSync(path, 'utf8');
  sum = before + text.length;
}`,
      {
        trace: 'fs.readFileSync',
        line: 5,
        column: 16,
        advice: readFile,
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'promises.readFile' },
            output: `import fs from 'node:fs';
let sum = 0;
export async function add(path: string) {
  const before = sum;
  const text = await fs.promises.readFile(path, 'utf8');
  sum = before + text.length;
}`,
          },
        ],
      },
    ),
    reported(
      'a helper of the same file: made asynchronous with every call of it',
      `import { readFileSync } from 'node:fs';
const loadTemplate = (name: string): string => readFileSync(name, 'utf8');
function render(name: string) {
  return loadTemplate(name).trim();
}
export async function page() {
  return render('page') + loadTemplate('footer');
}`,
      [
        {
          trace: 'render -> loadTemplate -> readFileSync',
          line: 7,
          column: 10,
          advice: chain,
          suggestions: [
            {
              messageId: 'chain',
              data: { twin: 'promises.readFile' },
              output: `import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
const loadTemplate = async (name: string): Promise<string> => await readFile(name, 'utf8');
async function render(name: string) {
  return (await loadTemplate(name)).trim();
}
export async function page() {
  return await render('page') + await loadTemplate('footer');
}`,
            },
          ],
        },
      ],
    ),
    reported(
      'execFileSync for a text, through promisify',
      `import { execFileSync } from 'node:child_process';
export async function version() {
  return execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
}`,
      {
        trace: 'execFileSync',
        line: 3,
        column: 10,
        does: wait,
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'execFile' },
            output: `import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { execFileSync } from 'node:child_process';
export async function version() {
  return (await promisify(execFile)('git', ['--version'], { encoding: 'utf8' })).stdout.trim();
}`,
          },
        ],
      },
    ),
    reported(
      'a twin with an import of its own, in a file that has a line above',
      `import { globSync } from 'fast-glob';
export async function list() {
  const names = globSync('*');
  return names;
}`,
      {
        trace: 'globSync',
        line: 3,
        column: 17,
        advice: twinOf('glob'),
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'glob' },
            output: `import { glob } from 'fast-glob';
import { globSync } from 'fast-glob';
export async function list() {
  const names = await glob('*');
  return names;
}`,
          },
        ],
      },
    ),
    reported(
      'compression through promisify',
      `import zlib from 'node:zlib';
export async function pack(text: string) {
  return zlib.gzipSync(text).toString('base64');
}`,
      {
        trace: 'zlib.gzipSync',
        line: 3,
        column: 10,
        does: computes,
        advice: threads,
        suggestions: [
          {
            messageId: 'twin',
            data: { twin: 'gzip' },
            output: `import { promisify } from 'node:util';
import zlib from 'node:zlib';
export async function pack(text: string) {
  return (await promisify(zlib.gzip)(text)).toString('base64');
}`,
          },
        ],
      },
      null,
      [{ minimum: 'metadata' }],
    ),
    ...withoutRepair,
  ],
  valid: leftAlone,
});
