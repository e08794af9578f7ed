import fs, { existsSync, promises, readFileSync, unlink as remove } from 'node:fs';
import * as bare from 'fs';
import { promisify } from 'node:util';

declare const fd: number;
declare const signal: AbortSignal;

const text = readFileSync('a', 'utf8');
//           ^? ?
const bytes = bare.readFileSync('a');
//                 ^? ?
const read = bare['readFileSync']('a');
//                ^? ?
const there = existsSync('a');
//            ^? ?
fs.writeFileSync('a', text);
// ^? ?
fs.writeFileSync('a', bytes, { flag: 'wx' });
// ^? ?
fs.appendFileSync('a', read);
// ^? ?
fs.copyFileSync('a', 'b');
// ^? ?
fs.cpSync('a', 'b', { recursive: true });
// ^? ?
fs.rmSync('a', { recursive: true });
// ^? ?
fs.readdirSync('a');
// ^? ?
fs.fsyncSync(fd);
// ^? ?
fs.fdatasyncSync(fd);
// ^? ?
fs.readSync(fd, bytes);
// ^? ?
fs.readvSync(fd, [bytes]);
// ^? ?
fs.writeSync(fd, bytes);
// ^? ?
fs.writevSync(fd, [bytes]);
// ^? ?

fs.statSync('a').isFile();
// ^? ?
fs.lstatSync('a');
// ^? ?
fs.fstatSync(fd);
// ^? ?
fs.statfsSync('a');
// ^? ?
fs.accessSync('a');
// ^? ?
fs.mkdirSync('a', { recursive: true });
// ^? ?
fs.mkdtempSync('a');
// ^? ?
fs.rmdirSync('a');
// ^? ?
fs.unlinkSync('a');
// ^? ?
fs.renameSync('a', 'b');
// ^? ?
fs.truncateSync('a');
// ^? ?
fs.ftruncateSync(fd);
// ^? ?
fs.chmodSync('a', 0o600);
// ^? ?
fs.fchmodSync(fd, 0o600);
// ^? ?
fs.lchmodSync('a', 0o600);
// ^? ?
fs.chownSync('a', 1, 1);
// ^? ?
fs.fchownSync(fd, 1, 1);
// ^? ?
fs.lchownSync('a', 1, 1);
// ^? ?
fs.utimesSync('a', 1, 1);
// ^? ?
fs.futimesSync(fd, 1, 1);
// ^? ?
fs.lutimesSync('a', 1, 1);
// ^? ?
fs.linkSync('a', 'b');
// ^? ?
fs.symlinkSync('a', 'b');
// ^? ?
fs.readlinkSync('a');
// ^? ?
fs.realpathSync('a');
// ^? ?
fs.realpathSync.native('a');
//              ^? ?
fs.realpath.native('a', () => there);
//          ^? ?

const opened = fs.openSync('a', 'r');
//                ^? ?
const created = fs.openSync('a', 'wx');
//                 ^? ?
fs.closeSync(opened);
// ^? ?
fs.close(created);
// ^? ?
fs.open('a', (_error, lent) => fs.closeSync(lent));
// ^? ?
fs.open('a', 'r', (_error, lent) => fs.close(lent));
// ^? ?
fs.open('a', 'r', 0o600, (_error, lent) => fs.close(lent));
// ^? ?
const folder = fs.opendirSync('a');
//                ^? ?
folder.readSync();
//     ^? ?
folder.closeSync();
//     ^? ?
await folder.read();
//           ^? ?
await folder.close();
//           ^? ?
folder.close(() => there);
//     ^? ?

fs.readFile('a', () => there);
// ^? ?
fs.writeFile('a', text, () => there);
// ^? ?
fs.writeFile('a', text, { flag: 'wx', signal }, () => there);
// ^? ?
fs.appendFile('a', text, () => there);
// ^? ?
fs.access('a', () => there);
// ^? ?
fs.exists('a', () => there);
// ^? ?
fs.stat('a', () => there);
// ^? ?
fs.lstat('a', () => there);
// ^? ?
fs.mkdir('a', () => there);
// ^? ?
fs.rename('a', 'b', () => there);
// ^? ?
fs.copyFile('a', 'b', () => there);
// ^? ?
fs.rm('a', () => there);
// ^? ?
void remove('a', () => there);
//   ^? ?
fs.readdir('a', () => there);
// ^? ?
fs.createReadStream('a', { signal });
// ^? ?
fs.createWriteStream('a', { signal });
// ^? ?
const watcher = fs.watch('a', () => there);
//                 ^? ?
fs.watch('a', { signal }, () => there);
// ^? ?
fs.watch('a');
// ^? ?
watcher.close();
//      ^? ?
fs.watchFile('a', () => there);
// ^? ?
fs.watchFile('a', { interval: 5 }, () => there);
// ^? ?

const readLater = promisify(fs.readFile);
await readLater('a');
//    ^? ?
await promisify(fs.stat)('a');
//    ^? ?
await promises.readFile('a');
//             ^? ?
await fs.promises.stat('a');
//                ^? ?

const memory = { readFileSync: (name: string) => name };
memory.readFileSync('a');
//     ^? ?
