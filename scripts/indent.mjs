// Indents the build with tabs: a sixth of what tsc writes is spaces, and every install carries them.
import { readdir, readFile, writeFile } from 'node:fs/promises';

const dist = new URL('../dist/', import.meta.url);
for (const name of await readdir(dist, { recursive: true })) {
  if (!name.endsWith('.js')) continue;
  const file = new URL(name.replaceAll('\\', '/'), dist);
  const text = await readFile(file, 'utf8');
  // Inside a template literal that runs over lines, spaces are text.
  if (text.split('\n').some(line => (line.match(/`/g)?.length ?? 0) % 2 === 1)) continue;
  await writeFile(
    file,
    text.replaceAll(/^(?: {4})+/gm, spaces => '\t'.repeat(spaces.length / 4)),
  );
}
