import { describe, expect, it } from 'vitest';
import { isRange, picksByEquality } from '../../src/syntax/sql-picks.js';

describe('picksByEquality', () => {
  it.each([
    'select * from members where workspace = $1',
    'select * from members where $1 = workspace',
    'select * from members where until < $1 and workspace = $2',
    'select * from members where id in (?, ?)',
    'select * from members where id = any($1::uuid[])',
    'select * from members where rank in (1, $1)',
    'select * from members where id = some($1)',
    `select * from members where bracket in ('(', $1)`,
    `select * from members where bracket in (')', $1)`,
    `select * from members where "!done" = $1`,
    `select * from members where "done!" = $1`,
    '= $1',
    'select * from members where not exists (select 1 from left_by where member = :id) and until < :day',
  ])('is so of %s', text => {
    expect(picksByEquality(text)).toBe(true);
  });

  it.each([
    'select * from members where until <= $1',
    'select * from members where $1 >= until',
    'select * from members where status <> ? and until < ?',
    'select * from members where name like $1',
    'select * from members where until between $1 and $2 and (id in (1, 2))',
    'select * from members where id in (1, 2) and until < $1',
    'select * from members join (select id from exits where day < $1) on true',
    'select * from members where instr($1, name) > 0',
    `select * from members where folder = 'C:\\' and until < $1`,
    'select * from members where status != ? and until >= ?',
    `select * from members where note = 'where id = $1' and until > $1`,
  ])('is not so of %s', text => {
    expect(picksByEquality(text)).toBe(false);
  });

  it('says nothing of a text without values', () => {
    expect(picksByEquality('select * from members')).toBe(true);
    expect(picksByEquality('')).toBe(true);
  });
});

describe('isRange', () => {
  it.each(['<', '<=', '>', '>=', '<>', '!=', 'like', 'ILIKE', 'between'])('is so of %s', operator => {
    expect(isRange(operator)).toBe(true);
  });

  it.each(['=', 'in', 'is', 'due_on', '', '<=>'])('is not so of %s', operator => {
    expect(isRange(operator)).toBe(false);
  });
});
