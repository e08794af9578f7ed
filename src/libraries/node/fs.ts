/**
 * node:fs. What ends in `Sync` holds the event loop for as long as the disk takes. A descriptor that `open` or
 * `openSync` lends goes back through `close` or `closeSync`.
 */
import type { CallModel, LibraryModel } from '../../vocabulary.js';

const file = { blocks: 'file' } as const;
const metadata = { blocks: 'metadata' } as const;
const reads = { accesses: { how: 'read', key: 'arg0' } } as const;
const writes = { accesses: { how: 'write', key: 'arg0' } } as const;
const writesSecond = { accesses: { how: 'write', key: 'arg1' } } as const;
/** Checks and acts in one step: no other process comes in between. */
const creates = { accesses: { how: 'atomic', key: 'arg0' } } as const;
const opensSync = { ...metadata, acquires: { what: 'file', at: 'result', release: 'closeSync' } } as const;

/** Rows for what takes a path or a descriptor: only of a path is the twin the same. */
const twinOfPath = <Row extends CallModel>(row: Row, twin: string) =>
  [{ when: { arg0: 'string' }, ...row, twin }, { when: { arg0: 'object' }, ...row, twin }, row] as const;
/** Options may say `throwIfNoEntry`, which the twin lacks. */
const twinWithoutOptions = <Row extends CallModel>(row: Row, twin: string) =>
  [{ when: { arg1: 'absent' }, ...row, twin }, row] as const;

export const nodeFs = {
  package: 'node:fs',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/fs.html',
  calls: {
    // A descriptor in the place of a path is one for these alone: their twins want a FileHandle.
    appendFileSync: twinOfPath({ ...file, ...writes }, 'promises.appendFile'),
    copyFileSync: { ...file, ...writesSecond, twin: 'promises.copyFile' },
    cpSync: { ...file, ...writesSecond, twin: 'promises.cp' },
    fdatasyncSync: file,
    fsyncSync: file,
    readFileSync: twinOfPath({ ...file, ...reads }, 'promises.readFile'),
    readSync: file,
    readdirSync: { ...file, ...reads, twin: 'promises.readdir' },
    readvSync: file,
    rmSync: { ...file, ...writes, twin: 'promises.rm' },
    writeFileSync: [
      { when: { 'arg2.flag': { is: 'wx' } }, ...file, ...creates },
      ...twinOfPath({ ...file, ...writes }, 'promises.writeFile'),
    ],
    writeSync: file,
    writevSync: file,

    accessSync: { ...metadata, ...reads, twin: 'promises.access' },
    chmodSync: { ...metadata, twin: 'promises.chmod' },
    chownSync: { ...metadata, twin: 'promises.chown' },
    closeSync: { ...metadata, releases: 'arg0' },
    existsSync: { ...metadata, ...reads },
    fchmodSync: metadata,
    fchownSync: metadata,
    fstatSync: metadata,
    ftruncateSync: metadata,
    futimesSync: metadata,
    lchmodSync: metadata,
    lchownSync: { ...metadata, twin: 'promises.lchown' },
    linkSync: { ...metadata, twin: 'promises.link' },
    lstatSync: twinWithoutOptions({ ...metadata, ...reads }, 'promises.lstat'),
    lutimesSync: { ...metadata, twin: 'promises.lutimes' },
    mkdirSync: { ...metadata, ...creates, twin: 'promises.mkdir' },
    mkdtempSync: { ...metadata, twin: 'promises.mkdtemp' },
    openSync: [{ when: { arg1: { is: 'wx' } }, ...opensSync, ...creates }, opensSync],
    opendirSync: metadata,
    readlinkSync: { ...metadata, twin: 'promises.readlink' },
    realpathSync: { ...metadata, twin: 'promises.realpath' },
    // `realpathSync.native(path)`; `realpath.native` takes a callback at the end.
    native: { when: { arg1: 'absent' }, ...metadata },
    renameSync: { ...metadata, ...writesSecond, twin: 'promises.rename' },
    // With all that is in it, it works through a tree of any size.
    rmdirSync: [
      { when: { 'arg1.recursive': { is: true } }, ...file, ...writes, twin: 'promises.rmdir' },
      { ...metadata, ...writes, twin: 'promises.rmdir' },
    ],
    statSync: twinWithoutOptions({ ...metadata, ...reads }, 'promises.stat'),
    statfsSync: { ...metadata, twin: 'promises.statfs' },
    symlinkSync: { ...metadata, twin: 'promises.symlink' },
    truncateSync: { ...metadata, ...writes, twin: 'promises.truncate' },
    unlinkSync: { ...metadata, ...writes, twin: 'promises.unlink' },
    utimesSync: { ...metadata, twin: 'promises.utimes' },
    'Dir#readSync': metadata,
    'Dir#closeSync': metadata,

    // With a callback: they return at once.
    access: reads,
    appendFile: { signal: 'arg2.signal', ...writes },
    close: { releases: 'arg0' },
    copyFile: writesSecond,
    exists: reads,
    lstat: reads,
    mkdir: creates,
    open: [
      { when: { arg1: 'function' }, acquires: { what: 'file', at: 'arg1.param1', release: 'close' } },
      { when: { arg2: 'function' }, acquires: { what: 'file', at: 'arg2.param1', release: 'close' } },
      { when: { arg3: 'function' }, acquires: { what: 'file', at: 'arg3.param1', release: 'close' } },
    ],
    readFile: { signal: 'arg1.signal', ...reads },
    readdir: reads,
    rename: writesSecond,
    rm: writes,
    stat: reads,
    unlink: writes,
    writeFile: [
      { when: { 'arg2.flag': { is: 'wx' } }, signal: 'arg2.signal', ...creates },
      { signal: 'arg2.signal', ...writes },
    ],
    createReadStream: { signal: 'arg1.signal' },
    createWriteStream: { signal: 'arg1.signal' },
    watch: [
      {
        when: { arg1: 'function' },
        listens: { listener: 'arg1', remove: 'FSWatcher#close' },
        signal: 'arg1.signal',
      },
      {
        when: { arg2: 'present' },
        listens: { listener: 'arg2', remove: 'FSWatcher#close' },
        signal: 'arg1.signal',
      },
      { signal: 'arg1.signal' },
    ],
    watchFile: [
      { when: { arg1: 'function' }, listens: { listener: 'arg1', remove: 'unwatchFile' } },
      { listens: { listener: 'arg2', remove: 'unwatchFile' } },
    ],
    // What `util.promisify` makes of the functions with a callback.
    __promisify__: { waitsFor: 'disk' },
    'Dir#close': { when: { arg0: 'absent' }, waitsFor: 'disk' },
    'Dir#read': { when: { arg0: 'absent' }, waitsFor: 'disk' },
  },
} as const satisfies LibraryModel;
