// A fan-out of a call of Node, one behind a helper that another file or package holds, and one that is bounded.
import { unlink } from 'node:fs/promises';
import { remove } from '@stock/files/remove.js';

export async function clear(paths: string[], pair: [string, string]): Promise<void> {
  await Promise.all(paths.map(path => unlink(path)));
  await Promise.allSettled(paths.map(path => remove(path)));
  await Promise.all(pair.map(path => unlink(path)));
}
