/** Does a SQL text pick its rows by what is put into it while it runs, one by one, or by what they are more or less than? */
import { scanSql, type SqlToken } from './sql-tokens.js';

/**
 * Whether some value that is put in has to be equal to one in the row: `workspace = $1`, `id IN (?, ?)`, `id = ANY($1)`. Not so
 * of `due_on <= $1`. True where a text holds no such value at all: then nothing is said of it. Never throws.
 */
export function picksByEquality(text: string): boolean {
  const given = scanSql(text, false).statements.flatMap(comparisons);
  return given.length === 0 || given.includes(true);
}

/** For each value that is put in, whether it is compared for equality; one pass, since texts may be long. */
function comparisons(tokens: readonly SqlToken[]): boolean[] {
  const found: boolean[] = [];
  /** Of each open parenthesis, whether it holds a list to pick by. */
  const lists: boolean[] = [];
  tokens.forEach(({ type, text }, at) => {
    const before = tokens[at - 1]?.text ?? '';
    if (text === '(' && type === 'mark') lists.push(/^(?:IN|ANY|SOME)$/.test(before));
    else if (text === ')' && type === 'mark') lists.pop();
    else if (type === 'parameter') {
      const isEqual = before === '=' && !/^[!<>]$/.test(tokens[at - 2]?.text ?? '');
      found.push(isEqual || tokens[at + 1]?.text === '=' || lists.at(-1) === true);
    }
  });
  return found;
}

/** Whether a text is a comparison that many rows pass: `<=` of `where('due_on', '<=', day)`. */
export function isRange(operator: string): boolean {
  return /^(?:<|<=|>|>=|<>|!=|like|ilike|not like|between)$/i.test(operator);
}
