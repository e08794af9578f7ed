/** node:child_process. The `Sync` functions hold the event loop until the other process has ended, however long that takes. */
import type { LibraryModel } from '../../vocabulary.js';

const first = {
  spawns: 'process',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', default: 'none' },
} as const;
const second = {
  spawns: 'process',
  signal: 'arg2.signal',
  timeout: { at: 'arg2.timeout', default: 'none' },
} as const;
/** Options stand behind a list of arguments, or in its place. */
const behindArguments = [{ when: { arg1: 'array' }, ...second }, first] as const;
const waitsBehindArguments = [
  { when: { arg1: 'array' }, blocks: 'wait', timeout: second.timeout },
  { blocks: 'wait', timeout: first.timeout },
] as const;

export const nodeChildProcess = {
  package: 'node:child_process',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/child_process.html',
  calls: {
    execSync: { blocks: 'wait', timeout: first.timeout },
    // `promisify(execFile)` gives `{ stdout, stderr }`, of texts where no encoding says otherwise.
    execFileSync: [
      {
        when: { arg1: 'array', 'arg2.encoding': 'string', 'arg2.input': 'absent', 'arg2.stdio': 'absent' },
        blocks: 'wait',
        timeout: second.timeout,
        callbackTwin: { name: 'execFile', at: 'result.stdout' },
      },
      ...waitsBehindArguments,
    ],
    spawnSync: waitsBehindArguments,
    exec: first,
    execFile: behindArguments,
    spawn: behindArguments,
    fork: [
      { when: { arg1: 'array' }, runsFile: 'arg0', ...second },
      { runsFile: 'arg0', ...first },
    ],
    // `util.promisify(exec)` and `util.promisify(execFile)`.
    __promisify__: [
      { when: { arg1: 'array' }, waitsFor: 'worker', ...second },
      { waitsFor: 'worker', ...first },
    ],
  },
} as const satisfies LibraryModel;
