import PgBoss from 'pg-boss';

const boss = new PgBoss('postgres://localhost');
await boss.start();
//         ^? waitsFor pool
boss;
// ^? role queue
declare const db: PgBoss.Db;
await boss.send('mail', { id: 1 });
//         ^? waitsFor pool, enqueues {job arg1, bulk PgBoss#insert}, joins arg2.db
await boss.send('mail', { id: 1 }, { db });
//         ^? waitsFor pool, enqueues {job arg1, bulk PgBoss#insert}, joins arg2.db
await boss.send({ name: 'mail', data: { id: 1 } });
//         ^? waitsFor pool, enqueues {job arg0.data, bulk PgBoss#insert}, joins arg0.options.db
await boss.sendAfter('mail', { id: 1 }, {}, 60);
//         ^? waitsFor pool, enqueues {job arg1, bulk PgBoss#insert}, joins arg2.db
await boss.publish('signup', { id: 1 });
//         ^? waitsFor pool, enqueues {job arg1}, joins arg2.db
await boss.insert([{ name: 'mail', data: { id: 1 } }], { db });
//         ^? waitsFor pool, enqueues {job arg0, many}, joins arg1.db
await boss.work('mail', async ([job]) => void job?.data);
//         ^? handles {callback arg1, event job}, concurrency {at arg1.localConcurrency, default 1}
await boss.work('mail', { batchSize: 5 }, async jobs => {
  //       ^? handles {callback arg2, event job}, concurrency {at arg1.localConcurrency, default 1}
  await boss.complete('mail', jobs[0]?.id ?? '');
  //         ^? waitsFor pool, joins arg3.db
});
await boss.fetch('mail', { batchSize: 5, db });
//         ^? waitsFor pool, joins arg1.db
await boss.cancel('mail', '1', { db });
//         ^? waitsFor pool, joins arg2.db
boss.on('error', () => undefined);
//   ^? listens {listener arg1, remove PgBoss#off}
