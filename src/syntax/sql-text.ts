/**
 * What the rules need to know of SQL text: which statements it holds, what state each leaves behind or needs, what it
 * locks, how many rows it is bound to.
 *
 * The dialect is not known, so the text is read in a way that suits PostgreSQL, MySQL, SQLite and SQL Server at once,
 * and what they disagree on is settled by what stands around it. Parsers refuse what they do not know, fragments and
 * template holes above all; sql-formatter's tokenizer is private and made of regular expressions, and that of
 * sql-query-identifier must be told the dialect and gives no tokens away. Hence the small scanner of `sql-tokens.ts`: one
 * pass, two where backslashes leave doubt, in time linear in the text, whatever it holds. Nothing here ever throws.
 */
import { scanSql, type SqlToken } from './sql-tokens.js';

/** One statement of a text. */
export interface SqlStatement {
  /**
   * What it is; of `WITH` the main statement. Statements on savepoints are all `savepoint`, `ROLLBACK TO` and `RELEASE`
   * too. `EXPLAIN` runs nothing and is `other`; `EXPLAIN ANALYZE` is the statement it runs. `MERGE` is `other`.
   */
  readonly kind:
    | 'select'
    | 'insert'
    | 'update'
    | 'delete'
    | 'begin'
    | 'commit'
    | 'rollback'
    | 'savepoint'
    | 'set'
    | 'listen'
    | 'lock'
    | 'prepare'
    | 'create-temporary'
    | 'declare-cursor'
    | 'other';
  /** The widest state that it leaves behind or needs: that of a transaction, or of the session (the connection). */
  readonly scope: Scope;
  /** Locks the rows it reads until the transaction ends: `FOR UPDATE` and its like, in any part of it. */
  readonly locksRows: boolean;
  /** Passes over rows that others hold: `SKIP LOCKED`. */
  readonly skipsLocked: boolean;
  /** Fails at once where others hold what it locks: `NOWAIT`. */
  readonly nowait: boolean;
  /** How many rows its outermost `LIMIT`, `FETCH FIRST` or `TOP` lets through; `variable` where that is no number. */
  readonly limit: number | 'variable' | undefined;
  /** An insert says what happens to rows that are there already. */
  readonly onConflict: boolean;
  /** Gives back the rows it writes: `RETURNING`, `OUTPUT`. */
  readonly returning: boolean;
  /** The advisory lock functions that it calls, in order. */
  readonly locks: readonly SqlLock[];
  /** Takes a lock for the whole session, and calls no function that gives one back. */
  readonly releasesNothing: boolean;
}

/** One call of an advisory lock function. */
export interface SqlLock {
  /** The function's name in lower case: `pg_advisory_lock`. */
  readonly function: string;
  /** What the lock lasts as long as. */
  readonly scope: 'transaction' | 'session';
  /** Gives back instead of taking. */
  readonly unlocks: boolean;
}

type Scope = 'none' | 'transaction' | 'session';
type Kind = SqlStatement['kind'];

/** Describes the statements of a text, in order. Empty ones are left out. */
export function statementsOf(text: string): readonly SqlStatement[] {
  let scanned = scanSql(text, text.includes('\\'));
  // `'it\'s'` of MySQL, or `'C:\'` of the others? The reading in which every quote closes is the right one.
  if (!scanned.isClean) scanned = scanSql(text, false);
  const batch: Batch = { declaresVariables: false, opensBlock: false };
  return scanned.statements.map(tokens => describe(tokens, batch));
}

/** What earlier statements of the same text say about later ones. */
interface Batch {
  /** SQL Server's `DECLARE @x`: its variables end with the text, MySQL's with the session. */
  declaresVariables: boolean;
  /** `IF … BEGIN`: an `END` that follows ends the block and no transaction. */
  opensBlock: boolean;
}

function isMark(token: SqlToken | undefined, text: string): boolean {
  return token?.type === 'mark' && token.text === text;
}

/*
 * Statements.
 */

interface Head {
  readonly kind: Kind;
  readonly scope: Scope;
  /** It only defines what runs later: nothing else in it happens now. */
  readonly isDefinition?: true;
}

const nothing: Omit<SqlStatement, 'kind' | 'scope'> = {
  locksRows: false,
  skipsLocked: false,
  nowait: false,
  limit: undefined,
  onConflict: false,
  returning: false,
  locks: [],
  releasesNothing: false,
};

