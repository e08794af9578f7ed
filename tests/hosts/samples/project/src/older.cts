import promises = require('node:fs/promises');

export async function sizes(folder: string): Promise<number[]> {
  const names = await promises.readdir(folder);
  const stats = await Promise.all(names.map(name => promises.stat(name)));
  return stats.map(({ size }) => size);
}
