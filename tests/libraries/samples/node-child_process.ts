import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process';
import * as bare from 'child_process';
import { promisify } from 'node:util';

declare const signal: AbortSignal;

void execSync('ls');
//   ^? blocks wait, timeout {at arg1.timeout, default none}
bare.execSync('ls', { timeout: 1000 });
//   ^? blocks wait, timeout {at arg1.timeout, default none}
void execFileSync('ls');
//   ^? blocks wait, timeout {at arg1.timeout, default none}
void execFileSync('ls', ['-l'], { timeout: 1000 });
//   ^? blocks wait, timeout {at arg2.timeout, default none}
void spawnSync('ls', { timeout: 1000 });
//   ^? blocks wait, timeout {at arg1.timeout, default none}
void spawnSync('ls', ['-l'], { timeout: 1000 });
//   ^? blocks wait, timeout {at arg2.timeout, default none}

void exec('ls', { signal });
//   ^? spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}
void exec('ls', () => undefined);
//   ^? spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}
void execFile('ls', { signal, timeout: 1000 });
//   ^? spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}
void execFile('ls', ['-l'], { signal });
//   ^? spawns process, signal arg2.signal, timeout {at arg2.timeout, default none}
const args = ['-l'];
void spawn('ls', args, { signal });
//   ^? spawns process, signal arg2.signal, timeout {at arg2.timeout, default none}
void spawn('ls', { signal });
//   ^? spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}
const child = fork('child.js', ['-l']);
//            ^? runsFile arg0, spawns process, signal arg2.signal, timeout {at arg2.timeout, default none}
child.on('message', () => undefined);
//    ^? listens {listener arg1, remove EventEmitter#off}
child.once('exit', () => undefined);
//    ^? listens {listener arg1, remove EventEmitter#off}
child.kill();
//    ^? unknown

const run = promisify(exec);
await run('ls', { signal });
//    ^? waitsFor worker, spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}
const runFile = promisify(execFile);
await runFile('ls', ['-l'], { signal });
//    ^? waitsFor worker, spawns process, signal arg2.signal, timeout {at arg2.timeout, default none}
await runFile('ls', { signal });
//    ^? waitsFor worker, spawns process, signal arg1.signal, timeout {at arg1.timeout, default none}

void /l(s)/.exec('ls');
//          ^? unknown
