import { Glob, glob, globIterate, globIterateSync, globStream, globSync, sync } from 'glob';

declare const signal: AbortSignal;

await glob('**/*.ts', { signal });
//    ^? waitsFor disk, signal arg1.signal
await glob.glob('**/*.ts');
//         ^? waitsFor disk, signal arg1.signal
globIterate('**/*.ts', { signal });
// ^? signal arg1.signal
globStream('**/*.ts');
// ^? signal arg1.signal
glob.stream('**/*.ts');
//   ^? signal arg1.signal
globSync('**/*.ts');
// ^? blocks file, twin glob
sync('**/*.ts');
// ^? blocks file
glob.sync('**/*.ts');
//   ^? blocks file
glob.globSync('**/*.ts');
//   ^? blocks file, twin glob
globIterateSync('**/*.ts');
// ^? blocks file
glob.stream.sync('**/*.ts', {});
//          ^? blocks file

const walker = new Glob('**/*.ts', { signal });
//                 ^? signal arg1.signal
await walker.walk();
//           ^? waitsFor disk
walker.walkSync();
//     ^? blocks file
walker.iterateSync();
//     ^? blocks file
walker.streamSync();
//     ^? blocks file
glob.hasMagic('**/*.ts');
//   ^? unknown
