/// <reference path="../../../node_modules/bun-types/sqlite.d.ts" />
import { Database } from 'bun:sqlite';

const database = new Database('file.db');
//                   ^? blocks database, acquires {what connection, at result, release Database#close}
database;
// ^? role connection
const other = Database.open('other.db');
//                     ^? blocks database, acquires {what connection, at result, release Database#close}
database.run('CREATE TABLE numbers (n)');
//       ^? blocks database, queries {sql arg0}
database.exec('DELETE FROM numbers');
//       ^? blocks database, queries {sql arg0}
const insert = database.prepare('INSERT INTO numbers VALUES (?)');
//                      ^? unknown
const select = database.query('SELECT * FROM numbers');
//                      ^? unknown
insert.run(1);
//     ^? blocks database, queries {}
select.get();
//     ^? blocks database, queries {}
select.all();
//     ^? blocks database, queries {}
select.values();
//     ^? blocks database, queries {}
select.iterate();
//     ^? queries {}
export const insertMany = database.transaction((numbers: number[]) => {
  //                               ^? runs {callback arg0, times later}, scope {kind transaction, body arg0, handle this, sync}
  for (const number of numbers) insert.run(number);
});
database.serialize();
//       ^? blocks database
other.close();
//    ^? blocks database, releases this, closes
