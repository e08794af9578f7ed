/** What the generator `prisma-client-js` writes into a folder that its `output` names, in small. */
import type { Public } from './runtime/library.js';

export interface User {
  id: number;
}
export interface UserDelegate {
  findMany(args?: object): Public.PrismaPromise<User[]>;
  create(args: object): Public.PrismaPromise<User>;
}
export declare class PrismaClient {
  $connect(): Promise<void>;
  $disconnect(): Promise<void>;
  $queryRaw(query: TemplateStringsArray): Public.PrismaPromise<unknown>;
  $executeRaw(query: TemplateStringsArray): Public.PrismaPromise<number>;
  $queryRawUnsafe(query: string): Public.PrismaPromise<unknown>;
  $transaction<R>(
    work: (tx: Omit<PrismaClient, '$connect' | '$disconnect' | '$transaction'>) => Promise<R>,
  ): Promise<R>;
  get user(): UserDelegate;
}
