/**
 * What the generator `prisma-client` writes into the user's own code, in small: made by hand after the output of
 * Prisma 7.10 for a schema with three models, which is 190 kB. Names, heritage and return types are the generator's;
 * arguments, documentation and the query engine are left out.
 */
import type * as runtime from '@prisma/client/runtime/client';
import type * as Prisma from './prismaNamespace.js';

export interface PrismaClientConstructor {
  new (options: { adapter: runtime.SqlDriverAdapterFactory }): PrismaClient;
}

export interface PrismaClient<
  in out ExtArgs extends runtime.Types.Extensions.InternalArgs = runtime.Types.Extensions.DefaultArgs,
> {
  [K: symbol]: { types: Prisma.TypeMap<ExtArgs>['other'] };
  $on(eventType: 'query', callback: (event: object) => void): PrismaClient;
  $connect(): runtime.Types.Utils.JsPromise<void>;
  $disconnect(): runtime.Types.Utils.JsPromise<void>;
  $executeRaw<T = unknown>(
    query: TemplateStringsArray | runtime.Sql,
    ...values: unknown[]
  ): Prisma.PrismaPromise<number>;
  $executeRawUnsafe<T = unknown>(query: string, ...values: unknown[]): Prisma.PrismaPromise<number>;
  $queryRaw<T = unknown>(
    query: TemplateStringsArray | runtime.Sql,
    ...values: unknown[]
  ): Prisma.PrismaPromise<T>;
  $queryRawUnsafe<T = unknown>(query: string, ...values: unknown[]): Prisma.PrismaPromise<T>;
  $transaction<P extends Prisma.PrismaPromise<any>[]>(
    arg: [...P],
    options?: { maxWait?: number; timeout?: number },
  ): runtime.Types.Utils.JsPromise<runtime.Types.Utils.UnwrapTuple<P>>;
  $transaction<R>(
    fn: (prisma: Omit<PrismaClient, runtime.ITXClientDenyList>) => runtime.Types.Utils.JsPromise<R>,
    options?: { maxWait?: number; timeout?: number },
  ): runtime.Types.Utils.JsPromise<R>;
  $extends: runtime.Types.Extensions.ExtendsHook<
    'extends',
    Prisma.TypeMapCb,
    ExtArgs,
    runtime.Types.Utils.Call<Prisma.TypeMapCb, { extArgs: ExtArgs }>
  >;
  get user(): Prisma.UserDelegate<ExtArgs>;
}

export declare const PrismaClient: PrismaClientConstructor;
export type { Prisma };
