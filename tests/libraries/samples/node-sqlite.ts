/// <reference path="./typings/node-sqlite.d.ts" />
import { DatabaseSync, backup } from 'node:sqlite';

const db = new DatabaseSync('shop.db');
//             ^? ?
db.open();
// ^? ?
db.exec('BEGIN');
// ^? ?
const find = db.prepare('SELECT * FROM sales WHERE id = ?');
//              ^? ?
find.get(1);
//   ^? ?
find.all(1);
//   ^? ?
find.run(1);
//   ^? ?
for (const row of find.iterate(1)) void row;
//                     ^? ?
await backup(db, 'copy.db');
//    ^? ?
db.close();
// ^? ?
void db;
//   ^? ?
