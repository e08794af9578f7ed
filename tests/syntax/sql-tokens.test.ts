/** What SQL text is cut into, token by token: `type:TEXT`, with a bar between statements. */
import { describe, expect, it } from 'vitest';
import { scanSql } from '../../src/syntax/sql-tokens.js';

function cut(text: string, backslashEscapes: boolean): string {
  return scanSql(text, backslashEscapes)
    .statements.map(tokens => tokens.map(token => `${token.type}:${token.text}`).join(' '))
    .join(' | ');
}

describe('tokens', () => {
  it.each([
    ['SELECT a - b -> c', 'word:SELECT word:A mark:- word:B mark:- mark:> word:C'],
    ["a -- b 'c\r d\n e", 'word:A word:D word:E'],
    ['a / b /* c * / d /* e */ f */ g', 'word:A mark:/ word:B word:G'],
    ['/*', ''],
    ['1.5 2. 3e7 x9 9z', 'number:1.5 number:2. number:3E7 word:X9 number:9Z'],
    ['a.b . c', 'word:A mark:. name:B mark:. name:C'],
    ['a.\uFFFC.b', 'word:A mark:. parameter:\uFFFC mark:. name:B'],
    [
      '? $1 $name $$ body $$ $tag_1$ a $$ b $tag_1$ c',
      'parameter:? parameter:$1 parameter:$NAME string: BODY  string: A $$ B  word:C',
    ],
    ['$open$ never', 'string: NEVER'],
    ['$ a', 'mark:$ word:A'],
    ['a $', 'word:A mark:$'],
    ['a @', 'word:A mark:@'],
    ['a :', 'word:A mark::'],
    ['a <= b >= c != d', 'word:A mark:< mark:= word:B mark:> mark:= word:C mark:! mark:= word:D'],
    [
      '${user.id:csv} $<rows^> $(a) $[b] $/c~/ ${a b}',
      'parameter:${USER.ID:CSV} parameter:$<ROWS^> parameter:$(A) parameter:$[B] parameter:$/C~/ mark:$ mark:{ word:A word:B mark:}',
    ],
    ['a = $\uFFFC, \uFFFC', 'word:A mark:= parameter:$\uFFFC mark:, parameter:\uFFFC'],
    ['@a @@b @ c @> d', 'parameter:@A parameter:@@B mark:@ word:C mark:@ mark:> word:D'],
    [
      ':a b::int c := 1 d : e',
      'parameter::A word:B mark::: word:INT word:C mark::= number:1 word:D mark:: word:E',
    ],
    ["E'it\\'s' e'x' 'E' 'it''s'", "word:E string:IT\\'S word:E string:X string:E string:IT''S"],
    ["E 'a\\'", 'word:E string:A\\'],
    ['"a""b" `c``d`', 'name:A""B name:C``D'],
    [
      "[a b] [#c] x[1] ARRAY[y] (z)[q] [w[v] ['u'] [t",
      'name:A B name:#C word:X mark:[ number:1 mark:] word:ARRAY mark:[ word:Y mark:] mark:( word:Z mark:) mark:[ word:Q mark:] mark:[ word:W mark:[ word:V mark:] mark:[ string:U mark:] mark:[ word:T',
    ],
    ['[a]]b] c', 'name:A]]B word:C'],
    [
      'tags [1] = [$1, $2]',
      'word:TAGS mark:[ number:1 mark:] mark:= mark:[ parameter:$1 mark:, parameter:$2 mark:]',
    ],
    ['a\\b', 'word:A mark:\\ word:B'],
    ['(a (b) ) c)) d', 'mark:( word:A mark:( word:B mark:) mark:) word:C mark:) mark:) word:D'],
    ['(a; b)', 'mark:( word:A | word:B mark:)'],
    [';; a ;', 'word:A'],
    [
      'INTO #t FROM ##u a # b\nc #>> d #- e',
      'word:INTO word:#T word:FROM word:##U word:A word:C word:# mark:> mark:> word:D word:# mark:- word:E',
    ],
    ['x.#t', 'word:X mark:. name:#T'],
    ['x . #t # c', 'word:X mark:. name:#T'],
    [
      'DELETE #a EXISTS #b INSERT #c JOIN #d MERGE #e ON #f TABLE #g UPDATE #h USING #i',
      'word:DELETE word:#A word:EXISTS word:#B word:INSERT word:#C word:JOIN word:#D word:MERGE word:#E word:ON word:#F word:TABLE word:#G word:UPDATE word:#H word:USING word:#I',
    ],
    ['FROM # t', 'word:FROM'],
    ['FROM #', 'word:FROM'],
    ['SELECT #t', 'word:SELECT'],
    ["'FROM' #t", 'string:FROM'],
    [
      'CREATE FUNCTION f BEGIN a; b END',
      'word:CREATE word:FUNCTION word:F word:BEGIN word:A mark:; word:B word:END',
    ],
    ['CREATE PROCEDURE f BEGIN a; b', 'word:CREATE word:PROCEDURE word:F word:BEGIN word:A mark:; word:B'],
    ['CREATE PROC f BEGIN a; b', 'word:CREATE word:PROC word:F word:BEGIN word:A mark:; word:B'],
    ['CREATE TRIGGER f BEGIN a; b', 'word:CREATE word:TRIGGER word:F word:BEGIN word:A mark:; word:B'],
    ['CREATE EVENT f BEGIN a; b', 'word:CREATE word:EVENT word:F word:BEGIN word:A mark:; word:B'],
    ['CREATE TABLE f; BEGIN; a', 'word:CREATE word:TABLE word:F | word:BEGIN | word:A'],
    ['FUNCTION f BEGIN a; b', 'word:FUNCTION word:F word:BEGIN word:A | word:B'],
    ['CREATE FUNCTION f; BEGIN; a', 'word:CREATE word:FUNCTION word:F | word:BEGIN | word:A'],
    [
      'CREATE a a a a a a a a a a a a a FUNCTION BEGIN b; c',
      'word:CREATE word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:FUNCTION word:BEGIN word:B mark:; word:C',
    ],
    [
      'CREATE a a a a a a a a a a a a a a FUNCTION BEGIN b; c',
      'word:CREATE word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:A word:FUNCTION word:BEGIN word:B | word:C',
    ],
    ["CREATE 'FUNCTION' BEGIN b; c", 'word:CREATE string:FUNCTION word:BEGIN word:B | word:C'],
    ['\u00a0aé \u2003b', 'word:AÉ word:B'],
    ['az AZ a_$1 09', 'word:AZ word:AZ word:A_$1 number:09'],
    ["'open", 'string:OPEN'],
    ["'open''", "string:OPEN''"],
    ['a{b}', 'word:A mark:{ word:B mark:}'],
    ['w[a;b]', 'word:W mark:[ word:A | word:B mark:]'],
    [' [a;b]', 'mark:[ word:A | word:B mark:]'],
    [' [a\nb]', 'mark:[ word:A word:B mark:]'],
    ["NOTE'a\\' b", 'word:NOTE string:A\\ word:B'],
  ])('of %j', (text, expected) => {
    expect(cut(text, false)).toBe(expected);
  });

  it.each([
    ['\'it\\\'s\' "a\\"b"', 'string:IT\\\'S name:A\\"B'],
    ["'C:\\'", "string:C:\\'"],
    ['`a\\` b', 'name:A\\ word:B'],
  ])('of %j, where backslashes escape', (text, expected) => {
    expect(cut(text, true)).toBe(expected);
  });

  it('hold texts up to a length, which nobody compares', () => {
    expect(cut(`'${'a'.repeat(128)}'`, false)).toBe(`string:${'A'.repeat(128)}`);
    expect(cut(`'${'a'.repeat(129)}' b`, false)).toBe('string: word:B');
  });

  it.each([
    ['ARRAY [y]', 'word:ARRAY mark:[ word:Y mark:]'],
    ["a [b'c'd]", 'word:A mark:[ word:B string:C word:D mark:]'],
    ['( #t\n a', 'mark:( word:A'],
    ['$1$ a $1$', 'parameter:$1$ word:A parameter:$1$'],
  ])('of %j, which look like others', (text, expected) => {
    expect(cut(text, false)).toBe(expected);
  });

  it('are looked for no further than names are long', () => {
    const long = 'a'.repeat(200);
    const types = (text: string): string[] =>
      scanSql(text, false).statements.flatMap(tokens => tokens.map(({ type }) => type));
    expect(types(`b [${long}]`)).toEqual(['word', 'mark', 'word', 'mark']);
    expect(types(`b $${long}$ c $${long}$`)).toEqual(['word', 'parameter', 'word', 'parameter']);
    expect(types(`b \${${long}}`)).toEqual(['word', 'mark', 'mark', 'word', 'mark']);
  });

  it('are read wherever in a text they stand', () => {
    const before = `SELECT ${'a, '.repeat(100)}`;
    const last = (text: string): string | undefined =>
      cut(before + text, false)
        .split(' ')
        .at(-1);
    expect(last('[order]')).toBe('name:ORDER');
    expect(last('$body$b;c$body$')).toBe('string:B;C');
    expect(last('${name}')).toBe('parameter:${NAME}');
  });

  it('have names of more than a hundred letters', () => {
    const types = (text: string): string[] =>
      scanSql(text, false).statements.flatMap(tokens => tokens.map(({ type }) => type));
    expect(types(`b [${'a'.repeat(127)}]`)).toEqual(['word', 'name']);
    expect(types(`b $${'a'.repeat(128)}$ c; $${'a'.repeat(128)}$`)).toEqual(['word', 'string']);
    expect(types(`b \${${'a'.repeat(127)}}`)).toEqual(['word', 'parameter']);
  });

  it('know how many parentheses are open around them', () => {
    const depths = (text: string): number[] =>
      scanSql(text, false).statements.flatMap(tokens => tokens.map(({ depth }) => depth));
    expect(depths('a (b (c) d) e) f')).toEqual([0, 0, 1, 1, 2, 1, 1, 0, 0, 0, 0]);
    expect(depths('(a; b')).toEqual([0, 1, 0]);
  });
});

describe('a text is clean', () => {
  it.each([
    ["a 'b' c", true],
    ["a 'b\\' c", true],
    ["a 'b", false],
    ["a 'b''", false],
    ["'a' 'b", false],
    ["'a 'b'", false],
    ['a "b', false],
    ['a \\ b', false],
    ["a \\ 'b'", false],
  ])('%j: %j', (text, isClean) => {
    expect(scanSql(text, false).isClean).toBe(isClean);
  });
});
