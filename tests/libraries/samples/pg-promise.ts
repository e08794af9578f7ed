import pgPromise from 'pg-promise';

const pgp = pgPromise();
const database = pgp({ database: 'test', max: 5 });
//               ^? concurrency {at arg0.max, default 10}
database;
// ^? role pool
await database.any('SELECT 1');
//             ^? waitsFor pool, queries {sql arg0}
await database.none('UPDATE t SET n = 1');
//             ^? waitsFor pool, queries {sql arg0}
await database.map('SELECT 1', [], row => row.id);
//             ^? waitsFor pool, queries {sql arg0}, runs {callback arg2, times each}
await database.func('compute', [1]);
//             ^? waitsFor pool, queries {}
await database.task(async task => {
  //           ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
  task;
  // ^? role connection
  await task.one('SELECT 1');
  //         ^? waitsFor network, queries {sql arg0}
  await task.func('compute', [1]);
  //         ^? waitsFor network, queries {}
  await task.task(async inner => inner.any('SELECT 1'));
  //         ^? runs {callback arg0, times once}, scope {kind connection, body arg0, handle arg0.param0}
  await task.batch([task.any('SELECT 1'), task.any('SELECT 2')]);
  //         ^? combines arg0, keepsSize arg0
  await task.sequence(index => (index < 3 ? task.any('SELECT 1') : undefined));
  //         ^? runs {callback arg0, times each, limited}
});
await database.task('name', async task => task.any('SELECT 1'));
//             ^? waitsFor pool, scope {kind connection, body arg1, handle arg1.param0}
await database.tx(async transaction => {
  //           ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
  await transaction.none('UPDATE t SET n = 1');
  //                ^? waitsFor network, queries {sql arg0}
  await transaction.tx(async inner => inner.any('SELECT 1'));
  //                ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
});
await database.tx({ tag: 'name' }, async transaction => transaction.any('SELECT 1'));
//             ^? waitsFor pool, scope {kind transaction, body arg1, handle arg1.param0}
await database.txIf(async transaction => transaction.any('SELECT 1'));
//             ^? waitsFor pool, scope {kind transaction, body arg0, handle arg0.param0}
const connected = await database.connect();
//                               ^? waitsFor pool, acquires {what connection, at result, release IConnected#done}
connected;
// ^? role connection
await connected.any('SELECT 1');
//              ^? waitsFor network, queries {sql arg0}
connected.done();
//        ^? releases this
pgp.as.format('SELECT $1', [1]);
//     ^? unknown
