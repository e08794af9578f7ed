// Audits examples/shop, a small service with mistakes in it. Findings are what the demo is there to show, so they are
// its success; anything else that goes wrong stays wrong.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const audit = spawnSync(process.execPath, ['dist/cli/bin.js', 'examples/shop'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = audit.status === 1 ? 0 : (audit.status ?? 2);
