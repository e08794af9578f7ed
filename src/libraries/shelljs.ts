/** ShellJS. Every command is synchronous, though no name says so; only `exec` can be told not to wait. */
import type { LibraryModel } from '../vocabulary.js';

const run = [
  { when: { arg1: 'function' }, runs: { callback: 'arg1', times: 'later' } },
  { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
  { when: { 'arg1.async': 'absent' }, blocks: 'wait' },
  { when: { 'arg1.async': { is: false } }, blocks: 'wait' },
] as const;
const files = { blocks: 'file' } as const;
const metadata = { blocks: 'metadata' } as const;

export const shelljs = {
  package: 'shelljs',
  tested: '0.10.x',
  docs: 'https://github.com/shelljs/shelljs#readme',
  calls: {
    exec: run,
    'ExecFunction#()': run,
    'ShellReturnValue#exec': run,
    cmd: { blocks: 'wait' },
    cat: files,
    cp: files,
    find: files,
    grep: files,
    head: files,
    ls: files,
    mv: files,
    rm: files,
    sed: files,
    sort: files,
    tail: files,
    uniq: files,
    'ShellReturnValue#to': files,
    'ShellReturnValue#toEnd': files,
    chmod: metadata,
    ln: metadata,
    mkdir: metadata,
    test: metadata,
    touch: metadata,
    which: metadata,
  },
} as const satisfies LibraryModel;
