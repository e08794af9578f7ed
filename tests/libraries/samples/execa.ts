import * as all from 'execa';
import { $, execa, execaCommand, execaCommandSync, execaNode, execaSync } from 'execa';

declare const signal: AbortSignal;

await execa('make');
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
await execa('make', ['all'], { cancelSignal: signal, timeout: 1000 });
//    ^? waitsFor worker, signal arg2.cancelSignal, timeout {at arg2.timeout, default none}
await execa('make', { cancelSignal: signal });
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
await execa`make all`;
//    ^? waitsFor worker
await execaCommand('make all');
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
await execaNode('script.js');
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
await execaNode('script.js', ['all']);
//    ^? waitsFor worker, signal arg2.cancelSignal, timeout {at arg2.timeout, default none}
await $`make all`;
//    ^? waitsFor worker
await $('make');
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
execaSync('make');
// ^? blocks wait
execaSync('make', ['all']);
// ^? blocks wait
all.execaSync('make');
//  ^? blocks wait
execaSync`make all`;
// ^? blocks wait
execaCommandSync('make all');
// ^? blocks wait
$.sync`make all`;
// ^? blocks wait
void $.s`make all`;
//     ^? blocks wait

// Options alone give a method with these options, and run nothing.
const inProject = execa({ cwd: 'project' });
//                ^? unknown
await inProject('make');
//    ^? waitsFor worker, signal arg1.cancelSignal, timeout {at arg1.timeout, default none}
await inProject`make all`;
//    ^? waitsFor worker
const inProjectSync = execaSync({ cwd: 'project' });
//                    ^? unknown
inProjectSync('make');
// ^? blocks wait
const $$ = $({ cwd: 'project' });
//         ^? unknown
await $$`make all`;
//    ^? waitsFor worker
