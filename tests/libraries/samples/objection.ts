import { Model, transaction, type ModelClass, type Transaction, type TransactionOrKnex } from 'objection';
import type { Knex } from 'knex';

class Person extends Model {
  static override readonly tableName = 'people';
  id!: number;
  age!: number;
}
declare const database: Knex;

await Person.query().where('id', 1);
//           ^? waitsFor network, queries {}, joins arg0
//                   ^? waitsFor network
await Person.query().findById(1).patch({ age: 2 });
//                   ^? waitsFor network
//                               ^? waitsFor network
await Person.query().limit(10);
//                   ^? waitsFor network, atMost arg0
await Person.query().forUpdate().skipLocked();
//                   ^? waitsFor network, locksRows
await Person.query().increment('age', 1);
//                   ^? waitsFor network, accesses {how atomic}
await Person.query().timeout(1000);
//                   ^? waitsFor network, timeout {at arg0, default none}
await Person.query().resultSize();
//                   ^? waitsFor network
await Person.query().transacting(database);
//                   ^? waitsFor network, joins arg0
await Person.query().execute();
//                   ^? waitsFor network

await Person.transaction(async own => {
  //         ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  own;
  //^? role transaction
  await Person.query(own);
  //           ^? waitsFor network, queries {}, joins arg0
  const person = await Person.bindTransaction(own).query().findById(1);
  //                          ^? joins arg0
  await person?.$query(own).patch({ age: 1 });
  //            ^? waitsFor network, queries {}, joins arg0
  await person?.$relatedQuery('parent', own);
  //            ^? waitsFor network, queries {}, joins arg1
});
await Person.transaction(database, async own => Person.query(own));
//           ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}, joins arg0
await transaction(Person, async Bound => Bound.query());
//    ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}
//                                             ^? waitsFor network, queries {}, joins arg0
await transaction(database, async own => Person.query(own));
//    ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}
const manual = await Person.startTransaction();
//                          ^? waitsFor pool, begins result, acquires {what transaction, at result, release [Transaction#commit, Transaction#rollback]}, joins arg0
await manual.commit();
//           ^? waitsFor network, ends commit, releases this
const other = await transaction.start(database);
//                              ^? waitsFor pool, begins result, acquires {what transaction, at result, release [Transaction#commit, Transaction#rollback]}
await other.rollback();
//          ^? waitsFor network, ends rollback, releases this

async function all(
  handle: Transaction,
  given: ModelClass<Person>,
  either?: TransactionOrKnex,
): Promise<void> {
  handle;
  // ^? role transaction
  await given.query(either);
  //          ^? waitsFor network, queries {}, joins arg0
}
await all(manual, Person);
Person.fromJson({});
//     ^? unknown