function describe(tokens: readonly SqlToken[], batch: Batch): SqlStatement {
  const start = startOf(tokens);
  if (start === undefined) return { kind: 'other', scope: 'none', ...nothing };
  const head = headOf(tokens, start, batch);
  batch.declaresVariables ||= wordAt(tokens, start) === 'DECLARE' && isVariable(tokens[start + 1]);
  batch.opensBlock ||= tokens.some(
    (token, at) =>
      token.type === 'word' && token.text === 'BEGIN' && !(at === start && head.kind === 'begin'),
  );
  if (head.isDefinition) return { kind: head.kind, scope: head.scope, ...nothing };
  return { kind: head.kind, ...clausesOf(tokens, start, head, batch) };
}

function wordAt(tokens: readonly SqlToken[], at: number): string | undefined {
  const token = tokens[at];
  return token?.type === 'word' ? token.text : undefined;
}

function isVariable(token: SqlToken | undefined): boolean {
  return token?.type === 'parameter' && token.text.startsWith('@');
}

/** Where the statement that runs begins, behind parentheses and `EXPLAIN ANALYZE`; undefined where none runs. */
function startOf(tokens: readonly SqlToken[]): number | undefined {
  let at = 0;
  for (;;) {
    while (isMark(tokens[at], '(')) at++;
    // What stands in a hole at the beginning may be a comment or a `WITH`.
    if (tokens[at]?.type === 'parameter' && queries.has(wordAt(tokens, at + 1) ?? '')) at++;
    const word = wordAt(tokens, at);
    if (word === 'ANALYZE' && queries.has(wordAt(tokens, at + 1) ?? '')) at++;
    if (word !== 'EXPLAIN' && word !== 'DESCRIBE' && word !== 'DESC') return at;
    const explained = explainedAt(tokens, at + 1);
    if (explained === undefined) return undefined;
    at = explained;
  }
}

const queries = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'WITH']);

/** Where what is explained begins, if `ANALYZE` runs it. */
function explainedAt(tokens: readonly SqlToken[], from: number): number | undefined {
  let at = from;
  let runs = false;
  if (isMark(tokens[at], '(')) {
    for (at++; at < tokens.length && !isMark(tokens[at], ')'); at++) {
      const isOff = ['FALSE', 'OFF', '0'].includes(tokens[at + 1]?.text ?? '');
      if (wordAt(tokens, at) === 'ANALYZE') runs = !isOff;
    }
    return runs ? at + 1 : undefined;
  }
  for (; at < tokens.length; at++) {
    const word = wordAt(tokens, at);
    if (word === 'ANALYZE') runs = true;
    else if (word !== 'VERBOSE' && word !== 'FORMAT' && word !== 'EXTENDED') {
      if (!isMark(tokens[at - 1], '=') && !isMark(tokens[at], '=')) break;
    }
  }
  return runs ? at : undefined;
}

const other: Head = { kind: 'other', scope: 'none' };
const otherOfTransaction: Head = { kind: 'other', scope: 'transaction' };
const otherOfSession: Head = { kind: 'other', scope: 'session' };
const savepoint: Head = { kind: 'savepoint', scope: 'transaction' };
const commit: Head = { kind: 'commit', scope: 'transaction' };
const prepared: Head = { kind: 'prepare', scope: 'session', isDefinition: true };
const definition: Head = { kind: 'other', scope: 'none', isDefinition: true };

