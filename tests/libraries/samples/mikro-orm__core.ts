import { LockMode, MikroORM, type EntityManager, type EntityRepository } from '@mikro-orm/core';

class User {
  id = 1;
  balance = 0;
}
declare const em: EntityManager;
declare const users: EntityRepository<User>;
const { signal } = new AbortController();

const orm = await MikroORM.init({ dbName: 'test' });
//                         ^? waitsFor network
await em.transactional(async tx => {
  //     ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, carries @mikro-orm/core, joins arg1.ctx, signal arg1.signal
  console.log(tx);
  //          ^? no role
  await tx.find(User, { id: 1 }, { limit: 10 });
  //       ^? waitsFor network, queries {}, accesses {how read}, joins arg2.ctx, signal arg2.signal, atMost arg2.limit
  await tx.findOne(User, { id: 1 }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  //       ^? waitsFor network, queries {}, accesses {how read}, joins arg2.ctx, signal arg2.signal, locksRows
  await tx.findOneOrFail(User, { id: 1 }, { lockMode: LockMode.OPTIMISTIC, lockVersion: 1 });
  //       ^? waitsFor network, queries {}, accesses {how read}, joins arg2.ctx, signal arg2.signal
  await tx.lock(new User(), LockMode.PESSIMISTIC_WRITE);
  //       ^? waitsFor network, queries {}, locksRows
  await tx.lock(new User(), LockMode.OPTIMISTIC, 1);
  //       ^? waitsFor network, queries {}
  tx.persist(new User());
  // ^? unknown
  await tx.flush();
  //       ^? waitsFor network, queries {}, accesses {how write}
});
await orm.em.transactional(async () => {});
//           ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, carries @mikro-orm/core, joins arg1.ctx, signal arg1.signal
const fork = em.fork({ signal });
//              ^? signal arg0.signal
await fork.begin();
//         ^? waitsFor pool, begins this
await fork.commit();
//         ^? waitsFor network, ends commit
await fork.rollback();
//         ^? waitsFor network, ends rollback
await em.findAll(User, { limit: 10 });
//       ^? waitsFor network, queries {}, accesses {how read}, joins arg1.ctx, signal arg1.signal, atMost arg1.limit
await em.nativeUpdate(User, { id: 1 }, { balance: 1 });
//       ^? waitsFor network, queries {}, accesses {how write}, joins arg3.ctx, signal arg3.signal
await em.insert(User, { id: 1, balance: 0 });
//       ^? waitsFor network, queries {}, accesses {how write}, joins arg2.ctx, signal arg2.signal
await users.find({ id: 1 }, { limit: 10 });
//          ^? waitsFor network, queries {}, accesses {how read}, joins arg1.ctx, signal arg1.signal, atMost arg1.limit
await users.findOne({ id: 1 }, { lockMode: LockMode.PESSIMISTIC_WRITE });
//          ^? waitsFor network, queries {}, accesses {how read}, joins arg1.ctx, signal arg1.signal, locksRows
await users.findAll({ limit: 10 });
//          ^? waitsFor network, queries {}, joins arg0.ctx, signal arg0.signal, atMost arg0.limit
await users.nativeDelete({ id: 1 });
//          ^? waitsFor network, queries {}, accesses {how write}, joins arg1.ctx, signal arg1.signal
await orm.close();
//        ^? waitsFor network
