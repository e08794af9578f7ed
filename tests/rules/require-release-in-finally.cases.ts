/** How the cases of `require-release-in-finally` are written: what each file holds besides, and what a finding says. */

/** What every case may use. */
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

export const inFile = (code: string): string => prelude + code;

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
