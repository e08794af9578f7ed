import fs from 'fs-extra';
import * as all from 'fs-extra';
import { copySync } from 'fs-extra';

await fs.copy('a', 'b');
//       ^? waitsFor disk
await fs.ensureDir('a');
//       ^? waitsFor disk
await all.mkdirp('a');
//        ^? waitsFor disk
await fs.readJson('a.json');
//       ^? waitsFor disk
await fs.outputJSON('a.json', {});
//       ^? waitsFor disk
await fs.pathExists('a');
//       ^? waitsFor disk
await fs.remove('a');
//       ^? waitsFor disk
copySync('a', 'b');
// ^? blocks file, twin copy
fs.readJsonSync('a.json');
// ^? blocks file, twin readJson
fs.writeJSONSync('a.json', {});
// ^? blocks file, twin writeJSON
fs.emptydirSync('a');
// ^? blocks file, twin emptydir
all.mkdirpSync('a');
//  ^? blocks metadata, twin mkdirp
fs.pathExistsSync('a');
// ^? blocks metadata, twin pathExists
await fs.readFile('a');
//       ^? waitsFor disk
await fs.stat('a');
//       ^? waitsFor disk
await fs.mkdir('a', { recursive: true });
//       ^? waitsFor disk
// Node's own.
fs.readFileSync('a');
// ^? blocks file, accesses {how read, key arg0}, twin promises.readFile
