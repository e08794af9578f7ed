import rule from '../../src/rules/no-blocking-call-in-async.js';
import { testRule } from '../typed-rule-tester.js';

const async = 'an async function';
const requests = 'a handler of requests';
const file = 'reads or writes files';
const wait = 'waits for something outside';
const computes = 'computes for long';
const twinOf = (name: string): string => `Await \`${name}\` instead`;
const chain = 'Make the chain asynchronous and await it, or do it once while the process starts';
const direct = 'Use an asynchronous form and await it';
const threads = 'Use the form with a callback or a promise, or a worker thread';

interface Finding {
  readonly trace: string;
  readonly line: number;
  readonly column: number;
  readonly does?: string;
  readonly place?: string;
  readonly advice?: string;
  readonly suggestions?: {
    messageId: 'twin' | 'chain' | 'stream';
    data?: { twin: string };
    output: string;
  }[];
}

const errorOf = ({
  trace,
  line,
  column,
  does = file,
  place = async,
  advice = direct,
  suggestions,
}: Finding) => ({
  messageId: 'blockingCall' as const,
  data: { trace, does, place, advice },
  line,
  column,
  suggestions: suggestions ?? null,
});

const reported = (
  name: string,
  code: string,
  findings: Finding | readonly Finding[],
  output: string | null = null,
  options: readonly [object] | readonly [] = [],
) => ({
  name,
  code,
  output,
  options: options as readonly [object],
  errors: (Array.isArray(findings) ? (findings as readonly Finding[]) : [findings as Finding]).map(errorOf),
});

const silent = (name: string, code: string, options: readonly [object] | readonly [] = []) => ({
  name,
  code,
  options: options as readonly [object],
});

const readFile = twinOf('promises.readFile');

