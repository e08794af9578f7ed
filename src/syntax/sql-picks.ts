/** Does a SQL text pick its rows by what is put into it while it runs, one by one, or by what they are more or less than? */
import { scanSql, type SqlToken } from './sql-tokens.js';

/** What ends the list of an `UPDATE … SET`, and what says how many rows there are. */
const afterSet = new Set(['FROM', 'WHERE']);
const paging = new Set(['LIMIT', 'OFFSET']);
/** What another query begins with, and what makes a list of one. */
const querying = new Set(['SELECT', 'WITH']);
const quantifying = new Set(['ANY', 'SOME']);
/** What a parenthesis behind it belongs to, and what one may stand behind that is no function. */
const takesList = new Set(['ALL', 'EXISTS', 'IN', 'VALUES', ...quantifying]);
const noFunction = new Set(['AND', 'HAVING', 'NOT', 'ON', 'OR', 'WHEN', 'WHERE']);

/**
 * Whether some value that is put in has to be equal to one in the row: `workspace = $1`, `id IN (?, ?)`, `id = ANY($1)`,
 * `lower($1) = email`. Not so of `due_on <= $1`, nor of what is written, as in `SET state = $1`. True where a text compares
 * with no such value at all: then nothing is said of it. Never throws.
 */
export function picksByEquality(text: string): boolean {
  const given = scanSql(text, false).statements.flatMap(comparisons);
  return given.length === 0 || given.includes(true);
}

/** For each value that is put in to compare with, whether it is compared for equality; one pass, since texts may be long. */
function comparisons(tokens: readonly SqlToken[]): boolean[] {
  const found: boolean[] = [];
  /** Of each open parenthesis, whether it holds a list to pick by. */
  const lists: boolean[] = [];
  const textAt = (at: number): string => tokens[at]?.text ?? '';
  let isWritten = false;
  tokens.forEach(({ type, text }, at) => {
    if (type === 'word') isWritten = isWritten ? !afterSet.has(text) : isSetOfUpdate(tokens, at);
    if (text === '(' && type === 'mark') lists.push(isList(textAt, at));
    else if (text === ')' && type === 'mark') lists.pop();
    else if (type === 'parameter' && !isWritten && !paging.has(textAt(at - 1))) {
      const { from, to, depth } = operandOf(tokens, at);
      found.push(isEqual(textAt, from - 1) || textAt(to + 1) === '=' || lists.at(-1 - depth) === true);
    }
  });
  return found;
}

function isSetOfUpdate(tokens: readonly SqlToken[], at: number): boolean {
  return tokens[at]?.text === 'SET' && tokens[0]?.text === 'UPDATE';
}

/** `IN (…)`, `= ANY (…)`, `(a, b) = (…)`; another query in it is asked for itself. */
function isList(textAt: (at: number) => string, at: number): boolean {
  const before = textAt(at - 1);
  if (querying.has(textAt(at + 1))) return false;
  if (before === 'IN') return textAt(at - 2) !== 'NOT';
  return isEqual(textAt, quantifying.has(before) ? at - 2 : at - 1);
}

/** Whether an operator that ends at a token asks for equality: `=`, `<=>`, `IS`, `IS NOT DISTINCT FROM`. */
function isEqual(textAt: (at: number) => string, at: number): boolean {
  const [last, before, first] = [textAt(at), textAt(at - 1), textAt(at - 2)];
  if (last === '=') return !/^[!<>^]$/.test(before);
  if (last === '>') return before === '=' && first === '<';
  return last === 'IS' || (last === 'FROM' && before === 'DISTINCT' && first === 'NOT');
}

/** A value with the conversions, parentheses and functions of one argument around it: `lower($1)`, `CAST($1 AS uuid)`, `$1::uuid`. */
function operandOf(
  tokens: readonly SqlToken[],
  parameter: number,
): { readonly from: number; readonly to: number; readonly depth: number } {
  let [from, to, depth] = [parameter, parameter, 0];
  for (;;) {
    const behind = tokens[to + 1]?.text;
    if (behind === '::' || behind === 'AS') to += 2;
    if (tokens[from - 1]?.text !== '(' || tokens[to + 1]?.text !== ')') return { from, to, depth };
    const name = tokens[from - 2];
    const isWord = name?.type === 'word' || name?.type === 'name';
    if (isWord && takesList.has(name.text)) return { from, to, depth };
    from -= isWord && !noFunction.has(name.text) ? 2 : 1;
    to += 1;
    depth += 1;
  }
}

/** Whether a text is a comparison that many rows pass: `<=` of `where('due_on', '<=', day)`. */
export function isRange(operator: string): boolean {
  return /^(?:<|<=|>|>=|<>|!=|(?:not )?(?:i?like|between|similar to)|not in|is not)$/i.test(operator);
}