/** What a statement is by its first words. */
function headOf(tokens: readonly SqlToken[], at: number, batch: Batch): Head {
  const second = wordAt(tokens, at + 1);
  switch (wordAt(tokens, at)) {
    case 'SELECT':
    case 'VALUES':
    case 'TABLE':
      return { kind: 'select', scope: 'none' };
    case 'INSERT':
    case 'REPLACE':
      return { kind: 'insert', scope: 'none' };
    case 'UPDATE':
      return { kind: 'update', scope: 'none' };
    case 'DELETE':
      return { kind: 'delete', scope: 'none' };
    case 'WITH':
      return { kind: mainKind(tokens, at), scope: 'none' };
    case 'BEGIN':
      return beginsTransaction(tokens[at + 1]) ? { kind: 'begin', scope: 'transaction' } : other;
    case 'START':
      return second === 'TRANSACTION' ? { kind: 'begin', scope: 'transaction' } : other;
    case 'COMMIT':
      return second === 'PREPARED' ? other : commit;
    case 'END':
      return endsTransaction(tokens[at + 1]) && !batch.opensBlock ? commit : other;
    case 'ABORT':
      return { kind: 'rollback', scope: 'transaction' };
    case 'ROLLBACK':
      if (second === 'PREPARED') return other;
      return [second, wordAt(tokens, at + 2)].includes('TO')
        ? savepoint
        : { kind: 'rollback', scope: 'transaction' };
    case 'SAVEPOINT':
    case 'RELEASE':
      return savepoint;
    case 'SAVE':
      return second === 'TRAN' || second === 'TRANSACTION' ? savepoint : other;
    case 'SET':
      return { kind: 'set', scope: scopeOfSet(tokens, at, batch) };
    case 'RESET':
      return { kind: 'set', scope: 'session' };
    case 'LISTEN':
    case 'UNLISTEN':
      return { kind: 'listen', scope: 'session' };
    case 'LOCK':
      return { kind: 'lock', scope: locksForSession(tokens, at) ? 'session' : 'transaction' };
    case 'UNLOCK':
      return { kind: 'lock', scope: 'session' };
    case 'PREPARE':
      return second === 'TRANSACTION' ? otherOfTransaction : prepared;
    case 'DEALLOCATE':
      return prepared;
    case 'EXECUTE':
      // SQL Server executes procedures by this word: without these it may be one.
      return isMark(tokens[at + 2], '(') || wordAt(tokens, at + 2) === 'USING' ? prepared : other;
    case 'CREATE':
      return isTemporary(tokens, at)
        ? { kind: 'create-temporary', scope: dropsOnCommit(tokens) ? 'transaction' : 'session' }
        : definition;
    case 'DROP':
      if (second === 'PREPARE') return prepared;
      return second === 'TEMPORARY' ? otherOfSession : definition;
    case 'ALTER':
    case 'COMMENT':
    case 'GRANT':
    case 'REVOKE':
      return definition;
    case 'DECLARE':
      return cursorOf(tokens, at);
    // Both the cursors these walk and the transactions of XA live on one connection.
    case 'FETCH':
    case 'MOVE':
    case 'CLOSE':
    case 'XA':
      return otherOfTransaction;
    case 'DISCARD':
    case 'USE':
      return otherOfSession;
    default:
      return other;
  }
}

/** The statement behind the parts of a `WITH`: the first word of a statement that no part has as its name. */
function mainKind(tokens: readonly SqlToken[], from: number): Kind {
  const depth = tokens[from]?.depth;
  for (let at = from + 1; at < tokens.length; at++) {
    if (tokens[at]?.depth !== depth) continue;
    const before = tokens[at - 1];
    if (isMark(before, ',') || before?.text === 'WITH' || before?.text === 'RECURSIVE') continue;
    switch (wordAt(tokens, at)) {
      case 'SELECT':
      case 'VALUES':
      case 'TABLE':
        return 'select';
      case 'INSERT':
      case 'REPLACE':
        return 'insert';
      case 'UPDATE':
        return 'update';
      case 'DELETE':
        return 'delete';
      case 'MERGE':
        return 'other';
    }
  }
  return 'select';
}

const beginnings = new Set([
  'CONCURRENT',
  'DEFERRABLE',
  'DEFERRED',
  'DISTRIBUTED',
  'EXCLUSIVE',
  'IMMEDIATE',
  'ISOLATION',
  'NOT',
  'READ',
  'TRAN',
  'TRANSACTION',
  'WORK',
]);

/** Whether `BEGIN` before this begins a transaction, and not a block of statements. */
function beginsTransaction(next: SqlToken | undefined): boolean {
  if (next?.type !== 'word') return next === undefined || next.type === 'parameter';
  return beginnings.has(next.text);
}

function endsTransaction(next: SqlToken | undefined): boolean {
  return next === undefined || (next.type === 'word' && ['AND', 'TRANSACTION', 'WORK'].includes(next.text));
}

function scopeOfSet(tokens: readonly SqlToken[], at: number, batch: Batch): Scope {
  const what = tokens[at + 1];
  if (isVariable(what)) {
    if (what?.text.startsWith('@@')) return /^@@(?:GLOBAL|PERSIST)/.test(what.text) ? 'none' : 'session';
    return batch.declaresVariables ? 'none' : 'session';
  }
  if (what?.type === 'parameter') {
    // What stands in the hole may be the name of the setting, or `LOCAL` and more.
    const next = tokens[at + 2];
    return isMark(next, '=') || isMark(next, '.') || next?.text === 'TO' ? 'session' : 'none';
  }
  switch (what?.text) {
    case 'CONSTRAINTS':
    case 'LOCAL':
    case 'TRANSACTION':
      return 'transaction';
    // The first two outlive the session; a statement's settings and passwords are no state of it.
    case 'GLOBAL':
    case 'PERSIST':
    case 'PERSIST_ONLY':
    case 'PASSWORD':
    case 'STATEMENT':
      return 'none';
    default:
      return what ? 'session' : 'none';
  }
}

