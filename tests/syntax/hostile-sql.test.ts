/** SQL text that would take long to read if anything looked twice: time grows with the length, and no faster. */
import { describe, expect, it } from 'vitest';
import { picksByEquality } from '../../src/syntax/sql-picks.js';
import { statementsOf } from '../../src/syntax/sql-text.js';

const hole = '\uFFFC';

describe('hostile text', () => {
  const texts: Record<string, (n: number) => string> = {
    'an open string': n => `'${'a'.repeat(n)}`,
    'an open string of escapes': n => `'${"\\'".repeat(n / 2)}`,
    'open and closed quotes': n => `'"\``.repeat(n / 3),
    'doubled quotes': n => `'${"''".repeat(n / 2)}`,
    'an open comment': n => `/*${'a'.repeat(n)}`,
    'nested comments': n => '/*'.repeat(n / 2),
    'closed comments': n => '/**/'.repeat(n / 4),
    semicolons: n => ';'.repeat(n),
    'short statements': n => 'BEGIN;'.repeat(n / 6),
    dollars: n => '$'.repeat(n),
    'dollar tags': n => '$a$b'.repeat(n / 4),
    'different dollar tags': n => Array.from({ length: n / 8 }, (_, i) => `$t${i}$`).join(' '),
    'long dollar tags': n => `$${'a'.repeat(300)}`.repeat(n / 301),
    'open parameters': n => '${'.repeat(n / 2),
    brackets: n => '['.repeat(n),
    'open brackets': n => `[${'a'.repeat(150)}`.repeat(n / 151),
    parentheses: n => '('.repeat(n),
    'closing parentheses': n => ')'.repeat(n),
    words: n => 'a '.repeat(n / 2),
    'one word': n => 'a'.repeat(n),
    'numbers and dots': n => '1.'.repeat(n / 2),
    hashes: n => 'FROM #'.repeat(n / 6),
    'FOR UPDATE': n => 'FOR UPDATE '.repeat(n / 11),
    'LIMIT of LIMIT': n => `SELECT ${'LIMIT 1,'.repeat(n / 8)}`,
    'limits of limits': n => `SELECT LIMIT ${'1,'.repeat(n / 2)}`,
    'calls in calls': n => 'set_config('.repeat(n / 11),
    'locks in locks': n => 'pg_advisory_lock('.repeat(n / 17),
    'getapplock again and again': n => 'EXEC sp_getapplock '.repeat(n / 19),
    'EXPLAIN of EXPLAIN': n => 'EXPLAIN ANALYZE '.repeat(n / 16),
    'EXPLAIN of options': n => 'EXPLAIN (ANALYZE) '.repeat(n / 18),
    'WITH without end': n => `WITH ${'a AS (SELECT 1),'.repeat(n / 16)}`,
    'a routine without end': n => `CREATE FUNCTION a BEGIN ${'SELECT 1;'.repeat(n / 9)}`,
    backslashes: n => '\\'.repeat(n),
    holes: n => hole.repeat(n),
    'lone surrogates': n => '\uD800'.repeat(n),
  };

  /** Of the processor, as the machine may be busy with other tests. */
  const milliseconds = (text: string): number => {
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      statementsOf(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  };

  it.each(Object.entries(texts))('%s', (_name, make) => {
    // Twice as much takes twice as long, give or take the collector of garbage. Squares would take minutes.
    const [half, whole] = [milliseconds(make(200_000)), milliseconds(make(400_000))];
    expect(whole).toBeLessThan(3 * half + 100);
  });

  it.each([
    ['an open string', `'${'a'.repeat(1_000_000)}`],
    ['open and closed quotes', `'"`.repeat(500_000)],
    ['semicolons', ';'.repeat(500_000)],
    ['nested comments', '/*'.repeat(500_000)],
  ])('a megabyte of %s', (_name, text) => {
    expect(milliseconds(text)).toBeLessThan(500);
  });

  it('a list of a hundred thousand values', () => {
    const list = Array.from({ length: 100_000 }, (_, index) => `$${index}`).join(', ');
    const started = performance.now();
    expect(picksByEquality(`select * from members where id in (${list}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
