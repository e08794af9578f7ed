import process, { nextTick } from 'node:process';

process.nextTick(() => undefined);
//      ^? runs {callback arg0, times later}
nextTick(() => undefined);
// ^? runs {callback arg0, times later}
