/// <reference path="./prisma/client-js.d.ts" />
import { PrismaClient as JsClient, type Prisma } from '@prisma/client';
import { PrismaClient } from './prisma/generated/client.js';

// Generator `prisma-client`: declared in the user's own code.
declare const prisma: PrismaClient;
prisma;
// ^? role pool
await prisma.user.findMany({ take: 5 });
//                ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await prisma.user.updateMany({ data: {} });
//                ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await prisma.user.create({ data: {} });
//                ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
// Relations have the names that the user gives them, by which nothing is looked up.
await prisma.user.findUnique({ where: { id: 1 } }).orders();
//                                                 ^? unknown
await prisma.$queryRaw`SELECT 1`;
//           ^? waitsFor network, queries {sql arg0}
await prisma.$connect();
//           ^? waitsFor network
await prisma.$transaction(async tx => {
  //         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, timeout {at arg1.timeout, default 5000}
  console.log(tx);
  //          ^? role transaction
  await tx.user.updateMany({ data: {} });
  //            ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
});
await prisma.$transaction([prisma.user.findMany()]);
//           ^? waitsFor pool

class PrismaService extends PrismaClient {
  open() {
    return this.$connect();
    //          ^? waitsFor network
  }
}
declare const service: PrismaService;
service;
// ^? role pool
await service.user.findMany();
//                 ^? waitsFor network, queries {}, atMost arg0.take, picksBy in

// `$extends`: declared in @prisma/client.
const extended = prisma.$extends({ model: { user: { one: () => 1 } } });
extended;
// ^? role pool
await extended.user.findMany({ take: 5 });
//                  ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await extended.user.create({ data: {} });
//                  ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await extended.$queryRaw`SELECT 1`;
//             ^? waitsFor network, queries {sql arg0}
extended.user.one();
//            ^? unknown
await extended.$connect();
//             ^? waitsFor network
await extended.$transaction(async tx => {
  //           ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, timeout {at arg1.timeout, default 5000}
  console.log(tx);
  //          ^? role transaction
  await tx.user.update({ data: {} });
  //            ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
});
await extended.$transaction([extended.user.findMany()]);
//             ^? waitsFor pool

// Generator `prisma-client-js`: declared in the package `.prisma`.
const js = new JsClient();
console.log(js);
//          ^? role pool
await js.user.findMany({ take: 5 });
//            ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await js.user.create({ data: {} });
//            ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await js.$queryRaw`SELECT 1`;
//       ^? waitsFor network, queries {sql arg0}
await js.$queryRawUnsafe('SELECT 1');
//       ^? waitsFor network, queries {sql arg0}
await js.$connect();
//       ^? waitsFor network
await js.$transaction([js.user.findMany()]);
//       ^? waitsFor pool
await js.$transaction(async tx => {
  //     ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, timeout {at arg1.timeout, default 5000}
  console.log(tx);
  //          ^? role transaction
  await tx.$executeRaw`UPDATE users SET balance = 0`;
  //       ^? waitsFor network, queries {sql arg0}
});
class JsService extends JsClient {}
declare const jsService: JsService;
jsService;
// ^? role pool
await jsService.$transaction(async () => {});
//              ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, timeout {at arg1.timeout, default 5000}
declare const handle: Prisma.TransactionClient;
handle;
// ^? role transaction

// Something else with a method of that name.
declare const other: { $connect(): Promise<void>; $transaction(run: () => Promise<void>): Promise<void> };
other;
// ^? no role
await other.$transaction(async () => {});
//          ^? unknown
interface RawQueries {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}
declare const queries: RawQueries;
queries;
// ^? role transaction
