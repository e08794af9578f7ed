/**
 * SQL text as tokens, by statement, for `sql-text.ts`. One pass from left to right: every look ahead is bounded, or
 * moves on to where it looked.
 */

/** A piece of SQL. */
export interface SqlToken {
  /** A `name` is no keyword for sure: it is quoted, or stands behind a dot. A `parameter` is a variable or hole too. */
  readonly type: 'word' | 'name' | 'string' | 'number' | 'parameter' | 'mark';
  /** In upper case and without quotes. Names and short strings are compared; longer ones never, and are empty here. */
  readonly text: string;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

/** The statements of a text that hold anything. */
export interface ScannedSql {
  readonly statements: readonly (readonly SqlToken[])[];
  /** Every quote closes, and no backslash stands outside quotes: the text was read in its own dialect. */
  readonly isClean: boolean;
}

/** What a caller puts where a template literal holds an expression. It reads as a parameter would. */
const hole = '\uFFFC';
const longestText = 128;

/** Cuts a text into tokens. Whether backslashes escape quotes in ordinary strings is the caller's to try. */
export function scanSql(text: string, backslashEscapes: boolean): ScannedSql {
  const scanner = new Scanner(text, backslashEscapes);
  scanner.run();
  return scanner;
}

class Scanner implements ScannedSql {
  readonly statements: SqlToken[][] = [];
  isClean = true;
  private tokens: SqlToken[] = [];
  private at = 0;
  private depth = 0;
  /** A function or trigger is defined: the statements of its body are part of the definition. */
  private isRoutine = false;
  private isInBody = false;

  constructor(
    private readonly text: string,
    private readonly backslashEscapes: boolean,
  ) {}

  run(): void {
    while (this.at < this.text.length) this.step();
    this.endStatement();
  }

  /** Reads one token, space or comment. */
  private step(): void {
    const { text, at } = this;
    const char = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (isSpace(char)) this.at++;
    else if (
      (char === '-' && next === '-') ||
      (char === '#' && startsComment(text, at, this.tokens.at(-1)))
    ) {
      this.at = endOfLine(text, at);
    } else if (char === '/' && next === '*') this.at = endOfComment(text, at);
    else if (isDigit(char)) this.push('number', endOfNumber(text, at));
    // A `#` that starts no comment starts the name of a temporary table.
    else if (isWordStart(char) || char === '#')
      this.push('word', endOfWord(text, at + (next === '#' ? 2 : 1)));
    else if (char === '?' || char === hole) this.push('parameter', at + 1);
    else if (char === '@' && (next === '@' || isWordStart(next)))
      this.push('parameter', endOfWord(text, at + 2));
    else if (char === ':' && isWordStart(next)) this.push('parameter', endOfWord(text, at + 1));
    else if (char === ':' && (next === ':' || next === '=')) this.push('mark', at + 2);
    else this.stepOver(char);
  }

  private stepOver(char: string): void {
    switch (char) {
      case ';':
        if (this.isInBody) break;
        this.endStatement();
        this.at++;
        return;
      case "'": {
        const isEscapeString = /[Ee]/.test(this.text[this.at - 1] ?? '') && this.tokens.at(-1)?.text === 'E';
        this.pushQuoted('string', char, this.backslashEscapes || isEscapeString);
        return;
      }
      case '"':
        this.pushQuoted('name', char, this.backslashEscapes);
        return;
      case '`':
        this.pushQuoted('name', char, false);
        return;
      case '[': {
        const end = endOfBracketed(this.text, this.at, this.tokens.at(-1));
        if (end === undefined) break;
        this.at++;
        this.push('name', end);
        this.at++;
        return;
      }
      case '$':
        if (this.pushDollar()) return;
        break;
      case '(':
        this.pushMark(char);
        this.depth++;
        return;
      case ')':
        this.depth = Math.max(0, this.depth - 1);
        break;
      case '\\':
        this.isClean = false;
        break;
    }
    this.pushMark(char);
  }

  private push(type: SqlToken['type'], end: number): void {
    const { tokens, depth } = this;
    const last = tokens.at(-1);
    const isMember = type === 'word' && last?.type === 'mark' && last.text === '.';
    const text = end - this.at <= longestText ? this.text.slice(this.at, end).toUpperCase() : '';
    tokens.push({ type: isMember ? 'name' : type, text, depth });
    this.at = end;
    if (type !== 'word' || tokens[0]?.text !== 'CREATE') return;
    this.isRoutine ||= tokens.length < 16 && routines.has(text);
    this.isInBody ||= this.isRoutine && text === 'BEGIN';
  }

  /** One character that is neither a letter nor a digit: what there is most of, so it is not sliced. */
  private pushMark(text: string): void {
    this.tokens.push({ type: 'mark', text, depth: this.depth });
    this.at++;
  }

