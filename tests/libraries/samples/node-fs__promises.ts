import { open, readFile, writeFile } from 'node:fs/promises';
import * as fs from 'fs/promises';
import { promises } from 'node:fs';

declare const signal: AbortSignal;

const text = await readFile('a', { encoding: 'utf8', signal });
//                 ^? ?
await writeFile('a', text, { signal });
//    ^? ?
await fs.writeFile('a', text, { flag: 'wx' });
//       ^? ?
await fs.appendFile('a', text);
//       ^? ?
await promises.access('a');
//             ^? ?
await fs.stat('a');
//       ^? ?
await fs.lstat('a');
//       ^? ?
await fs.statfs('a');
//       ^? ?
await fs.readdir('a');
//       ^? ?
await fs.opendir('a');
//       ^? ?
await fs.mkdir('a', { recursive: true });
//       ^? ?
await fs.mkdtemp('a');
//       ^? ?
await fs.rm('a');
//       ^? ?
await fs.rmdir('a');
//       ^? ?
await fs.unlink('a');
//       ^? ?
await fs.rename('a', 'b');
//       ^? ?
await fs.copyFile('a', 'b');
//       ^? ?
await fs.cp('a', 'b');
//       ^? ?
await fs.truncate('a');
//       ^? ?
await fs.link('a', 'b');
//       ^? ?
await fs.symlink('a', 'b');
//       ^? ?
await fs.readlink('a');
//       ^? ?
await fs.realpath('a');
//       ^? ?
await fs.chmod('a', 0o600);
//       ^? ?
await fs.lchmod('a', 0o600);
//       ^? ?
await fs.chown('a', 1, 1);
//       ^? ?
await fs.lchown('a', 1, 1);
//       ^? ?
await fs.utimes('a', 1, 1);
//       ^? ?
await fs.lutimes('a', 1, 1);
//       ^? ?
for await (const change of fs.watch('a', { signal })) void change;
//                            ^? ?

const handle = await open('a', 'r');
//                   ^? ?
await fs.open('a', 'wx');
//       ^? ?
await handle.readFile({ signal });
//           ^? ?
await handle.writeFile(text, { signal });
//           ^? ?
await handle.appendFile(text);
//           ^? ?
const { buffer } = await handle.read();
//                              ^? ?
await handle.readv([buffer]);
//           ^? ?
await handle.write(text);
//           ^? ?
await handle.writev([buffer]);
//           ^? ?
await handle.stat();
//           ^? ?
await handle.sync();
//           ^? ?
await handle.datasync();
//           ^? ?
await handle.truncate();
//           ^? ?
await handle.utimes(1, 1);
//           ^? ?
await handle.chmod(0o600);
//           ^? ?
await handle.chown(1, 1);
//           ^? ?
await handle.close();
//           ^? ?
for await (const line of handle.readLines({ signal })) void line;
//                              ^? ?
handle.createReadStream({ signal });
//     ^? ?
handle.createWriteStream();
//     ^? ?
