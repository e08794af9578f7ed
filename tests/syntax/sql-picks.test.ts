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
    'select * from members where email = lower($1)',
    'select * from members where lower($1) = email',
    'select * from members where id = ($1)',
    'select * from members where ($1) = id',
    'select * from members where id = cast($1 as uuid)',
    'select * from members where id = upper(cast($1 as text))',
    'select * from members where $1::uuid = id',
    'select * from members where (team, id) = ($1, $2)',
    'select * from members where id in (lower($1), upper($2))',
    'select * from members where id <=> ?',
    'select * from members where left_by is ?',
    'select * from members where left_by is not distinct from $1',
    'update members set seen = $1 where id = $2',
    'update members set seen = $1 from teams where teams.id = $2 and until < $3',
    'select * from members where id in ((lower($1)))',
    'select * from members where until < $1 and ($2) = id',
    'select * from members where until < $1 or ($2) = id',
    'select * from members where until < $1 and not ($2) = id',
    'select * from members join teams on ($1) = team where until < $2',
    'select team from members where until < $1 group by team having ($2) = team',
    'select case when ($1) = id then 1 end from members where until < $2',
    'select * from members where id = 5 limit $1 offset $2',
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
    'update members set seen = $1 where until <= $2',
    'select * from members where id not in ($1, $2)',
    'select * from members where id <> any($1)',
    'select * from members where until > any($1)',
    'select * from members where until > lower($1)',
    'select * from members where until < ($1)',
    'select * from members where name ^= $1',
    'select * from members where left_by is distinct from $1',
    'select * from members where id in (select member from exits where day < $1)',
    'select * from members where rank = (select max(rank) from ranks where day < $1)',
    'select * from members where exists ($1)',
    'select * from members where until > all($1)',
    'select * from members where until > ($1) and (rank < ($2))',
    'select * from members where id in (with late as (select 1) select id from late where day < $1)',
    'select * from members where until < $1 limit $2 offset $3',
  ])('is not so of %s', text => {
    expect(picksByEquality(text)).toBe(false);
  });

  it('says nothing of a text without values', () => {
    expect(picksByEquality('select * from members')).toBe(true);
    expect(picksByEquality('')).toBe(true);
  });
});

describe('isRange', () => {
  it.each([
    '<',
    '<=',
    '>',
    '>=',
    '<>',
    '!=',
    'like',
    'ILIKE',
    'between',
    'NOT like',
    'not ilike',
    'not between',
    'similar to',
    'not similar to',
    'not in',
    'is not',
  ])('is so of %s', operator => {
    expect(isRange(operator)).toBe(true);
  });

  it.each(['=', 'in', 'is', 'due_on', '', '<=>'])('is not so of %s', operator => {
    expect(isRange(operator)).toBe(false);
  });
});
