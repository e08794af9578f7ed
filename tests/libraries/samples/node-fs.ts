import fs, { existsSync, promises, readFileSync, unlink as remove } from 'node:fs';
import * as bare from 'fs';
import { promisify } from 'node:util';

declare const fd: number;
declare const signal: AbortSignal;

const text = readFileSync('a', 'utf8');
//           ^? blocks file, accesses {how read, key arg0}, twin promises.readFile
const bytes = bare.readFileSync('a');
//                 ^? blocks file, accesses {how read, key arg0}, twin promises.readFile
const read = bare['readFileSync']('a');
const there = existsSync('a');
//            ^? blocks metadata, accesses {how read, key arg0}
fs.writeFileSync('a', text);
// ^? blocks file, accesses {how write, key arg0}, twin promises.writeFile
fs.writeFileSync('a', bytes, { flag: 'wx' });
// ^? blocks file, accesses {how atomic, key arg0}
fs.appendFileSync('a', read);
// ^? blocks file, accesses {how write, key arg0}, twin promises.appendFile
fs.copyFileSync('a', 'b');
// ^? blocks file, accesses {how write, key arg1}, twin promises.copyFile
fs.cpSync('a', 'b', { recursive: true });
// ^? blocks file, accesses {how write, key arg1}, twin promises.cp
fs.rmSync('a', { recursive: true });
// ^? blocks file, accesses {how write, key arg0}, twin promises.rm
fs.readdirSync('a');
// ^? blocks file, accesses {how read, key arg0}, twin promises.readdir
fs.fsyncSync(fd);
// ^? blocks file
fs.fdatasyncSync(fd);
// ^? blocks file
fs.readSync(fd, bytes);
// ^? blocks file
fs.readvSync(fd, [bytes]);
// ^? blocks file
fs.writeSync(fd, bytes);
// ^? blocks file
fs.writevSync(fd, [bytes]);
// ^? blocks file

fs.statSync('a').isFile();
// ^? blocks metadata, accesses {how read, key arg0}, twin promises.stat
fs.lstatSync('a');
// ^? blocks metadata, accesses {how read, key arg0}, twin promises.lstat
fs.fstatSync(fd);
// ^? blocks metadata
fs.statfsSync('a');
// ^? blocks metadata, twin promises.statfs
fs.accessSync('a');
// ^? blocks metadata, accesses {how read, key arg0}, twin promises.access
fs.mkdirSync('a', { recursive: true });
// ^? blocks metadata, accesses {how atomic, key arg0}, twin promises.mkdir
fs.mkdtempSync('a');
// ^? blocks metadata, twin promises.mkdtemp
fs.rmdirSync('a', { recursive: true });
// ^? blocks file, accesses {how write, key arg0}, twin promises.rmdir
fs.rmdirSync('a');
// ^? blocks metadata, accesses {how write, key arg0}, twin promises.rmdir
fs.unlinkSync('a');
// ^? blocks metadata, accesses {how write, key arg0}, twin promises.unlink
fs.renameSync('a', 'b');
// ^? blocks metadata, accesses {how write, key arg1}, twin promises.rename
fs.truncateSync('a');
// ^? blocks metadata, accesses {how write, key arg0}, twin promises.truncate
fs.ftruncateSync(fd);
// ^? blocks metadata
fs.chmodSync('a', 0o600);
// ^? blocks metadata, twin promises.chmod
fs.fchmodSync(fd, 0o600);
// ^? blocks metadata
fs.lchmodSync('a', 0o600);
// ^? blocks metadata
fs.chownSync('a', 1, 1);
// ^? blocks metadata, twin promises.chown
fs.fchownSync(fd, 1, 1);
// ^? blocks metadata
fs.lchownSync('a', 1, 1);
// ^? blocks metadata, twin promises.lchown
fs.utimesSync('a', 1, 1);
// ^? blocks metadata, twin promises.utimes
fs.futimesSync(fd, 1, 1);
// ^? blocks metadata
fs.lutimesSync('a', 1, 1);
// ^? blocks metadata, twin promises.lutimes
fs.linkSync('a', 'b');
// ^? blocks metadata, twin promises.link
fs.symlinkSync('a', 'b');
// ^? blocks metadata, twin promises.symlink
fs.readlinkSync('a');
// ^? blocks metadata, twin promises.readlink
fs.realpathSync('a');
// ^? blocks metadata, twin promises.realpath
fs.realpathSync.native('a');
//              ^? blocks metadata
fs.realpath.native('a', () => there);
//          ^? unknown

