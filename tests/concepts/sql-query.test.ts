/** Which texts are worth a question: what begins as a statement, and no message that happens to hold a word of one. */
import { parse, simpleTraverse, type TSESTree } from '@typescript-eslint/typescript-estree';
import { describe, expect, it } from 'vitest';
import { maySendSql } from '../../src/concepts/sql-query.js';
import { builtIn } from '../../src/libraries/lookup.js';

function maySend(code: string): boolean {
  let answer: boolean | undefined;
  simpleTraverse(parse(code), {
    enter(node: TSESTree.Node) {
      if (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression')
        answer ??= maySendSql(node, builtIn);
    },
  });
  if (answer === undefined) throw new Error(`no call in ${code}`);
  return answer;
}

describe('texts that may be sent', () => {
  it.each([
    "run('BEGIN')",
    "run('  begin')",
    "run('SELECT id FROM jobs FOR UPDATE SKIP LOCKED')",
    "run('-- take one\\n SELECT pg_advisory_lock(1)')",
    "run('/* jobs */ LOCK TABLE jobs')",
    "run('(SELECT 1) FOR UPDATE')",
    "run('@lock')",
    'run(`SELECT id FROM ${table}`)',
    'run(`${select} FOR UPDATE`)',
    'sql`SET ROLE ${role}`',
    "pool.query('SET ROLE app')",
    'pool.query(text)',
  ])('%s', code => {
    expect(maySend(code)).toBe(true);
  });

  it.each([
    "log('could not begin')",
    "log('Failed to update the share')",
    "log('set_aside')",
    'log(`no lock for ${name}`)',
    "log('')",
    "run('SELECT 1')",
  ])('not %s', code => {
    expect(maySend(code)).toBe(false);
  });
});
