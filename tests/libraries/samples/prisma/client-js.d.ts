/**
 * What the generator `prisma-client-js` writes into `node_modules/.prisma/client`, in small and declared instead of
 * installed; see generated/client.ts. `@prisma/client` re-exports it.
 */
declare module '.prisma/client/default' {
  import type * as runtime from '@prisma/client/runtime/client';

  export type PrismaPromise<T> = runtime.Types.Public.PrismaPromise<T>;

  export class PrismaClient {
    constructor(options?: object);
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
    get user(): Prisma.UserDelegate;
  }

  export namespace Prisma {
    export type PrismaPromise<T> = runtime.Types.Public.PrismaPromise<T>;
    export type TransactionClient = Omit<PrismaClient, runtime.ITXClientDenyList>;
    interface UserDelegate {
      findMany(args?: { where?: object; take?: number }): PrismaPromise<{ id: number }[]>;
      create(args: { data: object }): Prisma__UserClient<{ id: number }>;
      update(args: { where: object; data: object }): Prisma__UserClient<{ id: number }>;
    }
    interface Prisma__UserClient<T> extends PrismaPromise<T> {
      orders(): PrismaPromise<{ id: number }[]>;
    }
  }
}
