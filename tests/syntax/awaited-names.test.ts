/** Which names the body of a loop awaits itself. */
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { awaitsName } from '../../src/syntax/awaited-names.js';
import { nodeIn } from './node-in.js';

const isLoop = (node: TSESTree.Node): node is TSESTree.ForOfStatement => node.type === 'ForOfStatement';

describe('the body of a loop awaits the name', () => {
  it.each([
    ['{ await task; }', true],
    ['await task;', true],
    ['{ log(await task); }', true],
    ['{ const row = { value: [await task] }; }', true],
    ['{ if (ready) { try { done.push(await task); } finally { close(); } } }', true],
    ['{ await other; await task; }', true],
    ['{ await task; await other; }', true],
    ['{ task; }', false],
    ['{ await other; }', false],
    ['{ await task.done; }', false],
    ['{ await task(); }', false],
    ['{ await all([task]); }', false],
    ['{ void task; }', false],
    ['{}', false],
    ['{ run(async () => { await task; }); }', false],
    ['{ run(async function () { await task; }); }', false],
    ['{ async function one() { await task; } }', false],
    ['{ run({ async one() { await task; } }); }', false],
    ['{ for (const each of all) { await task; } }', false],
    ['{ for await (const each of all) { await task; } }', false],
    ['{ for (const key in all) { await task; } }', false],
    ['{ for (let i = 0; i < 3; i++) { await task; } }', false],
    ['{ while (busy) { await task; } }', false],
    ['{ do { await task; } while (busy); }', false],
    ['for (const each of all) await task;', false],
    ['{ for (const each of all) { await task; } await task; }', true],
  ])('%s %j', (body, expected) => {
    const loop = nodeIn(`for (const task of tasks) ${body}`, isLoop);
    expect(awaitsName(loop.body, 'task')).toBe(expected);
  });
});
