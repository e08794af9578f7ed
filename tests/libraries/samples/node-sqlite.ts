/// <reference path="./typings/node-sqlite.d.ts" />
import { DatabaseSync, backup } from 'node:sqlite';

const db = new DatabaseSync('shop.db');
//             ^? blocks file, acquires {what connection, at result, release DatabaseSync#close}
db.open();
// ^? blocks file
db.exec('BEGIN');
// ^? blocks file, queries {sql arg0}
const find = db.prepare('SELECT * FROM sales WHERE id = ?');
//              ^? unknown
find.get(1);
//   ^? blocks file, queries {}
find.all(1);
//   ^? blocks file, queries {}
find.run(1);
//   ^? blocks file, queries {}
for (const row of find.iterate(1)) void row;
//                     ^? queries {}
await backup(db, 'copy.db');
//    ^? waitsFor disk
db.close();
// ^? blocks file, releases this
void db;
//   ^? role connection
