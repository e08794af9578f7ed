import { LockMode, MikroORM, type EntityManager, type PostgreSqlDriver } from '@mikro-orm/postgresql';

class User {
  id = 1;
  balance = 0;
}
declare const em: EntityManager;

await em.execute('SELECT 1');
//       ^? waitsFor network, queries {sql arg0}, signal arg2.signal
await em.countBy(User, 'balance');
//       ^? waitsFor network, queries {}, accesses {how read}
// What is declared in the core is known from there.
await em.transactional(async tx => {
  //     ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, carries @mikro-orm/core, joins arg1.ctx, signal arg1.signal
  await tx.find(User, { id: 1 }, { limit: 10 });
  //       ^? waitsFor network, queries {}, accesses {how read}, joins arg2.ctx, signal arg2.signal, atMost arg2.limit
});
const orm = await MikroORM.init<PostgreSqlDriver>({ dbName: 'test' });
await orm.em.transactional(async tx => {
  //         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}, carries @mikro-orm/core, joins arg1.ctx, signal arg1.signal
  await tx.execute('SELECT 1');
  //       ^? waitsFor network, queries {sql arg0}, signal arg2.signal
});
const query = em.createQueryBuilder(User, 'user');
await query.select('*').limit(10).setLockMode(LockMode.PESSIMISTIC_WRITE).getResultList();
//                      ^? atMost arg0
//                                ^? locksRows
//                                                                        ^? waitsFor network, queries {}, accesses {how read}, atMost arg0
await query.select('*').getSingleResult();
//                      ^? waitsFor network, queries {}, accesses {how read}
await query.getCount();
//          ^? waitsFor network, queries {}, accesses {how read}
await query.select('*').execute();
//                      ^? waitsFor network, queries {}, accesses {how read}
await query.update({ balance: 1 }).execute();
//                                 ^? waitsFor network, queries {}
