import { readdir, stat } from 'node:fs/promises';

export async function sizes(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  const stats = await Promise.all(names.map(name => stat(name)));
  return stats.map(({ size }) => size);
}