const opened = fs.openSync('a', 'r');
//                ^? blocks metadata, acquires {what file, at result, release closeSync}
const created = fs.openSync('a', 'wx');
//                 ^? blocks metadata, acquires {what file, at result, release closeSync}, accesses {how atomic, key arg0}
fs.closeSync(opened);
// ^? blocks metadata, releases arg0
fs.close(created);
// ^? releases arg0
fs.open('a', (_error, lent) => fs.closeSync(lent));
// ^? acquires {what file, at arg1.param1, release close}
fs.open('a', 'r', (_error, lent) => fs.close(lent));
// ^? acquires {what file, at arg2.param1, release close}
fs.open('a', 'r', 0o600, (_error, lent) => fs.close(lent));
// ^? acquires {what file, at arg3.param1, release close}
const folder = fs.opendirSync('a');
//                ^? blocks metadata
folder.readSync();
//     ^? blocks metadata
folder.closeSync();
//     ^? blocks metadata
await folder.read();
//           ^? waitsFor disk
await folder.close();
//           ^? waitsFor disk
folder.close(() => there);
//     ^? unknown

fs.readFile('a', () => there);
// ^? signal arg1.signal, accesses {how read, key arg0}
fs.writeFile('a', text, () => there);
// ^? signal arg2.signal, accesses {how write, key arg0}
fs.writeFile('a', text, { flag: 'wx', signal }, () => there);
// ^? signal arg2.signal, accesses {how atomic, key arg0}
fs.appendFile('a', text, () => there);
// ^? signal arg2.signal, accesses {how write, key arg0}
fs.access('a', () => there);
// ^? accesses {how read, key arg0}
fs.exists('a', () => there);
// ^? accesses {how read, key arg0}
fs.stat('a', () => there);
// ^? accesses {how read, key arg0}
fs.lstat('a', () => there);
// ^? accesses {how read, key arg0}
fs.mkdir('a', () => there);
// ^? accesses {how atomic, key arg0}
fs.rename('a', 'b', () => there);
// ^? accesses {how write, key arg1}
fs.copyFile('a', 'b', () => there);
// ^? accesses {how write, key arg1}
fs.rm('a', () => there);
// ^? accesses {how write, key arg0}
void remove('a', () => there);
//   ^? accesses {how write, key arg0}
fs.readdir('a', () => there);
// ^? accesses {how read, key arg0}
fs.createReadStream('a', { signal });
// ^? signal arg1.signal
fs.createWriteStream('a', { signal });
// ^? signal arg1.signal
const watcher = fs.watch('a', () => there);
//                 ^? listens {listener arg1, remove FSWatcher#close}, signal arg1.signal
fs.watch('a', { signal }, () => there);
// ^? listens {listener arg2, remove FSWatcher#close}, signal arg1.signal
fs.watch('a');
// ^? signal arg1.signal
watcher.close();
//      ^? unknown
fs.watchFile('a', () => there);
// ^? listens {listener arg1, remove unwatchFile}
fs.watchFile('a', { interval: 5 }, () => there);
// ^? listens {listener arg2, remove unwatchFile}

const readLater = promisify(fs.readFile);
await readLater('a');
//    ^? waitsFor disk
const statLater = promisify(fs.stat);
await statLater('a');
//    ^? waitsFor disk
await promises.readFile('a');
//             ^? waitsFor disk, accesses {how read, key arg0}, signal arg1.signal
await fs.promises.stat('a');
//                ^? waitsFor disk, accesses {how read, key arg0}

const memory = { readFileSync: (name: string) => name };
memory.readFileSync('a');
//     ^? unknown
