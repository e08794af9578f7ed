import Database from 'better-sqlite3';

const database = new Database('file.db');
//                   ^? blocks database, acquires {what connection, at result, release Database#close}
database;
// ^? role connection
database.exec('CREATE TABLE t (n)');
//       ^? blocks database, queries {sql arg0}
database.pragma('journal_mode = WAL');
//       ^? blocks database, queries {}
const insert = database.prepare('INSERT INTO t VALUES (?)');
//                      ^? unknown
insert.run(1);
//     ^? blocks database, queries {}
database.prepare('SELECT * FROM t').all();
//                                  ^? blocks database, queries {}
database.prepare('SELECT * FROM t').get();
//                                  ^? blocks database, queries {}
const insertMany = database.transaction((numbers: number[]) => {
  //                        ^? runs {callback arg0, times later}, scope {kind transaction, body arg0, handle this, sync}
  for (const number of numbers) insert.run(number);
});
insertMany([1, 2]);
// ^? blocks database
insertMany.immediate([1, 2]);
//         ^? blocks database
await database.backup('copy.db');
//             ^? waitsFor disk
database.close();
//       ^? blocks database, releases this, closes