testRule('no-blocking-call-in-async', rule, {
  invalid: [
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
          advice: twinOf('promises.writeFile'),
        },
        {
          trace: 'fs.writeFileSync',
          line: 6,
          column: 3,
          place: 'a timer',
          advice: twinOf('promises.writeFile'),
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
        { trace: 'store.save -> fs.writeFileSync', line: 15, column: 3, advice: chain },
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
    reported(
      'a file that is sent whole: as a stream, too',
      `import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
export async function send(path: string, response: ServerResponse) {
  response.end(fs.readFileSync(path));
}`,
      {
        trace: 'fs.readFileSync',
        line: 4,
        column: 16,
        place: requests,
        advice: readFile,
        suggestions: [
          {
            messageId: 'stream',
            output: `import { pipeline } from 'node:stream/promises';
import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
export async function send(path: string, response: ServerResponse) {
  await pipeline(fs.createReadStream(path), response);
}`,
          },
        ],
      },
      `import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
export async function send(path: string, response: ServerResponse) {
  response.end(await fs.promises.readFile(path));
}`,
    ),
    ...(
      [
        ['a descriptor is no path', 'fs.readFileSync(3)', 'fs.readFileSync', file],
        ['a path or a descriptor', 'fs.readFileSync(pathOrFd)', 'fs.readFileSync', file],
        ['execSync has a shell and its own output', "execSync('ls')", 'execSync', wait],
        ['spawnSync never throws', "spawnSync('ls')", 'spawnSync', wait],
        [
          'execFileSync with input',
          "execFileSync('sort', [], { encoding: 'utf8', input: 'b' })",
          'execFileSync',
          wait,
        ],
        ['execFileSync for bytes', "execFileSync('ls', [])", 'execFileSync', wait],
        ['reads from a descriptor', 'fs.readSync(3, Buffer.alloc(9))', 'fs.readSync', file],
      ] as const
    ).map(([name, code, trace, does]) =>
      reported(
        `no repair: ${name}`,
        `import { execFileSync, execSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
declare const pathOrFd: string | number;
export { execFileSync, execSync, fs, pathOrFd, spawnSync };
export async function run() {
  ${code};
}`,
        { trace, line: 6, column: 3, does },
      ),
    ),
    ...(
      [
        ['existsSync has no twin', "fs.existsSync('a')", 'fs.existsSync'],
        ['openSync gives a number', "fs.openSync('a', 'r')", 'fs.openSync'],
        ['statSync that gives undefined', "fs.statSync('a', { throwIfNoEntry: false })", 'fs.statSync'],
        ['opendirSync is read on', "fs.opendirSync('a')", 'fs.opendirSync'],
      ] as const
    ).map(([name, code, trace]) =>
      reported(
        `no repair: ${name}`,
        `import fs from 'node:fs';
export async function run() {
  ${code};
}`,
        { trace, line: 3, column: 3, does: 'makes a short system call' },
        null,
        [{ minimum: 'metadata' }],
      ),
    ),
    ...(
      [
        ['in a callback that is not async', "['a'].map(path => fs.readFileSync(path));", 23],
        ['an optional call', "fs?.readFileSync('a');", 5],
        ['among the parameters', "const f = async (a = fs.readFileSync('a')) => a; void f();", 26],
      ] as const
    ).map(([name, code, column]) =>
      reported(
        `no repair: ${name}`,
        `import fs from 'node:fs';
export async function run() {
    ${code}
}`,
        { trace: 'fs.readFileSync', line: 3, column, advice: readFile },
      ),
    ),
    reported(
      'no repair: a helper that others call as well',
      `import fs from 'node:fs';
export function load(path: string) {
  return fs.readFileSync(path, 'utf8');
}
export async function run() {
  return load('a');
}`,
      { trace: 'load -> fs.readFileSync', line: 6, column: 10, advice: chain },
    ),
    reported(
      'no repair: a helper that is called where nobody can wait',
      `import fs from 'node:fs';
function load(path: string) {
  return fs.readFileSync(path, 'utf8');
}
export const size = () => load('a').length;
export async function run() {
  return load('a');
}`,
      { trace: 'load -> fs.readFileSync', line: 7, column: 10, advice: chain },
    ),
    reported(
      'no repair: a helper that is passed on',
      `import fs from 'node:fs';
function load(path: string) {
  return fs.readFileSync(path, 'utf8');
}
export const loaders = { load };
export async function run() {
  return load('a');
}`,
      { trace: 'load -> fs.readFileSync', line: 7, column: 10, advice: chain },
    ),
  ],
  valid: [
    silent(
      'the asynchronous forms',
      `import fs from 'node:fs/promises';
export async function load() { return fs.readFile('a'); }`,
    ),
    silent(
      'the top level of a module',
      `import fs from 'node:fs';
export const config = fs.readFileSync('a', 'utf8');`,
    ),
    silent(
      'an async function that runs only while the process starts',
      `import fs from 'node:fs';
async function readConfig() { return fs.readFileSync('a', 'utf8'); }
async function main() {
  const config = await readConfig();
  console.log(config);
}
main().catch(() => process.exit(1));
export {};`,
    ),
    silent(
      'a command of a command line',
      `import { Command } from 'commander';
import fs from 'node:fs';
async function seed() { fs.readFileSync('a'); }
new Command().command('seed').action(seed).command('other').action(async () => { fs.readFileSync('b'); });`,
    ),
    silent(
      'a file that is run by itself',
      `#!/usr/bin/env node
import fs from 'node:fs';
export async function build() { fs.writeFileSync('a', ''); }`,
    ),
    silent(
      'lazy initialisation in its forms',
      `import { readFileSync } from 'node:fs';
let a: string | undefined;
let b: string | undefined;
const byName = new Map<string, string>();
export class Config {
  #text?: string;
  private ready = false;
  async text() { return (this.#text ??= readFileSync('a', 'utf8')); }
  async prepare() {
    if (this.ready) return;
    readFileSync('a');
    this.ready = true;
  }
}
export async function first() { if (!a) a = readFileSync('a', 'utf8'); return a; }
export async function second() { if (b !== undefined) return b; b = readFileSync('a', 'utf8'); return b; }
export async function third(name: string) {
  let text = byName.get(name);
  if (text === undefined) {
    text = readFileSync(name, 'utf8');
    byName.set(name, text);
  }
  return text;
}
const load = (name: string) => {
  const known = byName.get(name);
  if (known) return known;
  const text = readFileSync(name, 'utf8');
  byName.set(name, text);
  return text;
};
export async function fourth() { return load('a'); }
export async function fifth() { return a || (a = readFileSync('a', 'utf8')); }`,
    ),
    silent(
      'worker entry points',
      `import { parentPort, workerData } from 'node:worker_threads';
import fs from 'node:fs';
parentPort?.on('message', async () => { fs.readFileSync(workerData); });`,
    ),
    silent(
      'the worker half of a module that is both',
      `import { isMainThread, Worker } from 'node:worker_threads';
import fs from 'node:fs';
export async function run() {
  if (isMainThread) new Worker('./x.js');
  else fs.readFileSync('a');
}`,
    ),
    silent(
      'few bytes and short waits',
      `import crypto from 'node:crypto';
import zlib from 'node:zlib';
import { execSync } from 'node:child_process';
export async function token(flags: Int32Array) {
  zlib.gzipSync('hello');
  Atomics.wait(flags, 0, 0, 0);
  execSync('true', { timeout: 10 });
  crypto.createHash('sha256').update('a').digest();
  return crypto.randomBytes(16);
}`,
      [{ minimum: 'metadata' }],
    ),
    silent(
      'compression of what may be a token, by default',
      `import zlib from 'node:zlib';
export async function pack(text: string) { return zlib.gzipSync(text); }`,
    ),
    silent(
      'short calls, by default',
      `import fs from 'node:fs';
export async function has() { return fs.existsSync('a'); }`,
    ),
    silent(
      'files, where only what waits is asked for',
      `import fs from 'node:fs';
export async function load() { return fs.readFileSync('a'); }`,
      [{ minimum: 'wait' }],
    ),
    silent(
      'a database in this process, which has no other form',
      `import Database from 'better-sqlite3';
const db = new Database('a');
export async function find() { return db.prepare('SELECT 1').all(); }`,
      [{ minimum: 'metadata' }],
    ),
    silent(
      'mere references',
      `import fs from 'node:fs';
export async function wrap() { return { read: fs.readFileSync, kind: typeof fs.readFileSync }; }`,
    ),
    silent(
      'functions that nobody asynchronous calls',
      `import fs from 'node:fs';
export function loadSync() { return fs.readFileSync('a'); }
export async function load() { return fs.promises.readFile('a'); }`,
    ),
    silent(
      'in-house functions that say that they do not block',
      `import fs from 'node:fs';
/** From memory: /dev/shm. @nonBlocking */
export function readShared() { return fs.readFileSync('/dev/shm/a'); }
/** @nonBlocking */
export async function both() { return [readShared(), fs.readFileSync('/dev/shm/b')]; }
export async function load() { return readShared(); }`,
    ),
    silent(
      'what happens as the process ends',
      `import fs from 'node:fs';
process.on('exit', () => { fs.writeFileSync('a', ''); });`,
    ),
    silent(
      'tests and spies',
      `import { it, vi } from 'vitest';
import fs from 'node:fs';
it('reads', async () => { vi.spyOn(fs, 'readFileSync'); fs.readFileSync('a'); });`,
    ),
    silent(
      'files that the user sets aside',
      `import fs from 'node:fs';
export async function load() { return fs.readFileSync('a'); }`,
      [{ ignore: ['**/file.ts'] }],
    ),
    silent(
      'a callback of a function that nobody described',
      `import fs from 'node:fs';
declare function inThread(work: () => void): void;
export async function run() { inThread(() => { fs.readFileSync('a'); }); }`,
    ),
    silent(
      'an async helper answers for itself',
      `import fs from 'node:fs';
/** @nonBlocking */
async function load() { return fs.readFileSync('a'); }
export async function run() { return load(); }`,
    ),
    silent(
      'a loop on the clock that does work',
      `declare const queue: (() => void)[];
export async function drain(end: number) {
  while (Date.now() < end) queue.pop()?.();
}`,
    ),
    {
      name: 'half-written code',
      allowTypeErrors: true,
      code: `import fs from 'node:fs';
export async function load() { return fs.readFile; fs.; }`.replace('fs.;', 'fs.nothing();'),
    },
    {
      name: 'types that are not there',
      allowTypeErrors: true,
      code: `import { readFileSync } from 'not-installed';
export async function load() { return readFileSync('a'); }`,
    },
    silent(
      'MISSED: a method that is called through an interface',
      `import fs from 'node:fs';
interface Store { load(): string }
export class Disk implements Store { load() { return fs.readFileSync('a', 'utf8'); } }
export async function run(store: Store) { return store.load(); }`,
    ),
    silent(
      'MISSED: a synchronous handler that is registered by name',
      `import { Worker } from 'bullmq';
import fs from 'node:fs';
function process(): any { fs.readFileSync('a'); }
new Worker('q', process);`,
    ),
  ],
});
