/** The namespace `Prisma` of the generated client, in small; see client.ts. */
import type * as runtime from '@prisma/client/runtime/client';
import type { PrismaClient } from './client.js';

export type PrismaPromise<T> = runtime.Types.Public.PrismaPromise<T>;
export type TransactionClient = Omit<PrismaClient, runtime.ITXClientDenyList>;

type ExtArgs = runtime.Types.Extensions.InternalArgs;
type DefaultArgs = runtime.Types.Extensions.DefaultArgs;

export type $UserPayload<Args extends ExtArgs = DefaultArgs> = {
  name: 'User';
  objects: {};
  scalars: runtime.Types.Extensions.GetPayloadResult<{ id: number; balance: number }, Args['result']['user']>;
  composites: {};
};
export type UserFindManyArgs = { where?: { id?: number | { in: number[] } }; take?: number };
export type UserWriteArgs = { where?: { id?: number }; data: { balance?: number } };
type User = { id: number; balance: number };

export interface UserDelegate<Args extends ExtArgs = DefaultArgs> {
  [K: symbol]: { types: TypeMap<Args>['model']['User']; meta: { name: 'User' } };
  findUnique(args: { where: { id: number } }): Prisma__UserClient<User | null, null>;
  findMany<T extends UserFindManyArgs>(args?: T): PrismaPromise<User[]>;
  create<T extends UserWriteArgs>(args: T): Prisma__UserClient<User>;
  update<T extends UserWriteArgs>(args: T): Prisma__UserClient<User>;
  updateMany<T extends UserWriteArgs>(args: T): PrismaPromise<{ count: number }>;
}

export interface Prisma__UserClient<T, Null = never> extends PrismaPromise<T> {
  readonly [Symbol.toStringTag]: 'PrismaPromise';
  orders(): PrismaPromise<{ id: number }[] | Null>;
  then<TResult1 = T, TResult2 = never>(
    onfulfilled?: ((value: T) => TResult1 | PromiseLike<TResult1>) | undefined | null,
    onrejected?: ((reason: any) => TResult2 | PromiseLike<TResult2>) | undefined | null,
  ): runtime.Types.Utils.JsPromise<TResult1 | TResult2>;
}

export interface TypeMapCb extends runtime.Types.Utils.Fn<
  { extArgs: ExtArgs },
  runtime.Types.Utils.Record<string, any>
> {
  returns: TypeMap<this['params']['extArgs']>;
}

export type TypeMap<Args extends ExtArgs = DefaultArgs> = {
  globalOmitOptions: {};
  meta: { modelProps: 'user'; txIsolationLevel: 'Serializable' };
  model: {
    User: {
      payload: $UserPayload<Args>;
      fields: {};
      operations: {
        findMany: { args: UserFindManyArgs; result: runtime.Types.Utils.PayloadToResult<$UserPayload>[] };
        create: { args: UserWriteArgs; result: runtime.Types.Utils.PayloadToResult<$UserPayload> };
        update: { args: UserWriteArgs; result: runtime.Types.Utils.PayloadToResult<$UserPayload> };
      };
    };
  };
} & {
  other: {
    payload: any;
    operations: {
      $executeRaw: { args: [query: TemplateStringsArray | runtime.Sql, ...values: any[]]; result: any };
      $executeRawUnsafe: { args: [query: string, ...values: any[]]; result: any };
      $queryRaw: { args: [query: TemplateStringsArray | runtime.Sql, ...values: any[]]; result: any };
      $queryRawUnsafe: { args: [query: string, ...values: any[]]; result: any };
    };
  };
};
