import { Model, Sequelize, Transaction, type ModelStatic } from 'sequelize';

class User extends Model {
  declare balance: number;
}
declare const sequelize: Sequelize;
declare const Account: ModelStatic<User>;
sequelize;
// ^? role pool
await sequelize.transaction(async t => {
  //            ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  console.log(t);
  //          ^? role session
  await User.findByPk(1, { transaction: t, lock: t.LOCK.UPDATE });
  //         ^? waitsFor network, queries {}, joins arg1.transaction, accesses {how read}, locksRows
  await User.findAll({ transaction: t, limit: 10 });
  //         ^? waitsFor network, queries {}, joins arg0.transaction, accesses {how read}, atMost arg0.limit
  await User.create({ balance: 0 }, { transaction: t });
  //         ^? waitsFor network, queries {}, joins arg1.transaction, accesses {how write}
  await User.create({ balance: 0 });
  //         ^? waitsFor pool, queries {}, joins arg1.transaction, accesses {how write}
});
await sequelize.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.SERIALIZABLE }, async () => {});
//              ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}, joins arg0.transaction
const transaction = await sequelize.transaction();
//                                  ^? waitsFor pool, acquires {what transaction, at result, release [Transaction#commit, Transaction#rollback]}, begins result, joins arg0.transaction
transaction;
// ^? role session
await transaction.commit();
//                ^? waitsFor network, ends commit, releases this
await transaction.rollback();
//                ^? waitsFor network, ends rollback, releases this
transaction.afterCommit(async () => {});
//          ^? runs {callback arg0, times later}
await sequelize.query('SELECT 1', { transaction });
//              ^? waitsFor network, queries {sql arg0}, joins arg1.transaction
await sequelize.query('SELECT 1');
//              ^? waitsFor pool, queries {sql arg0}, joins arg1.transaction
await sequelize.authenticate();
//              ^? waitsFor pool
await User.findOne({ where: { id: 1 }, lock: true });
//         ^? waitsFor pool, queries {}, joins arg0.transaction, accesses {how read}, locksRows
await Account.findOne();
//            ^? waitsFor pool, queries {}, joins arg0.transaction, accesses {how read}
await User.count({ transaction });
//         ^? waitsFor network, queries {}, joins arg0.transaction, accesses {how read}
await User.sum('balance', { transaction });
//         ^? waitsFor network, queries {}, joins arg1.transaction, accesses {how read}
await User.aggregate('balance', 'max', { transaction });
//         ^? waitsFor network, queries {}, joins arg2.transaction, accesses {how read}
await User.update({ balance: 1 }, { where: { id: 1 }, transaction });
//         ^? waitsFor network, queries {}, joins arg1.transaction, accesses {how write}
await User.increment({ balance: 1 }, { where: { id: 1 }, transaction });
//         ^? waitsFor network, queries {}, joins arg1.transaction, accesses {how atomic}
await User.destroy({ where: { id: 1 } });
//         ^? waitsFor pool, queries {}, joins arg0.transaction, accesses {how write}
const user = new User();
await user.save({ transaction });
//         ^? waitsFor network, queries {}, joins arg0.transaction, accesses {how write}
await user.reload({ transaction, lock: transaction.LOCK.UPDATE });
//         ^? waitsFor network, queries {}, joins arg0.transaction, accesses {how read}, locksRows
await user.increment('balance', { by: 1 });
//         ^? waitsFor pool, queries {}, joins arg1.transaction, accesses {how atomic}
await user.update({ balance: 1 });
//         ^? waitsFor pool, queries {}, joins arg1.transaction, accesses {how write}
User.build({ balance: 0 });
//   ^? unknown
