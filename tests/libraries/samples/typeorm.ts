import {
  BaseEntity,
  Any,
  In,
  type DataSource,
  type EntityManager,
  type QueryRunner,
  type Repository,
  type TreeRepository,
} from 'typeorm';

class User extends BaseEntity {
  id = 1;
  balance = 0;
}
declare const source: DataSource;
declare const users: Repository<User>;
declare const tree: TreeRepository<User>;
source;
// ^? role pool
await source.transaction(async manager => {
  //         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  console.log(manager);
  //          ^? role pool
  await manager.save(new User());
  //            ^? waitsFor network, queries {}, accesses {how write}
  await manager.findOne(User, { where: { id: 1 }, lock: { mode: 'pessimistic_write' } });
  //            ^? waitsFor network, queries {}, accesses {how read}, locksRows
  await manager.find(User, { take: 10 });
  //            ^? waitsFor network, queries {}, accesses {how read}, atMost arg1.take
  await manager.increment(User, { id: 1 }, 'balance', 1);
  //            ^? waitsFor network, queries {}, accesses {how atomic}
  await manager.query('SELECT 1');
  //            ^? waitsFor network, queries {sql arg0}
  await manager.getRepository(User).findOneBy({ id: 1 });
  //                                ^? waitsFor network, queries {}, accesses {how read}
  //            ^? unknown
});
await source.transaction('SERIALIZABLE', async (manager: EntityManager) => {
  //         ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}
  await manager.transaction(async () => {});
  //            ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
});
await source.manager.transaction(async () => {});
//                   ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
await source.query('SELECT 1');
//           ^? waitsFor pool, queries {sql arg0}, joins arg2
await source.sql`SELECT 1`;
//           ^? waitsFor pool, queries {sql arg0}
await source.initialize();
//           ^? waitsFor network
await source.destroy();
//           ^? waitsFor network, takesBackAll

const runner: QueryRunner = source.createQueryRunner();
//                                 ^? acquires {what connection, at result, release QueryRunner#release, lazy}
runner;
// ^? role connection
await runner.connect();
//           ^? waitsFor pool
await runner.startTransaction('SERIALIZABLE');
//           ^? waitsFor network, begins this
await runner.query('SELECT 1');
//           ^? waitsFor network, queries {sql arg0}
await source.query('SELECT 1', [], runner);
//           ^? waitsFor network, queries {sql arg0}, joins arg2
await runner.manager.save(new User());
//                   ^? waitsFor network, queries {}, accesses {how write}
await runner.commitTransaction();
//           ^? waitsFor network, ends commit
await runner.rollbackTransaction();
//           ^? waitsFor network, ends rollback
await runner.release();
//           ^? releases this

await users.find({ where: { id: 1 }, take: 10 });
//          ^? waitsFor network, queries {}, accesses {how read}, atMost arg0.take
await users.find({ lock: { mode: 'pessimistic_read' } });
//          ^? waitsFor network, queries {}, accesses {how read}, locksRows, atMost arg0.take
await users.findOne({ where: { id: 1 }, lock: { mode: 'optimistic', version: 1 } });
//          ^? waitsFor network, queries {}, accesses {how read}
await users.findOneOrFail({ where: { id: 1 } });
//          ^? waitsFor network, queries {}, accesses {how read}
await users.findAndCount({ take: 10 });
//          ^? waitsFor network, queries {}, accesses {how read}
await users.save({ id: 1 });
//          ^? waitsFor network, queries {}, accesses {how write}
await users.update({ id: 1 }, { balance: 1 });
//          ^? waitsFor network, queries {}, accesses {how write}
await users.decrement({ id: 1 }, 'balance', 1);
//          ^? waitsFor network, queries {}, accesses {how atomic}
users.create({ id: 1 });
//    ^? unknown
await tree.findBy({ id: 1 });
//         ^? waitsFor network, queries {}, accesses {how read}
await tree.findTrees();
//         ^? unknown
await User.findOneBy({ id: 1 });
//         ^? waitsFor network, queries {}, accesses {how read}
await new User().save();
//               ^? waitsFor network, queries {}, accesses {how write}

await source
  .createQueryBuilder(User, 'user', runner)
  // ^? joins arg2
  .setLock('pessimistic_write')
  // ^? locksRows
  .take(10)
  // ^? atMost arg0
  .getMany();
// ^? waitsFor network, queries {}, accesses {how read}
await users.createQueryBuilder('user', runner).setLock('optimistic', 1).getOne();
//          ^? joins arg1
//                                             ^? unknown
//                                                                      ^? waitsFor network, queries {}, accesses {how read}
const update = users.createQueryBuilder().update().set({ balance: 1 });
await update.setQueryRunner(runner).execute();
//           ^? joins arg0
//                                  ^? waitsFor network, queries {}
await users.createQueryBuilder().limit(10).getRawMany();
//                               ^? atMost arg0
//                                         ^? waitsFor network, queries {}, accesses {how read}
// Another `find`, `save` and `transaction`.
declare const other: { transaction(run: () => Promise<void>): Promise<void> };
await other.transaction(async () => {});
//          ^? unknown
void In([1, 2]);
//   ^? keepsSize arg0, picks arg0
void Any([1, 2]);
//   ^? keepsSize arg0
