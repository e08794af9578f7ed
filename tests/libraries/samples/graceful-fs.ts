import fs from 'graceful-fs';

fs.gracefulify(fs);
// ^? unknown
// Node's own.
fs.readFileSync('a');
// ^? blocks file, accesses {how read, key arg0}, twin promises.readFile
await fs.promises.readFile('a');
//                ^? waitsFor disk, accesses {how read, key arg0}, signal arg1.signal
