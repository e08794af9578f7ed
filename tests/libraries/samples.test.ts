/** Each library's sample says, below real calls of its real types, what is known of them. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries/index.js';
import type { ts } from '../../src/typescript/compiler.js';
import { annotationsOf, errorsOf, knownAt, programOf, typesIn } from '../annotated.js';

const folder = path.join(import.meta.dirname, 'samples');
/** `SAMPLES=pg,knex` tests these alone: the whole folder takes a while to type-check. */
const only = process.env['SAMPLES']?.split(',');
const isWanted = (file: string): boolean => !only || only.includes(path.basename(file, '.ts'));
const program = programOf(folder, isWanted);
const samples = program.getSourceFiles().filter(file => path.dirname(file.fileName) === folder);
/** Majors that declare their module under its own name wherever they are installed: not beside the newer one. */
const older = programOf(path.join(folder, 'older-majors'), isWanted);
const olderSamples = older
  .getSourceFiles()
  .filter(file => path.dirname(file.fileName) === path.join(folder, 'older-majors'));

describe('samples of libraries', () => {
  it.each(samples.map(file => [path.basename(file.fileName), file] as const))('%s', (_name, file) => {
    expectKnown(program, file);
  });

  it.each(olderSamples.map(file => [path.basename(file.fileName), file] as const))(
    'older: %s',
    (_name, file) => {
      expectKnown(older, file);
    },
  );

  it.skipIf(only)('has one for each library', () => {
    const names = new Set(samples.map(file => path.basename(file.fileName, '.ts')));
    const missing = libraries
      .map(library =>
        library.package
          .replace(/^(node|bun):/, '$1-')
          .replace(/^@/, '')
          .replaceAll('/', '__'),
      )
      .filter(name => !names.has(name));
    expect(missing).toEqual([]);
  });
});

function expectKnown(of: ts.Program, file: ts.SourceFile): void {
  expect(errorsOf(of, file)).toEqual([]);
  const annotations = annotationsOf(file);
  expect(annotations.length).toBeGreaterThan(0);
  const types = typesIn(of, file);
  const found = annotations.map(({ line, node }) => `${line}: ${knownAt(types, node)}`);
  expect(found).toEqual(annotations.map(({ line, expected }) => `${line}: ${expected}`));
}
