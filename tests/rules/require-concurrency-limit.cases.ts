/** How the cases of `require-concurrency-limit` are written: what every file holds besides, and what a finding says. */

/** What every case may use: one operation that waits for the network, one that does not. */
const prelude = `
  async function load(id: string): Promise<string> {
    const response = await fetch('https://example.com/' + id);
    return response.text();
  }
  async function label(id: string): Promise<string> { return id.toUpperCase(); }
  async function inSlices<T>(promises: Promise<T>[], size = 50): Promise<T[]> {
    const results: T[] = [];
    while (promises.length > 0) results.push(...(await Promise.all(promises.splice(0, size))));
    return results;
  }
  export { inSlices, label, load };
`;

export const inFile = (code: string): string => `${code}\n${prelude}`;

interface Place {
  readonly line: number;
  readonly column: number;
}

export const unlimited = (
  name: string,
  code: string,
  data: { call: string; work: string; advice: string },
  at: Place,
) => ({ name, code: inFile(code), errors: [{ messageId: 'noLimit' as const, data, ...at }] });

export const open = (
  name: string,
  code: string,
  data: { call: string; limit: string; evidence: string },
  at: Place,
) => ({ name, code: inFile(code), errors: [{ messageId: 'openLimit' as const, data, ...at }] });

export const absurd = (name: string, code: string, data: { call: string; limit: number }, at: Place) => ({
  name,
  code: inFile(code),
  errors: [{ messageId: 'absurdLimit' as const, data, ...at }],
});

export const started = (
  name: string,
  code: string,
  data: { call: string; work?: string; collection?: string },
  at: Place,
) => ({
  name,
  code: inFile(code),
  errors: [
    {
      messageId: 'startedBefore' as const,
      data: { work: 'load -> fetch', collection: 'ids', ...data },
      ...at,
    },
  ],
});

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });

/** Tasks that a limiter cannot wait for, and processes that are started again and again. */
export const ofTasks = {
  invalid: [
    {
      name: 'a process per element, of this program and of another',
      code: inFile(`import { fork, spawn } from 'node:child_process';
export function f(urls: string[]) {
  for (const url of urls) {
    const child = fork('./crawler.js', [url], { detached: true });
    child.on('error', () => undefined);
  }
}
export const g = (files: string[]) => files.map(file => spawn('ffmpeg', ['-i', file]));`),
      errors: [
        {
          messageId: 'workerEach' as const,
          data: { call: 'fork', what: 'process', collection: 'urls' },
          line: 4,
          column: 19,
        },
        {
          messageId: 'workerEach' as const,
          data: { call: 'spawn', what: 'process', collection: 'files' },
          line: 8,
          column: 57,
        },
      ],
    },
    {
      name: 'a process of Node.js per request',
      code: inFile(`import { fork } from 'node:child_process';
import { createServer } from 'node:http';
createServer(request => { fork('./render.js', [request.url ?? '/']); });`),
      errors: [
        {
          messageId: 'workerPerRequest' as const,
          data: { call: 'fork', what: 'process' },
          line: 3,
          column: 27,
        },
      ],
    },
    {
      name: 'tasks that a limiter cannot wait for',
      code: inFile(`import pLimit from 'p-limit';
import PQueue from 'p-queue';
import { unlink } from 'node:fs/promises';
const limit = pLimit(10);
const queue = new PQueue({ concurrency: 2 });
async function purge(path: string) {
  await fetch('https://cdn.example.com/' + path);
  await unlink(path);
}
export const f = (paths: string[]) => Promise.all(paths.map(path => limit(() => {
  void purge(path).catch(error => console.error(path, error));
})));
export class Purger {
  private readonly limit = pLimit(3);
  all(paths: string[]) {
    for (const path of paths) void this.limit(() => void purge(path));
    for (const path of paths) void queue.add(() => { console.info(path); purge(path); });
    return limit.map(paths, path => { purge(path); });
  }
}`),
      errors: [
        {
          messageId: 'leftTask' as const,
          data: { call: 'limit', work: 'purge -> fetch' },
          line: 11,
          column: 8,
        },
        {
          messageId: 'leftTask' as const,
          data: { call: 'this.limit', work: 'purge -> fetch' },
          line: 16,
          column: 58,
        },
        {
          messageId: 'leftTask' as const,
          data: { call: 'queue.add', work: 'purge -> fetch' },
          line: 17,
          column: 74,
        },
        {
          messageId: 'leftTask' as const,
          data: { call: 'limit.map', work: 'purge -> fetch' },
          line: 18,
          column: 39,
        },
      ],
    },
  ],
  valid: [
    silent(
      'tasks that say when they are done, or leave only what nobody need wait for',
      `import async from 'async';
import pLimit from 'p-limit';
const limit = pLimit(10);
export const returned = (ids: string[]) => Promise.all(ids.map(id => limit(() => { return load(id); })));
export const awaited = (ids: string[]) => Promise.all(ids.map(id => limit(async () => { void load('log'); await load(id); })));
export const inMemory = (ids: string[]) => Promise.all(ids.map(id => limit(() => { void label(id); })));
export const called = (ids: string[]) => async.eachLimit(ids, 5, (id, done) => { load(id).then(() => done(), done); });
export const unlimited = (ids: string[]) => { ids.forEach(id => { console.log(id); }); };`,
    ),
    silent(
      'processes that are started once, one after another, or for a request that needs that program',
      `import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
export const one = fork('./worker.js');
export async function inTurn(files: string[]) {
  for (const file of files) await once(spawn('ffmpeg', ['-i', file]), 'close');
}
createServer((request, response) => { execFile('git', ['log'], (error, text) => response.end(text)); });`,
    ),
  ],
};
