/**
 * node:fs/promises, also `fs.promises`. The thread pool waits for the disk, the event loop goes on. `open` lends a
 * FileHandle, which goes back through `close`, or through a stream made of it once that has ended.
 */
import type { LibraryModel } from '../../vocabulary.js';

const disk = { waitsFor: 'disk' } as const;
const reads = { ...disk, accesses: { how: 'read', key: 'arg0' } } as const;
const writes = { ...disk, accesses: { how: 'write', key: 'arg0' } } as const;
const writesSecond = { ...disk, accesses: { how: 'write', key: 'arg1' } } as const;
/** Checks and acts in one step: no other process comes in between. */
const creates = { ...disk, accesses: { how: 'atomic', key: 'arg0' } } as const;
const opens = { acquires: { what: 'file', at: 'result', release: 'FileHandle#close' } } as const;

export const nodeFsPromises = {
  package: 'node:fs/promises',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/fs.html#promises-api',
  calls: {
    access: reads,
    appendFile: writes,
    chmod: disk,
    chown: disk,
    copyFile: writesSecond,
    cp: writesSecond,
    lchmod: disk,
    lchown: disk,
    link: disk,
    lstat: reads,
    lutimes: disk,
    mkdir: creates,
    mkdtemp: disk,
    open: [
      { when: { arg1: { is: 'wx' } }, ...creates, ...opens },
      { ...disk, ...opens },
    ],
    opendir: disk,
    readFile: { ...reads, signal: 'arg1.signal' },
    readdir: reads,
    readlink: disk,
    realpath: disk,
    rename: writesSecond,
    rm: writes,
    rmdir: writes,
    stat: reads,
    statfs: disk,
    symlink: disk,
    truncate: writes,
    unlink: writes,
    utimes: disk,
    watch: { signal: 'arg1.signal' },
    writeFile: [
      { when: { 'arg2.flag': { is: 'wx' } }, ...creates, signal: 'arg2.signal' },
      { ...writes, signal: 'arg2.signal' },
    ],
    'FileHandle#appendFile': disk,
    'FileHandle#chmod': disk,
    'FileHandle#chown': disk,
    'FileHandle#close': { ...disk, releases: 'this' },
    // These streams close the handle when they end, unless `autoClose` is false.
    'FileHandle#createReadStream': { signal: 'arg0.signal', releases: 'this' },
    'FileHandle#createWriteStream': { releases: 'this' },
    'FileHandle#readLines': { signal: 'arg0.signal', releases: 'this' },
    'FileHandle#datasync': disk,
    'FileHandle#read': disk,
    'FileHandle#readFile': { ...disk, signal: 'arg0.signal' },
    'FileHandle#readv': disk,
    'FileHandle#stat': disk,
    'FileHandle#sync': disk,
    'FileHandle#truncate': disk,
    'FileHandle#utimes': disk,
    'FileHandle#write': disk,
    'FileHandle#writeFile': { ...disk, signal: 'arg1.signal' },
    'FileHandle#writev': disk,
  },
} as const satisfies LibraryModel;