/** MySQL locks tables `READ` or `WRITE` for the session, PostgreSQL `IN … MODE` until the transaction ends. */
function locksForSession(tokens: readonly SqlToken[], at: number): boolean {
  const second = wordAt(tokens, at + 1);
  if (second === 'TABLES' || second === 'INSTANCE') return true;
  return tokens.some(({ type, text }) => type === 'word' && (text === 'READ' || text === 'WRITE'));
}

function isTemporary(tokens: readonly SqlToken[], at: number): boolean {
  let next = at + 1;
  while (beforeTemporary.has(wordAt(tokens, next) ?? '')) next++;
  const word = wordAt(tokens, next);
  if (word !== 'TABLE') return word === 'TEMP' || word === 'TEMPORARY';
  next++;
  while (['IF', 'NOT', 'EXISTS'].includes(wordAt(tokens, next) ?? '')) next++;
  return isTemporaryName(tokens[next]);
}

const beforeTemporary = new Set(['OR', 'REPLACE', 'LOCAL', 'GLOBAL']);

function isTemporaryName(token: SqlToken | undefined): boolean {
  return (token?.type === 'word' || token?.type === 'name') && token.text.startsWith('#');
}

function dropsOnCommit(tokens: readonly SqlToken[]): boolean {
  return tokens.some((_, at) => areWords(tokens, at, ['ON', 'COMMIT', 'DROP']));
}

function areWords(tokens: readonly SqlToken[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => wordAt(tokens, at + index) === word);
}

function cursorOf(tokens: readonly SqlToken[], at: number): Head {
  for (let next = at + 2; next < at + 8; next++) {
    if (wordAt(tokens, next) !== 'CURSOR') continue;
    return {
      kind: 'declare-cursor',
      scope: areWords(tokens, next + 1, ['WITH', 'HOLD']) ? 'session' : 'transaction',
    };
  }
  return other;
}

/*
 * Clauses.
 */

const lockFunctions: readonly SqlLock[] = [
  { function: 'pg_advisory_lock', scope: 'session', unlocks: false },
  { function: 'pg_advisory_lock_shared', scope: 'session', unlocks: false },
  { function: 'pg_try_advisory_lock', scope: 'session', unlocks: false },
  { function: 'pg_try_advisory_lock_shared', scope: 'session', unlocks: false },
  { function: 'pg_advisory_unlock', scope: 'session', unlocks: true },
  { function: 'pg_advisory_unlock_shared', scope: 'session', unlocks: true },
  { function: 'pg_advisory_unlock_all', scope: 'session', unlocks: true },
  { function: 'pg_advisory_xact_lock', scope: 'transaction', unlocks: false },
  { function: 'pg_advisory_xact_lock_shared', scope: 'transaction', unlocks: false },
  { function: 'pg_try_advisory_xact_lock', scope: 'transaction', unlocks: false },
  { function: 'pg_try_advisory_xact_lock_shared', scope: 'transaction', unlocks: false },
  { function: 'get_lock', scope: 'session', unlocks: false },
  { function: 'release_lock', scope: 'session', unlocks: true },
  { function: 'release_all_locks', scope: 'session', unlocks: true },
];
const lockFunctionsByName = new Map(lockFunctions.map(lock => [lock.function.toUpperCase(), lock]));

type Clauses = Omit<SqlStatement, 'kind'>;

