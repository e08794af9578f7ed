/// <reference path="./typings/node-sqlite.d.ts" />
import { DatabaseSync, backup } from 'node:sqlite';

const db = new DatabaseSync('shop.db');
//             ^? blocks database, acquires {what connection, at result, release DatabaseSync#close}
db.open();
// ^? blocks database
db.exec('BEGIN');
// ^? blocks database, queries {sql arg0}
const find = db.prepare('SELECT * FROM sales WHERE id = ?');
//              ^? unknown
find.get(1);
//   ^? blocks database, queries {}
find.all(1);
//   ^? blocks database, queries {}
find.run(1);
//   ^? blocks database, queries {}
for (const row of find.iterate(1)) void row;
//                     ^? queries {}
await backup(db, 'copy.db');
//    ^? waitsFor disk
db.close();
// ^? blocks database, releases this
void db;
//   ^? role connection
