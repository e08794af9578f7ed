import glob from 'fast-glob';

await glob('**/*.ts');
//    ^? waitsFor disk
await glob.glob('**/*.ts');
//         ^? waitsFor disk
await glob.async('**/*.ts');
//         ^? waitsFor disk
glob.sync('**/*.ts');
//   ^? blocks file, twin async
glob.globSync('**/*.ts');
//   ^? blocks file, twin glob
glob.isDynamicPattern('**/*.ts');
//   ^? unknown