/** Everything but the kind, from one look at each token. */
function clausesOf(tokens: readonly SqlToken[], start: number, head: Head, batch: Batch): Clauses {
  const locks: SqlLock[] = [];
  let { scope } = head;
  let [locksRows, skipsLocked, nowait, returning] = [false, false, false, false];
  let onConflict = wordAt(tokens, start) === 'REPLACE';
  let limit: Clauses['limit'];
  let top: Clauses['limit'];
  const isWider = (found: Scope): Scope => (scope === 'session' || found === 'none' ? scope : found);

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.type === 'mark') continue;
    const lock = lockAt(tokens, at, start);
    if (lock) {
      locks.push(lock);
      scope = isWider(lock.scope);
    }
    if (token.text === 'SET_CONFIG' && isMark(tokens[at + 1], '(')) {
      scope = isWider(scopeOfSetConfig(tokens, at + 2));
    }
    if (isVariable(token) && isMark(tokens[at + 1], ':=') && !batch.declaresVariables) scope = 'session';
    if (token.type !== 'word') continue;
    const isOutermost = token.depth === 0;
    switch (token.text) {
      case 'FOR':
        locksRows ||= rowLocks.some(words => areWords(tokens, at + 1, words));
        break;
      case 'LOCK':
        locksRows ||= areWords(tokens, at + 1, ['IN', 'SHARE', 'MODE']);
        break;
      case 'UPDLOCK':
      case 'XLOCK':
        locksRows ||= isHint(tokens, at);
        break;
      case 'READPAST':
        skipsLocked ||= isHint(tokens, at);
        break;
      case 'SKIP':
        skipsLocked ||= wordAt(tokens, at + 1) === 'LOCKED';
        break;
      case 'NOWAIT':
        nowait = true;
        break;
      case 'LIMIT':
        if (isOutermost && wordAt(tokens, at - 1) !== 'AS') limit = limitAt(tokens, at + 1) ?? limit;
        break;
      case 'FETCH':
        if (isOutermost && at > start) limit = fetchAt(tokens, at + 1) ?? limit;
        break;
      case 'TOP':
        if (isOutermost && beforeTop.has(wordAt(tokens, at - 1) ?? '')) top = topAt(tokens, at + 1);
        break;
      case 'UNION':
      case 'INTERSECT':
      case 'EXCEPT':
        // `TOP` bounds the one part it stands in.
        if (isOutermost) top = undefined;
        break;
      case 'ON':
        onConflict ||=
          wordAt(tokens, at + 1) === 'CONFLICT' || areWords(tokens, at + 1, ['DUPLICATE', 'KEY']);
        break;
      case 'INSERT':
        onConflict ||= ignoresConflicts(tokens, at);
        break;
      case 'RETURNING':
        returning ||= isOutermost && head.kind !== 'select';
        break;
      case 'OUTPUT':
        returning ||= isOutermost && ['INSERTED', 'DELETED'].includes(wordAt(tokens, at + 1) ?? '');
        break;
      case 'INTO':
        if (head.kind === 'select' && selectsIntoSession(tokens, at + 1, batch)) scope = 'session';
        break;
    }
  }
  const takes = locks.some(lock => lock.scope === 'session' && !lock.unlocks);
  return {
    scope,
    locksRows,
    skipsLocked,
    nowait: nowait && (locksRows || head.kind === 'lock'),
    limit: limit ?? top,
    onConflict,
    returning,
    locks,
    releasesNothing: takes && !locks.some(lock => lock.unlocks),
  };
}

const rowLocks = [['UPDATE'], ['NO', 'KEY', 'UPDATE'], ['SHARE'], ['KEY', 'SHARE']];
const beforeTop = new Set(['SELECT', 'DISTINCT', 'ALL', 'INSERT', 'UPDATE', 'DELETE']);

/** SQL Server's table hints: `WITH (UPDLOCK, READPAST)`. */
function isHint(tokens: readonly SqlToken[], at: number): boolean {
  return isMark(tokens[at - 1], '(') || isMark(tokens[at - 1], ',');
}

function lockAt(tokens: readonly SqlToken[], at: number, start: number): SqlLock | undefined {
  const token = tokens[at];
  if (token?.type !== 'word' && token?.type !== 'name') return undefined;
  if (token.text === 'SP_GETAPPLOCK' || token.text === 'SP_RELEASEAPPLOCK') {
    const before = tokens[at - 1];
    const isCalled =
      at === start || isMark(before, '.') || isMark(before, '=') || before?.text.startsWith('EXEC');
    const unlocks = token.text === 'SP_RELEASEAPPLOCK';
    return isCalled ? { function: token.text.toLowerCase(), scope: ownerOf(tokens, at), unlocks } : undefined;
  }
  return isMark(tokens[at + 1], '(') ? lockFunctionsByName.get(token.text) : undefined;
}

