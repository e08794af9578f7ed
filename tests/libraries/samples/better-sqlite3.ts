import Database from 'better-sqlite3';

const database = new Database('file.db');
//                   ^? blocks file, acquires {what connection, at result, release Database#close}
database;
// ^? role connection
database.exec('CREATE TABLE t (n)');
//       ^? blocks file, queries {sql arg0}
database.pragma('journal_mode = WAL');
//       ^? blocks file, queries {}
const insert = database.prepare('INSERT INTO t VALUES (?)');
//                      ^? unknown
insert.run(1);
//     ^? blocks file, queries {}
database.prepare('SELECT * FROM t').all();
//                                  ^? blocks file, queries {}
database.prepare('SELECT * FROM t').get();
//                                  ^? blocks file, queries {}
const insertMany = database.transaction((numbers: number[]) => {
  //                        ^? runs {callback arg0, times later}, scope {kind transaction, body arg0, handle this}
  for (const number of numbers) insert.run(number);
});
insertMany([1, 2]);
// ^? blocks file
insertMany.immediate([1, 2]);
//         ^? blocks file
await database.backup('copy.db');
//             ^? waitsFor disk
database.close();
//       ^? blocks file, releases this
