import rule from '../../src/rules/require-timeout.js';
import { testRule } from '../typed-rule-tester.js';

interface At {
  readonly line: number;
  readonly column: number;
}

const suggestions = (output: string | null) =>
  output === null ? null : [{ messageId: 'limit' as const, output }];

const signalOption = 'signal: AbortSignal.timeout(…)';

/** A request of the library itself. */
const request = (name: string, code: string, call: string, at: At, output: string | null) => ({
  name,
  code,
  errors: [
    {
      messageId: 'noTimeout' as const,
      data: { call, option: signalOption },
      ...at,
      suggestions: suggestions(output),
    },
  ],
});

/** A request that carries a stream: no one number limits it. */
const stream = (name: string, code: string, at: At) => ({
  name,
  code,
  errors: [{ messageId: 'noTimeoutOfStream' as const, data: { call: 'fetch' }, ...at, suggestions: null }],
});

/** A request on a client that was made without a limit. */
const ofClient = (
  name: string,
  code: string,
  data: { call: string; client: string; option: string },
  at: At,
  output: string | null,
) => ({
  name,
  code,
  errors: [{ messageId: 'noTimeoutOfClient' as const, data, ...at, suggestions: suggestions(output) }],
});

const silent = (name: string, code: string) => ({ name, code });