/** SQL Server locks for the transaction unless `@LockOwner` says `Session`. */
function ownerOf(tokens: readonly SqlToken[], from: number): 'transaction' | 'session' {
  const given = tokens.slice(from, from + 24);
  return given.some(({ type, text }) => type === 'string' && text === 'SESSION') ? 'session' : 'transaction';
}

/** `set_config(name, value, is_local)`; nothing where the third is no literal. */
function scopeOfSetConfig(tokens: readonly SqlToken[], from: number): Scope {
  const depth = tokens[from]?.depth;
  let commas = 0;
  for (const [index, token] of tokens.slice(from, from + 64).entries()) {
    if (depth === undefined || token.depth < depth) break;
    if (token.depth > depth) continue;
    if (isMark(token, ',')) commas++;
    else if (commas === 2) {
      const isWhole = isMark(tokens[from + index + 1], ')');
      if (isWhole && token.text === 'TRUE') return 'transaction';
      return isWhole && token.text === 'FALSE' ? 'session' : 'none';
    }
  }
  return 'none';
}

/** What `LIMIT` says: `10`, `5, 10` (MySQL: from the fifth), a parameter or anything computed. `ALL` is no limit. */
function limitAt(tokens: readonly SqlToken[], from: number): Clauses['limit'] {
  const at = isMark(tokens[from + 1], ',') ? from + 2 : from;
  const value = tokens[at];
  if (!value || value.text === 'ALL' || value.text === 'NULL') return undefined;
  if (value.type === 'mark' && value.text !== '(') return undefined;
  const next = tokens[at + 1];
  const isWhole = !next || next.type === 'word' || isMark(next, ')') || isMark(next, '::');
  return value.type === 'number' && isWhole ? rows(value) : 'variable';
}

function rows(token: SqlToken): Clauses['limit'] {
  const number = Number(token.text);
  return Number.isFinite(number) ? number : 'variable';
}

/** `FETCH FIRST 10 ROWS ONLY`; ties and percentages bound nothing. */
function fetchAt(tokens: readonly SqlToken[], at: number): Clauses['limit'] {
  if (!['FIRST', 'NEXT'].includes(wordAt(tokens, at) ?? '')) return undefined;
  const rest = tokens.slice(at + 1, at + 17);
  const unit = rest.findIndex(({ text }) => text === 'ROW' || text === 'ROWS');
  if (rest.some(({ text }) => text === 'TIES' || text === 'PERCENT')) return undefined;
  if (unit === 0) return 1;
  const [value] = rest;
  return unit === 1 && value?.type === 'number' ? rows(value) : 'variable';
}

/** `TOP 10`, `TOP (@n)`; ties and percentages bound nothing. */
function topAt(tokens: readonly SqlToken[], from: number): Clauses['limit'] {
  let at = from;
  let found: Clauses['limit'];
  if (isMark(tokens[at], '(')) {
    const value = tokens[at + 1];
    const isNumber = value?.type === 'number' && isMark(tokens[at + 2], ')');
    found = value && isNumber ? rows(value) : 'variable';
    while (at < from + 16 && !isMark(tokens[at], ')')) at++;
  } else {
    const value = tokens[at];
    if (value?.type !== 'number' && value?.type !== 'parameter') return undefined;
    found = value.type === 'number' ? rows(value) : 'variable';
  }
  const isUnbound = wordAt(tokens, at + 1) === 'PERCENT' || areWords(tokens, at + 1, ['WITH', 'TIES']);
  return isUnbound ? undefined : found;
}

/** `INSERT IGNORE`, `INSERT OR REPLACE`. */
function ignoresConflicts(tokens: readonly SqlToken[], at: number): boolean {
  if (wordAt(tokens, at + 1) === 'OR') return ['IGNORE', 'REPLACE'].includes(wordAt(tokens, at + 2) ?? '');
  for (let next = at + 1; next < at + 4; next++) {
    const word = wordAt(tokens, next);
    if (word === 'IGNORE') return true;
    if (!['LOW_PRIORITY', 'HIGH_PRIORITY', 'DELAYED'].includes(word ?? '')) return false;
  }
  return false;
}

/** `SELECT … INTO TEMP t`, `INTO #t`, and MySQL's `INTO @x`. */
function selectsIntoSession(tokens: readonly SqlToken[], at: number, batch: Batch): boolean {
  if (isTemporaryName(tokens[at])) return true;
  if (isVariable(tokens[at])) return !batch.declaresVariables;
  return ['TEMP', 'TEMPORARY'].includes(wordAt(tokens, at) ?? '');
}
