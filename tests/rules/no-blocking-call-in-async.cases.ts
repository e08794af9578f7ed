/** How the cases of `no-blocking-call-in-async` are written, and those it is silent on. */

export const async = 'an async function';
export const requests = 'a handler of requests';
export const file = 'reads or writes files';
export const wait = 'waits for something outside';
export const computes = 'computes for long';
export const twinOf = (name: string): string => `Await \`${name}\` instead`;
export const awaited = 'Make the chain asynchronous and await it';
export const chain = `${awaited}, or do it once while the process starts`;
/** Where what is written to is no other file each time. */
export const inTurn = ', one write after another';
export const direct = 'Use an asynchronous form and await it';
export const threads = 'Use the form with a callback or a promise, or a worker thread';

export interface Finding {
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

export const errorOf = ({
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

export const reported = (
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

export const silent = (name: string, code: string, options: readonly [object] | readonly [] = []) => ({
  name,
  code,
  options: options as readonly [object],
});

export const readFile = twinOf('promises.readFile');

/** A write whose target does not come with the call: two runs of the code would write into one file at a time. */
const sharedWrite = (name: string, before: string, target: string, after = '') => {
  const code = (write: string) => `import fs from 'node:fs';
${before}
export async function save(text: string, to: string) { ${write}(${target}, text + to); }${after}`;
  return reported(name, code('fs.writeFileSync'), {
    trace: 'fs.writeFileSync',
    line: before.split('\n').length + 2,
    column: 56,
    advice: `${twinOf('promises.writeFile')}${inTurn}`,
    suggestions: [
      {
        messageId: 'twin',
        data: { twin: 'promises.writeFile' },
        output: code('await fs.promises.writeFile'),
      },
    ],
  });
};

/** What only its author can say is as before: nothing is repaired unasked. */
export const onlyOffered = [
  sharedWrite('a write to a file that the code names', '', `'state.json'`),
  sharedWrite('a write to a file of the module', `const target = 'state.json';`, 'target'),
  sharedWrite(
    'a write to a file of an object of the module',
    `const config = { files: { state: 'state.json' } };`,
    'config.files.state',
  ),
  reported(
    'a write to a file that the caller names',
    `import fs from 'node:fs';
export async function save(text: string, to: string) { fs.writeFileSync(to, text); }`,
    { trace: 'fs.writeFileSync', line: 2, column: 56, advice: twinOf('promises.writeFile') },
    `import fs from 'node:fs';
export async function save(text: string, to: string) { await fs.promises.writeFile(to, text); }`,
  ),
];

/** What is left alone. */
export const leftAlone = [
  silent(
    'one of two objects, of which the other does nothing',
    `import fs from 'node:fs';
class Log { put(text: string): void { fs.appendFileSync('log', text); } }
const quiet = { put: () => {} };
const log = process.env['NODE_ENV'] === 'test' ? new Log() : quiet;
export async function load() { log.put('loaded'); }`,
  ),
  silent(
    'one of two objects, of which the other is of somebody else',
    `import fs from 'node:fs';
import { Console } from 'node:console';
class Log { log(text: string): void { fs.appendFileSync('log', text); } }
declare const log: Log | Console;
export async function load() { log.log('loaded'); }`,
  ),
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
    'what starts the process, and is offered to others besides',
    `import { readFileSync } from 'node:fs';
async function start() { return readFileSync('a', 'utf8'); }
start().catch(() => process.exit(1));
export default { start };`,
  ),
  silent(
    'a method of an object that runs only while the process starts',
    `import { readFileSync } from 'node:fs';
const setup = { async run() { return readFileSync('a', 'utf8'); } };
await setup.run();
export {};`,
  ),
  silent(
    'what a framework calls once, before it listens',
    `import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
@Injectable()
export class Keys {
  private key = '';
  async onModuleInit() { this.key = this.read(); }
  private read() { return readFileSync('a', 'utf8'); }
  get current() { return this.key; }
}`,
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
    allowTypeErrors: true as const,
    code: `import fs from 'node:fs';
export async function load() { return fs.readFile; fs.; }`.replace('fs.;', 'fs.nothing();'),
  },
  {
    name: 'types that are not there',
    allowTypeErrors: true as const,
    code: `import { readFileSync } from 'not-installed';
export async function load() { return readFileSync('a'); }`,
  },
  silent(
    'a method behind an interface that several classes implement, or an object that is written in place',
    `import fs from 'node:fs';
interface Store { load(): string }
export class Disk implements Store { load() { return fs.readFileSync('a', 'utf8'); } }
export class Memory implements Store { load() { return ''; } }
interface Source { read(): string }
export class File implements Source { read() { return fs.readFileSync('a', 'utf8'); } }
export const empty: Source = { read: () => '' };
interface Reader { open(): string }
export class Opened implements Reader { open() { return fs.readFileSync('a', 'utf8'); } }
export class Same { open() { return ''; } }
export async function run(store: Store, source: Source, reader: Reader) {
  return store.load() + source.read() + reader.open();
}`,
  ),
  silent(
    'what holds a response of another service, or may hold a reply',
    `import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
export function keep(answer: { response: Response; data: string }) { fs.writeFileSync('last', answer.data); }
export function render(context: { res?: ServerResponse }) { return fs.readFileSync('page', 'utf8') + String(context.res?.statusCode); }`,
  ),
  silent(
    'named functions that run as the process ends, or that nobody registers for later',
    `import fs from 'node:fs';
process.on('exit', keep);
function keep() { fs.writeFileSync('state', ''); }
export function each(paths: string[]) { paths.forEach(read); }
function read(path: string) { fs.readFileSync(path); }`,
  ),
  silent(
    'migrations, by who calls them',
    `import { Command } from 'commander';
import fs from 'node:fs';
async function migrate() { for (const name of fs.readdirSync('migrations')) await apply(name); }
async function apply(name: string) { return fs.readFileSync(name, 'utf8'); }
new Command().command('migrate').action(migrate);
await migrate();`,
  ),
  silent(
    'what opens the port of a service, what it calls, and what is called once it listens',
    `import { createServer } from 'node:http';
import express from 'express';
import fs from 'node:fs';
async function load() { return fs.readFileSync('routes'); }
export async function start(port: number) {
  fs.readFileSync('config');
  await load();
  return createServer().listen(port).on('listening', () => { fs.readFileSync('banner'); });
}
export async function serve() {
  const app = express();
  await load();
  app.listen(80, async () => { fs.readFileSync('banner'); });
}`,
  ),
  silent(
    'a command that is a class, and a field that holds a function',
    `import { Command } from '@oclif/core';
import fs from 'node:fs';
abstract class Base extends Command { protected async load() { return fs.readFileSync('key'); } }
export default class AddUser extends Base {
  private tell = async () => { fs.writeFileSync('log', ''); };
  async run() { await this.tell(); return [await this.load(), fs.readFileSync('config')]; }
}`,
  ),
  silent(
    'what ends the process where it fails, and what that calls',
    `import fs from 'node:fs';
async function load() { return fs.readFileSync('key'); }
export default async function addUser({ keepAlive }: { keepAlive: boolean }) {
  fs.readFileSync('config');
  try { await load(); }
  catch (error) { console.error(error); process.exit(1); }
  if (!keepAlive) process.exit();
}`,
  ),
  silent(
    'what a caller keeps and finds there the next time, also a caller around the one that calls',
    `import fs from 'node:fs';
let key: string | undefined;
let names: string[] | undefined;
async function readKey() { return fs.readFileSync('key', 'utf8'); }
async function readNames() { return fs.readdirSync('names'); }
async function keyOf(use: (work: () => Promise<void>) => Promise<void>) {
  if (key !== undefined) return key;
  await use(async () => { key = await readKey(); });
  return key;
}
export async function handle(use: (work: () => Promise<void>) => Promise<void>) {
  if (names === undefined) names = await readNames();
  return [await keyOf(use), ...names];
}`,
  ),
  silent(
    'functions that an adapter holds, by who calls them there',
    `import { Command } from 'commander';
import fs from 'node:fs';
interface Adapter { migrate(folder: string): Promise<string[]>; create: (name: string) => Promise<void> }
const makeCreate = (folder: string): Adapter['create'] => async name => { fs.writeFileSync(folder + name, ''); };
const adapter = (folder: string): Adapter => ({
  create: makeCreate(folder),
  migrate: async from => fs.readdirSync(from),
});
async function migrate(db: Adapter) { await db.create('next'); await db.migrate('migrations'); }
new Command().command('migrate').action(async () => { await migrate(adapter('migrations')); });`,
  ),
  silent(
    'a generator that is handed on, one that says that it does not block, and one of another thread of thought',
    `import fs from 'node:fs';
function* lines(path: string) { yield fs.readFileSync(path, 'utf8'); }
/** @nonBlocking */
function* shared(path: string) { yield fs.readFileSync(path, 'utf8'); }
export async function load(path: string) { for (const line of shared(path)) console.log(line); return lines(path); }`,
  ),
];

/** Whole files that go as a stream, and calls that no rewrite fits. */
export const withoutRepair = [
  reported(
    'what ends the process for the sake of a request, and a worker that does when it is told to',
    `import { createServer } from 'node:http';
import { execSync } from 'node:child_process';
createServer((request, response) => { void restart(); response.end(); });
async function restart() {
  execSync('df');
  if (Math.random() > 0.5) process.exit();
}
export async function work(isOver: () => boolean) {
  for (;;) {
    await Promise.resolve();
    execSync('du');
    if (isOver()) process.exit();
  }
}`,
    [
      { trace: 'execSync', line: 5, column: 3, does: wait },
      { trace: 'execSync', line: 11, column: 5, does: wait },
    ],
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
];