  /** Reads up to the quote that closes; a doubled one does not. */
  private pushQuoted(type: 'string' | 'name', quote: string, escapes: boolean): void {
    const { text } = this;
    this.at++;
    let end = this.at;
    for (; end < text.length; end++) {
      if (text[end] === '\\' && escapes) end++;
      else if (text[end] === quote) {
        if (text[end + 1] !== quote) break;
        end++;
      }
    }
    this.isClean &&= end < text.length;
    this.push(type, Math.min(end, text.length));
    this.at++;
  }

  /** PostgreSQL's `$tag$…$tag$`, or a parameter. */
  private pushDollar(): boolean {
    const { text } = this;
    const tag = dollarTag(text, this.at);
    if (tag === undefined) {
      const end = endOfParameter(text, this.at);
      if (end !== undefined) this.push('parameter', end);
      return end !== undefined;
    }
    this.at += tag.length;
    const end = text.indexOf(tag, this.at);
    this.push('string', end < 0 ? text.length : end);
    this.at += end < 0 ? 0 : tag.length;
    return true;
  }

  private endStatement(): void {
    if (this.tokens.length > 0) this.statements.push(this.tokens);
    this.tokens = [];
    this.depth = 0;
    this.isRoutine = this.isInBody = false;
  }
}

const routines = new Set(['FUNCTION', 'PROCEDURE', 'PROC', 'TRIGGER', 'EVENT']);

function isSpace(char: string): boolean {
  if (char <= ' ') return true;
  return char >= '\u0080' && char.trim() === '';
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

function isWordStart(char: string): boolean {
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_') return true;
  return char >= '\u0080' && char !== hole && !isSpace(char);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const char = text[end] ?? '';
    if (!isWordStart(char) && !isDigit(char) && char !== '$') break;
    end++;
  }
  return end;
}

function endOfNumber(text: string, from: number): number {
  let end = endOfWord(text, from);
  if (text[end] === '.') end = endOfWord(text, end + 1);
  return end;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** PostgreSQL and SQL Server nest comments. */
function endOfComment(text: string, from: number): number {
  let open = 0;
  let end = from;
  while (end < text.length) {
    if (text[end] === '/' && text[end + 1] === '*') open++;
    else if (text[end] === '*' && text[end + 1] === '/') open--;
    else {
      end++;
      continue;
    }
    end += 2;
    if (open === 0) break;
  }
  return end;
}

/** MySQL's comment, unless it is PostgreSQL's operator (`#>>`) or SQL Server's temporary table (`INTO #orders`). */
function startsComment(text: string, at: number, before: SqlToken | undefined): boolean {
  const next = text[at + 1] ?? '';
  if (next === '>' || next === '-') return false;
  const namesTable =
    before?.type === 'word' ? beforeTables.has(before.text) : before?.type === 'mark' && before.text === '.';
  return !namesTable || !(isWordStart(next) || next === '#');
}

const beforeTables = new Set([
  'DELETE',
  'EXISTS',
  'FROM',
  'INSERT',
  'INTO',
  'JOIN',
  'MERGE',
  'ON',
  'TABLE',
  'UPDATE',
  'USING',
]);

/** The end of SQL Server's `[name]`; undefined for the brackets of arrays. */
function endOfBracketed(text: string, at: number, before: SqlToken | undefined): number | undefined {
  // `tags[1]`, `ARRAY[a]`, `(x)[1]`.
  const isSubscript = before?.text === 'ARRAY' || /[\w\])"]/.test(text[at - 1] ?? '');
  if (isSubscript || !(isWordStart(text[at + 1] ?? '') || text[at + 1] === '#')) return undefined;
  for (let end = at + 1; end < text.length && end - at <= longestText; end++) {
    const char = text[end] ?? '';
    if (char === ']' && text[end + 1] === ']') end++;
    else if (char === ']') return end;
    else if (char === '[' || char === "'" || char === ';' || char === '\n') return undefined;
  }
  return undefined;
}

/** The `$tag$` that opens a string here; undefined for a parameter. */
function dollarTag(text: string, at: number): string | undefined {
  let end = at + 1;
  if (isDigit(text[end] ?? '')) return undefined;
  while (end - at <= longestText && (isWordStart(text[end] ?? '') || isDigit(text[end] ?? ''))) end++;
  return text[end] === '$' ? text.slice(at, end + 1) : undefined;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '<': '>', '[': ']', '/': '/' };

/** The end of `$1`, `$name`, of a `$` before a hole, and of pg-promise's `${name}` and `$<name>`. */
function endOfParameter(text: string, at: number): number | undefined {
  const next = text[at + 1] ?? '';
  if (next === hole) return at + 2;
  if (isDigit(next) || isWordStart(next)) return endOfWord(text, at + 1);
  const closer = closers[next];
  if (closer === undefined) return undefined;
  let end = at + 2;
  while (end - at <= longestText && text[end] !== closer && isPartOfParameter(text[end] ?? '')) end++;
  return text[end] === closer ? end + 1 : undefined;
}

function isPartOfParameter(char: string): boolean {
  return isWordStart(char) || isDigit(char) || char === '.' || char === ':' || char === '^' || char === '~';
}
