// JavaScript, with its types in comments.
import { unlink } from 'node:fs/promises';
import { remove } from '@stock/files/remove.js';

/**
 * @param {string[]} paths
 * @param {[string, string]} pair
 */
export async function clear(paths, pair) {
  await Promise.all(paths.map(path => unlink(path)));
  await Promise.allSettled(paths.map(path => remove(path)));
  await Promise.all(pair.map(path => unlink(path)));
}
