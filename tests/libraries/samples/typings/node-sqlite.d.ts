/**
 * What of node:sqlite the model speaks of, copied from @types/node 24.19: the installed typings are those of Node 20,
 * which has no such module. Delete this file once they are newer.
 */
declare module 'node:sqlite' {
  import type { PathLike } from 'node:fs';
  type SQLInputValue = null | number | bigint | string | NodeJS.ArrayBufferView;
  type SQLOutputValue = null | number | bigint | string | Uint8Array;
  interface DatabaseSyncOptions {
    open?: boolean | undefined;
    readOnly?: boolean | undefined;
    timeout?: number | undefined;
  }
  interface StatementResultingChanges {
    changes: number | bigint;
    lastInsertRowid: number | bigint;
  }
  class DatabaseSync {
    constructor(path: PathLike, options?: DatabaseSyncOptions);
    close(): void;
    exec(sql: string): void;
    open(): void;
    prepare(sql: string): StatementSync;
    readonly isTransaction: boolean;
  }
  class StatementSync {
    private constructor();
    all(...anonymousParameters: SQLInputValue[]): Record<string, SQLOutputValue>[];
    get(...anonymousParameters: SQLInputValue[]): Record<string, SQLOutputValue> | undefined;
    iterate(...anonymousParameters: SQLInputValue[]): IterableIterator<Record<string, SQLOutputValue>>;
    run(...anonymousParameters: SQLInputValue[]): StatementResultingChanges;
  }
  interface BackupOptions {
    rate?: number | undefined;
  }
  function backup(sourceDb: DatabaseSync, path: PathLike, options?: BackupOptions): Promise<number>;
}
