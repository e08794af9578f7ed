/** What mutation testing changes, and which tests must notice. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutationOf } from '../scripts/mutation.mjs';

describe('mutation testing', () => {
  it('changes a file and runs the test of its name', () => {
    expect(mutationOf(['src/fixes/add-import.ts'])).toEqual({
      mutate: ['src/fixes/add-import.ts'],
      testFiles: ['tests/fixes/add-import.test.ts'],
    });
  });

  it('changes a folder and runs the tests of the room', () => {
    expect(mutationOf(['src/fixes', './src/rules/'])).toEqual({
      mutate: ['src/fixes/**/*.ts', 'src/rules/**/*.ts'],
      testFiles: ['tests/fixes/**/*.test.ts', 'tests/rules/**/*.test.ts'],
    });
  });

  it('runs the tests of the room where a file has none of its own, each once', () => {
    expect(mutationOf(['src/facts/paces.ts', 'src/facts/blocks.ts']).testFiles).toEqual([
      'tests/facts/**/*.test.ts',
    ]);
  });

  it('runs the tests that are named', () => {
    expect(mutationOf(['src/facts/paces.ts'], 'tests/rules/*.test.ts').testFiles).toEqual([
      'tests/rules/*.test.ts',
    ]);
  });

  it.each([
    [[], 'Name files or folders below src'],
    [['tests/rules'], 'tests/rules is not below src'],
    [['src'], 'all of src takes days: name what you changed'],
    [['src/fixes/nothing.ts'], 'src/fixes/nothing.ts does not exist'],
    [['src/vocabulary.ts'], 'src/vocabulary.ts has no tests of its own room: name some with --tests'],
  ])('says in one line that it cannot work with %j', (places, words) => {
    expect(() => mutationOf(places)).toThrow(words);
    const script = path.join(import.meta.dirname, '../scripts/mutation.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, ...places], { encoding: 'utf8' });
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });
});
