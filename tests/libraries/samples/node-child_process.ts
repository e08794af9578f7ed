import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process';
import * as bare from 'child_process';
import { promisify } from 'node:util';

declare const signal: AbortSignal;

void execSync('ls');
//   ^? ?
bare.execSync('ls', { timeout: 1000 });
//   ^? ?
void execFileSync('ls');
//   ^? ?
void execFileSync('ls', ['-l'], { timeout: 1000 });
//   ^? ?
void spawnSync('ls', { timeout: 1000 });
//   ^? ?
void spawnSync('ls', ['-l'], { timeout: 1000 });
//   ^? ?

void exec('ls', { signal });
//   ^? ?
void exec('ls', () => undefined);
//   ^? ?
void execFile('ls', { signal, timeout: 1000 });
//   ^? ?
void execFile('ls', ['-l'], { signal });
//   ^? ?
const args = ['-l'];
void spawn('ls', args, { signal });
//   ^? ?
void spawn('ls', { signal });
//   ^? ?
const child = fork('child.js', ['-l']);
//            ^? ?
child.on('message', () => undefined);
//    ^? ?
child.once('exit', () => undefined);
//    ^? ?
child.kill();
//    ^? ?

const run = promisify(exec);
await run('ls', { signal });
//    ^? ?
const runFile = promisify(execFile);
await runFile('ls', ['-l'], { signal });
//    ^? ?
await runFile('ls', { signal });
//    ^? ?

void /l(s)/.exec('ls');
//          ^? ?