testRule('require-timeout', rule, {
  invalid: [
    request(
      'options that all callers of a private method hand in without a limit',
      `export class Api {
  constructor(private readonly base: string) {}
  list() { return this.request('/orders'); }
  remove(id: string) { return this.request(\`/orders/\${id}\`, { method: 'DELETE' }); }
  private async request(path: string, init?: RequestInit) {
    return (await fetch(this.base + path, { ...init, redirect: 'error' })).json();
  }
}`,
      'fetch',
      { line: 6, column: 19 },
      `export class Api {
  constructor(private readonly base: string) {}
  list() { return this.request('/orders'); }
  remove(id: string) { return this.request(\`/orders/\${id}\`, { method: 'DELETE' }); }
  private async request(path: string, init?: RequestInit) {
    return (await fetch(this.base + path, { ...init, redirect: 'error', signal: init?.signal ? AbortSignal.any([init?.signal, AbortSignal.timeout(10_000)]) : AbortSignal.timeout(10_000) })).json();
  }
}`,
    ),
    request(
      'fetch with nothing',
      `export const load = async (url: string) => fetch(url);`,
      'fetch',
      { line: 1, column: 44 },
      `export const load = async (url: string) => fetch(url, { signal: AbortSignal.timeout(10_000) });`,
    ),
    {
      // It would leave a signal unread, and its types know none.
      name: 'axios from before it took signals',
      code: `import axios from 'axios-0.21';
export const read = async (url: string) => axios.default.get(url);`,
      errors: [
        {
          messageId: 'noTimeout' as const,
          data: { call: 'axios.default.get', option: 'timeout' },
          line: 2,
          column: 44,
          suggestions: suggestions(`import axios from 'axios-0.21';
export const read = async (url: string) => axios.default.get(url, { timeout: 10_000 });`),
        },
      ],
    },
    request(
      'fetch with options over several lines',
      `export async function send(body: string) {
  await globalThis.fetch(
    new URL('https://mail.example'),
    {
      method: 'POST',
      // as it came
      body,
    },
  );
}`,
      'globalThis.fetch',
      { line: 2, column: 9 },
      `export async function send(body: string) {
  await globalThis.fetch(
    new URL('https://mail.example'),
    {
      method: 'POST',
      // as it came
      body,
      signal: AbortSignal.timeout(10_000),
    },
  );
}`,
    ),
    request(
      'fetch with options in a constant and a spread, in a class',
      `const json = { headers: { accept: 'application/json' } };
export class Feed {
  async load(url: string) {
    const init: RequestInit = { ...json };
    init.method = 'POST';
    return fetch(url, init);
  }
}`,
      'fetch',
      { line: 6, column: 12 },
      null,
    ),
    request(
      'an empty object, and a signal at hand that was not passed on',
      `export async function load(url: string, signal: AbortSignal) {
  return fetch(url, {});
}`,
      'fetch',
      { line: 2, column: 10 },
      `export async function load(url: string, signal: AbortSignal) {
  return fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
}`,
    ),
    request(
      'an optional signal at hand',
      `export async function load(url: string, { signal }: { signal?: AbortSignal }) {
  return fetch(url);
}`,
      'fetch',
      { line: 2, column: 10 },
      `export async function load(url: string, { signal }: { signal?: AbortSignal }) {
  return fetch(url, { signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(10_000)]) : AbortSignal.timeout(10_000) });
}`,
    ),
    request(
      'axios itself, with a body to leave out',
      `import axios from 'axios';
export const ping = () => axios.post('https://hooks.example');`,
      'axios.post',
      { line: 2, column: 27 },
      `import axios from 'axios';
export const ping = () => axios.post('https://hooks.example', undefined, { signal: AbortSignal.timeout(10_000) });`,
    ),
    request(
      'axios that is called, with its config alone',
      `import axios from 'axios';
export const ping = () => axios({ url: 'https://hooks.example', method: 'POST' });`,
      'axios',
      { line: 2, column: 27 },
      `import axios from 'axios';
export const ping = () => axios({ url: 'https://hooks.example', method: 'POST', signal: AbortSignal.timeout(10_000) });`,
    ),
    ofClient(
      'an instance in a field, made in the constructor',
      `import axios, { type AxiosInstance } from 'axios';
export class Feed {
  private readonly http: AxiosInstance;
  constructor(baseURL: string) {
    this.http = axios.create({ baseURL, maxRedirects: 2 });
  }
  load = () => this.http.get('/ticker');
}`,
      { call: 'this.http.get', client: 'axios.create', option: 'timeout' },
      { line: 7, column: 16 },
      `import axios, { type AxiosInstance } from 'axios';
export class Feed {
  private readonly http: AxiosInstance;
  constructor(baseURL: string) {
    this.http = axios.create({ baseURL, maxRedirects: 2 });
  }
  load = () => this.http.get('/ticker', { signal: AbortSignal.timeout(10_000) });
}`,
    ),
    ofClient(
      'an instance that a function makes once',
      `import type { AxiosInstance } from 'axios';
const cache: { client: AxiosInstance | null } = { client: null };
async function getClient() {
  if (!cache.client) {
    const axios = (await import('axios')).default;
    cache.client = axios.create({ baseURL: 'https://api.example' });
  }
  return cache.client;
}
export async function load(id: string) {
  const client = await getClient();
  return client.get(id, { responseType: 'stream' });
}`,
      { call: 'client.get', client: 'axios.create', option: 'timeout' },
      { line: 12, column: 10 },
      `import type { AxiosInstance } from 'axios';
const cache: { client: AxiosInstance | null } = { client: null };
async function getClient() {
  if (!cache.client) {
    const axios = (await import('axios')).default;
    cache.client = axios.create({ baseURL: 'https://api.example' });
  }
  return cache.client;
}
export async function load(id: string) {
  const client = await getClient();
  return client.get(id, { responseType: 'stream', signal: AbortSignal.timeout(10_000) });
}`,
    ),
    ofClient(
      'an instance of an instance, called by its name',
      `import got from 'got';
const base = got.extend({ prefixUrl: 'https://api.example' });
const api = base.extend({ retry: { limit: 1 } });
export const load = (id: string) => api('users/' + id);`,
      { call: 'api', client: 'got.extend', option: 'timeout' },
      { line: 4, column: 37 },
      `import got from 'got';
const base = got.extend({ prefixUrl: 'https://api.example' });
const api = base.extend({ retry: { limit: 1 } });
export const load = (id: string) => api('users/' + id, { signal: AbortSignal.timeout(10_000) });`,
    ),
    request(
      'node:https with a callback',
      `import https from 'node:https';
export function load(url: string, done: (code?: number) => void) {
  https.get(url, response => done(response.statusCode)).on('error', () => done());
}`,
      'https.get',
      { line: 3, column: 3 },
      `import https from 'node:https';
export function load(url: string, done: (code?: number) => void) {
  https.get(url, { signal: AbortSignal.timeout(10_000) }, response => done(response.statusCode)).on('error', () => done());
}`,
    ),
    request(
      'node:http with options',
      `import { request } from 'node:http';
export function send(body: string) {
  const sent = request({ host: 'mail.example', path: '/', method: 'POST' });
  sent.on('error', console.error);
  sent.end(body);
}`,
      'request',
      { line: 3, column: 16 },
      `import { request } from 'node:http';
export function send(body: string) {
  const sent = request({ host: 'mail.example', path: '/', method: 'POST', signal: AbortSignal.timeout(10_000) });
  sent.on('error', console.error);
  sent.end(body);
}`,
    ),
    request(
      'node-fetch',
      `import fetch from 'node-fetch';
export const load = async (url: string) => (await fetch(url)).json();`,
      'fetch',
      { line: 2, column: 51 },
      `import fetch from 'node-fetch';
export const load = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(10_000) })).json();`,
    ),
    request(
      'many that are awaited together',
      `export const all = (urls: string[]) => Promise.all(urls.map(async url => (await fetch(url)).text()));`,
      'fetch',
      { line: 1, column: 81 },
      `export const all = (urls: string[]) => Promise.all(urls.map(async url => (await fetch(url, { signal: AbortSignal.timeout(10_000) })).text()));`,
    ),
    {
      name: 'a pool and a client of a database',
      code: `import { Client, Pool } from 'pg';
export const pool = new Pool({ max: 20 });
export const client = new Client();`,
      errors: [
        {
          messageId: 'noConnectTimeout' as const,
          data: { call: 'new Pool', option: 'connectionTimeoutMillis' },
          line: 2,
          column: 25,
          suggestions: suggestions(`import { Client, Pool } from 'pg';
export const pool = new Pool({ max: 20, connectionTimeoutMillis: 10_000 });
export const client = new Client();`),
        },
        {
          messageId: 'noConnectTimeout' as const,
          data: { call: 'new Client', option: 'connectionTimeoutMillis' },
          line: 3,
          column: 27,
          suggestions: suggestions(`import { Client, Pool } from 'pg';
export const pool = new Pool({ max: 20 });
export const client = new Client({ connectionTimeoutMillis: 10_000 });`),
        },
      ],
    },
    {
      name: 'a client whose requests have no limit',
      code: `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'eu-central-1' });`,
      errors: [
        {
          messageId: 'noRequestTimeout' as const,
          data: { call: 'new S3Client', option: 'requestHandler' },
          line: 2,
          column: 23,
          suggestions: null,
        },
      ],
    },
    stream(
      'a stream that is sent',
      `export async function send(url: string, items: ReadableStream<Uint8Array>) {
  const [body] = items.tee();
  const answer = await fetch(url, { method: 'POST', body });
  return answer.ok;
}`,
      { line: 3, column: 24 },
    ),
    stream(
      'an answer that is handed on as it comes',
      `export async function relay(url: string) {
  const answer = await fetch(url);
  return new Response(answer.body, { status: answer.status });
}`,
      { line: 2, column: 24 },
    ),
    request(
      'a form that is a stream, and at hand',
      `import { Readable } from 'node:stream';
declare class Form extends Readable { append(name: string, value: string): void; }
export const submit = (body: Form) => fetch('https://a.example', { method: 'POST', body: body as never });`,
      'fetch',
      { line: 3, column: 39 },
      `import { Readable } from 'node:stream';
declare class Form extends Readable { append(name: string, value: string): void; }
export const submit = (body: Form) => fetch('https://a.example', { method: 'POST', body: body as never, signal: AbortSignal.timeout(10_000) });`,
    ),
    request(
      'an answer whose stream nobody reads',
      `export async function probe(url: string) {
  const answer = await fetch(url);
  if (answer.body) await answer.body.cancel();
  return answer.ok;
}`,
      'fetch',
      { line: 2, column: 24 },
      `export async function probe(url: string) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (answer.body) await answer.body.cancel();
  return answer.ok;
}`,
    ),
    {
      name: 'a client of Lambda, whose newest versions have no limit either',
      code: `import { LambdaClient } from '@aws-sdk/client-lambda';
export const functions = new LambdaClient({ region: 'eu-central-1' });`,
      errors: [
        {
          messageId: 'noRequestTimeout' as const,
          data: { call: 'new LambdaClient', option: 'requestHandler' },
          line: 2,
          column: 30,
          suggestions: null,
        },
      ],
    },
    {
      name: 'a client that signs, and that other files reach',
      code: `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
declare function getSignedUrl(client: S3Client, command: GetObjectCommand): Promise<string>;
export const client = new S3Client({});
export const address = (Key: string) => getSignedUrl(client, new GetObjectCommand({ Bucket: 'files', Key }));`,
      errors: [
        {
          messageId: 'noRequestTimeout' as const,
          data: { call: 'new S3Client', option: 'requestHandler' },
          line: 3,
          column: 27,
          suggestions: null,
        },
      ],
    },
    {
      name: 'a client of one function, which sends',
      code: `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
declare function note(client: S3Client): void;
export async function load(Key: string) {
  const client = new S3Client({ region: 'eu-central-1' });
  note(client);
  return await client.send(new GetObjectCommand({ Bucket: 'files', Key }));
}`,
      errors: [
        {
          messageId: 'noRequestTimeout' as const,
          data: { call: 'new S3Client', option: 'requestHandler' },
          line: 4,
          column: 22,
          suggestions: null,
        },
      ],
    },
  ],
  valid: [
    silent(
      'clients whose later versions have a limit of their own',
      `import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/nested-clients/sts';
export const clients = [new SQSClient({}), new STSClient({ region: 'eu-central-1' })];`,
    ),
    silent(
      'options that others may hand in, or one of the callers does, or that get a limit on the way',
      `export const send = async (url: string, init?: RequestInit) => fetch(url, { ...init, method: 'POST' });
export class Api {
  slow() { return this.#request('/a', { signal: AbortSignal.timeout(60_000) }); }
  quick() { return this.#request('/b'); }
  async #request(url: string, init: RequestInit = {}) { return fetch(url, { ...init }); }
  limited() { return this.#with('/c', {}); }
  async #with(url: string, init: RequestInit) { init.signal ??= AbortSignal.timeout(1000); return fetch(url, init); }
}
function load(url: string, init: RequestInit = { signal: AbortSignal.timeout(1000) }) { return fetch(url, init); }
export const both = async () => [await load('https://a.example')];`,
    ),
    silent(
      'a signal or a timeout',
      `import axios from 'axios';
      import got from 'got';
      export async function load(url: string, signal: AbortSignal, options: { timeout: number }) {
        await fetch(url, { signal });
        await fetch(url, { signal: AbortSignal.timeout(5000) });
        await axios.get(url, { timeout: 5000 });
        await axios.get(url, { ...options });
        await axios.post(url, {}, { signal });
        await got(url, { timeout: { request: 5000 } });
      }`,
    ),
    silent(
      'an explicit nothing: somebody thought of it',
      `import axios from 'axios';
      export const load = async (url: string) => {
        await axios.get(url, { timeout: 0 });
        await fetch(url, { signal: null });
      };`,
    ),
    silent(
      'options from elsewhere',
      `import axios, { type AxiosRequestConfig } from 'axios';
      declare function configured(): RequestInit;
      export class Client {
        constructor(private readonly defaults: AxiosRequestConfig) {}
        async load(url: string, init: RequestInit, config?: AxiosRequestConfig, ...rest: [string, RequestInit?]) {
          await fetch(url, init);
          await fetch(url, { ...init, method: 'POST' });
          await fetch(url, configured());
          await fetch(...rest);
          await axios.get(url, config);
          await axios.get(url, { ...this.defaults, headers: {} });
        }
      }`,
    ),
    silent(
      'an option that is set later, or by a function',
      `declare function limit(init: RequestInit): void;
      export async function load(url: string, signal?: AbortSignal) {
        const init: RequestInit = { method: 'POST' };
        if (signal) init.signal = signal;
        await fetch(url, init);
        const other: RequestInit = {};
        limit(other);
        await fetch(url, other);
      }`,
    ),
    silent(
      'a request that brings its own signal, and a dispatcher',
      `import { Agent, fetch as undiciFetch } from 'undici';
      export const relay = (request: Request) => fetch(request);
      export const both = (request: Request | string) => fetch(request);
      const dispatcher = new Agent({ headersTimeout: 1000, bodyTimeout: 1000 });
      export const load = (url: string) => undiciFetch(url, { dispatcher });`,
    ),
    silent(
      'a client with a limit',
      `import axios from 'axios';
      import got from 'got';
      const api = axios.create({ baseURL: 'https://api.example', timeout: 5000 });
      const base = got.extend({ timeout: { request: 5000 } });
      const users = base.extend({ prefixUrl: 'https://api.example' });
      class Feed {
        private readonly http = axios.create({ timeout: 5000 });
        load = () => this.http.get('/ticker');
      }
      export const load = async () => { await api.get('/users'); await users('a'); await users.get('b'); await new Feed().load(); };`,
    ),
    silent(
      'a client whose defaults are set later',
      `import axios from 'axios';
      const api = axios.create();
      api.defaults.timeout = 5000;
      const other = axios.create();
      other.interceptors.request.use(config => ({ ...config, timeout: 5000 }));
      export const load = async () => { await api.get('https://a.example'); await other.get('https://b.example'); };`,
    ),
    silent(
      'a client from elsewhere',
      `import type { AxiosInstance } from 'axios';
      import type { Got } from 'got';
      export class Feed {
        constructor(private readonly http: AxiosInstance) {}
        load = () => this.http.get('/ticker');
      }
      export const load = (got: Got, request: typeof fetch) => Promise.all([got('https://a.example'), request('https://b.example')]);
      export const made = (options: { fetch?: typeof fetch }) => { const ask = options.fetch ?? fetch; return ask('https://b.example'); };`,
    ),
    silent(
      'a client that only signs addresses',
      `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
      declare function getSignedUrl(client: S3Client, command: GetObjectCommand): Promise<string>;
      export async function address(Key: string) {
        const client = new S3Client({ region: 'eu-central-1' });
        return getSignedUrl(client, new GetObjectCommand({ Bucket: 'files', Key }));
      }`,
    ),
    silent(
      'a client of a file that only signs forms, made one way or the other',
      `import { S3Client } from '@aws-sdk/client-s3';
      declare function createPresignedPost(client: S3Client, options: { Bucket: string; Key: string }): Promise<string>;
      declare const endpoint: string | undefined;
      const client = endpoint ? new S3Client({ endpoint, forcePathStyle: true }) : new S3Client();
      export const form = (Key: string) => createPresignedPost(client, { Bucket: 'files', Key });`,
    ),
    silent(
      'classes with names like those of clients, or with a limit in their constructor',
      `import { STSClient } from '@aws-sdk/nested-clients/sts';
      class ShopClient { constructor(readonly options: { region: string }) {} }
      class Limited extends STSClient { constructor(region: string) { super({ region, requestHandler: { requestTimeout: 5000 } }); } }
      class LimitedClient extends Limited {}
      export const shop = new ShopClient({ region: 'eu' });
      export const limited = new LimitedClient('eu');
      export const sts = new STSClient({ requestHandler: { requestTimeout: 5000 } });`,
    ),
    silent(
      'a library that gives up by itself',
      `import ky from 'ky';
      import OpenAI from 'openai';
      import { request } from 'undici';
      export const load = async (url: string) => {
        await ky.get(url);
        await request(url);
        await new OpenAI().models.list();
      };`,
    ),
    silent(
      'a request that is raced against a timer',
      `import { setTimeout as sleep } from 'node:timers/promises';
      declare function pTimeout<T>(work: Promise<T>, options: { milliseconds: number }): Promise<T>;
      async function within<T>(work: () => Promise<T>, ms: number): Promise<T> {
        return Promise.race([work(), sleep(ms).then(() => { throw new Error('late'); })]);
      }
      export async function load(url: string) {
        await Promise.race([fetch(url), sleep(5000)]);
        await within(() => fetch(url), 5000);
        await within(async () => { const answer = await fetch(url); return answer.text(); }, 5000);
        const work = fetch(url);
        return Promise.race([work, sleep(100)]);
      }
      const attempt = async (url: string) => (await fetch(url)).text();
      export const limited = (url: string) => pTimeout(attempt(url), { milliseconds: 5000 });`,
    ),
    silent(
      'node:http with a timeout, set now or later',
      `import http from 'node:http';
      export function load(url: string, agent: http.Agent, late: http.RequestOptions) {
        http.get(url, { timeout: 5000 }, () => undefined);
        http.get(url, { agent }, () => undefined);
        http.get(url, late);
        http.get(url).setTimeout(5000);
        http.get(url).on('timeout', () => undefined);
        const request = http.get(url);
        request.setTimeout(5000, () => request.destroy());
        return http.get(url);
      }`,
    ),
    silent(
      'a timer that destroys the request',
      `import http from 'node:http';
      export const load = (url: string) =>
        new Promise<number | undefined>((resolve, reject) => {
          const request = http.get(url, response => resolve(response.statusCode));
          setTimeout(() => { request.destroy(); reject(new Error('late')); }, 5000);
        });`,
    ),
    silent(
      'code of a page',
      `'use client';
      export const load = () => fetch('https://api.example');`,
    ),
    silent(
      'a path that only a browser can ask',
      `export const load = async (id: string) =>
  [await fetch('/api/users'), await fetch(\`/api/users/\${id}\`), await fetch('/api/users/' + id)];`,
    ),
    silent(
      'connections with a limit, and other pools',
      `import { Pool } from 'pg';
      import mysql from 'mysql2/promise';
      import { S3Client } from '@aws-sdk/client-s3';
      export const pool = new Pool({ connectionTimeoutMillis: 5000 });
      export const other = (options: ConstructorParameters<typeof Pool>[0]) => new Pool(options);
      export const third = mysql.createPool({ host: 'db' });
      export const s3 = new S3Client({ requestHandler: { requestTimeout: 5000 } });`,
    ),
    silent(
      'functions of the same names',
      `const fetch = async (url: string) => url;
      class Pool { constructor(readonly size: number) {} }
      export const load = async () => { await fetch('x'); return new Pool(3); };`,
    ),
    {
      name: 'code without types',
      code: `import client from 'not-installed';
      export const load = async () => { await client.get('x'); await missing(); };`,
      allowTypeErrors: true as const,
    },
    silent(
      'MISSED: a query without a limit',
      `import { Pool } from 'pg';
      const pool = new Pool({ connectionTimeoutMillis: 5000 });
      export const load = () => pool.query('SELECT pg_sleep(1e9)');`,
    ),
  ],
});
