import { PrismaClient } from './prisma/copied/index.js';

const prisma = new PrismaClient();
prisma;
// ^? role pool
await prisma.user.findMany({ take: 10 });
//                ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
await prisma.$transaction(async tx => {
  //         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, timeout {at arg1.timeout, default 5000}
  await tx.user.create({ data: {} });
  //            ^? waitsFor network, queries {}, atMost arg0.take, picksBy in
});
