import { open, readFile, writeFile } from 'node:fs/promises';
import * as fs from 'fs/promises';
import { promises } from 'node:fs';

declare const signal: AbortSignal;

const text = await readFile('a', { encoding: 'utf8', signal });
//                 ^? waitsFor disk, accesses {how read, key arg0}, signal arg1.signal
await writeFile('a', text, { signal });
//    ^? waitsFor disk, accesses {how write, key arg0}, signal arg2.signal
await fs.writeFile('a', text, { flag: 'wx' });
//       ^? waitsFor disk, accesses {how atomic, key arg0}, signal arg2.signal
await fs.appendFile('a', text);
//       ^? waitsFor disk, accesses {how write, key arg0}
await promises.access('a');
//             ^? waitsFor disk, accesses {how read, key arg0}
await fs.stat('a');
//       ^? waitsFor disk, accesses {how read, key arg0}
await fs.lstat('a');
//       ^? waitsFor disk, accesses {how read, key arg0}
await fs.statfs('a');
//       ^? waitsFor disk
await fs.readdir('a');
//       ^? waitsFor disk, accesses {how read, key arg0}
await fs.opendir('a');
//       ^? waitsFor disk
await fs.mkdir('a', { recursive: true });
//       ^? waitsFor disk, accesses {how atomic, key arg0}
await fs.mkdtemp('a');
//       ^? waitsFor disk
await fs.rm('a');
//       ^? waitsFor disk, accesses {how write, key arg0}
await fs.rmdir('a');
//       ^? waitsFor disk, accesses {how write, key arg0}
await fs.unlink('a');
//       ^? waitsFor disk, accesses {how write, key arg0}
await fs.rename('a', 'b');
//       ^? waitsFor disk, accesses {how write, key arg1}
await fs.copyFile('a', 'b');
//       ^? waitsFor disk, accesses {how write, key arg1}
await fs.cp('a', 'b');
//       ^? waitsFor disk, accesses {how write, key arg1}
await fs.truncate('a');
//       ^? waitsFor disk, accesses {how write, key arg0}
await fs.link('a', 'b');
//       ^? waitsFor disk
await fs.symlink('a', 'b');
//       ^? waitsFor disk
await fs.readlink('a');
//       ^? waitsFor disk
await fs.realpath('a');
//       ^? waitsFor disk
await fs.chmod('a', 0o600);
//       ^? waitsFor disk
await fs.lchmod('a', 0o600);
//       ^? waitsFor disk
await fs.chown('a', 1, 1);
//       ^? waitsFor disk
await fs.lchown('a', 1, 1);
//       ^? waitsFor disk
await fs.utimes('a', 1, 1);
//       ^? waitsFor disk
await fs.lutimes('a', 1, 1);
//       ^? waitsFor disk
for await (const change of fs.watch('a', { signal })) void change;
//                            ^? signal arg1.signal

const handle = await open('a', 'r');
//                   ^? waitsFor disk, acquires {what file, at result, release FileHandle#close}
await fs.open('a', 'wx');
//       ^? waitsFor disk, accesses {how atomic, key arg0}, acquires {what file, at result, release FileHandle#close}
await handle.readFile({ signal });
//           ^? waitsFor disk, signal arg0.signal
await handle.writeFile(text, { signal });
//           ^? waitsFor disk, signal arg1.signal
await handle.appendFile(text);
//           ^? waitsFor disk
const { buffer } = await handle.read();
//                              ^? waitsFor disk
await handle.readv([buffer]);
//           ^? waitsFor disk
await handle.write(text);
//           ^? waitsFor disk
await handle.writev([buffer]);
//           ^? waitsFor disk
await handle.stat();
//           ^? waitsFor disk
await handle.sync();
//           ^? waitsFor disk
await handle.datasync();
//           ^? waitsFor disk
await handle.truncate();
//           ^? waitsFor disk
await handle.utimes(1, 1);
//           ^? waitsFor disk
await handle.chmod(0o600);
//           ^? waitsFor disk
await handle.chown(1, 1);
//           ^? waitsFor disk
await handle.close();
//           ^? waitsFor disk, releases this
for await (const line of handle.readLines({ signal })) void line;
//                              ^? signal arg0.signal, releases this
handle.createReadStream({ signal });
//     ^? signal arg0.signal, releases this
handle.createWriteStream();
//     ^? releases this
