/** SQL query: a call that sends text, or a builder that locks rows, over a pool that lends a connection to each query. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isAlwaysPool } from '../facts/always-pool.js';
import { functionAround } from '../typescript/function-around.js';
import { traceOf } from '../facts/steps.js';
import { mayBeToldOf, modelOf, queryOf, type Tells } from '../facts/model-of.js';
import { connectionsUsed, type QueriedConnection } from '../facts/queries-on.js';
import { sqlTextOf } from '../facts/sql-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { statementsOf, type SqlStatement } from '../syntax/sql-text.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { hasMember } from '../typescript/same-type.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';

/** A query that any connection of a pool may get. */
export interface PooledQuery {
  readonly node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;
  /** The calls it is sent by: `pool.query`, `driver.exec -> this.pool.query`. */
  readonly trace: string;
  /** The pool as written: `this.pool`. */
  readonly pool: string;
  /** The method by which the pool lends one connection, or runs a transaction on one; undefined where none is known. */
  readonly lends: string | undefined;
  /** The statements of the text; none for builders. */
  readonly statements: readonly SqlStatement[];
  /** How the text begins: its first words. */
  readonly opening: string;
  /** The function around the call, by which queries that belong together are told. */
  readonly around: object | undefined;
  /** It locks the rows it reads, and changes none in the same statement. */
  readonly onlyLocksRows: boolean;
  /** It does nothing but set what lasts for a transaction: `SELECT set_config('a', 'b', true)`. */
  readonly onlySets: boolean;
  /** It asks for what the last statement of its own connection left: `SELECT LAST_INSERT_ID()`. */
  readonly asksSession: boolean;
}

const asking = /\b(?:last_insert_id|scope_identity|lastval|found_rows|row_count)\s*\(\s*\)|@@identity\b/i;

/** What texts hold that are worth a question, in any case: each word begins or is part of such a statement. */
const telling =
  /\b(?:begin|start|commit|rollback|abort|end|savepoint|release|set|set_config|use|listen|lock|prepare|temp|temporary|hold|share|update|get_lock|lastval|row_count)\b|_insert_id|scope_ident|found_rows|advisory|into\s+#|@/i;

/** Whether a call may send such a text, by its syntax alone. */
export function maySendSql(
  node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression,
  catalogue: Catalogue,
): boolean {
  if (node.type === 'TaggedTemplateExpression') return isTelling(node.quasi);
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier') return false;
  if (catalogue.namesWith('locksRows').has(name.name)) return true;
  const isKnown = catalogue.namesWith('queries').has(name.name);
  if (callee.type === 'MemberExpression' && isTelling(callee.object)) return isKnown;
  return node.arguments.some(argument => {
    if (argument.type === 'Literal' || argument.type === 'TemplateLiteral') return isTelling(argument);
    return isKnown && argument.type !== 'ArrowFunctionExpression' && argument.type !== 'SpreadElement';
  });
}

/** The words that statements begin with. A text that begins with another one is something else: a message, a name. */
const beginnings: ReadonlySet<string> = new Set(
  (
    'abort alter analyze attach begin call checkpoint close cluster comment commit copy create deallocate declare delete desc ' +
    'describe detach discard do drop end exec execute explain fetch flush get grant handler if import insert into kill listen ' +
    'load lock merge move notify optimize pragma prepare print reassign refresh reindex release rename replace reset restore ' +
    'revoke rollback save savepoint security select set show start table truncate unlisten unlock update upsert use vacuum ' +
    'values waitfor while with xa'
  ).split(' '),
);

function mayBeginStatement(text: string): boolean {
  const [word] = /[a-z_]+|[^\s]/i.exec(text) ?? [];
  return word === undefined || !/^[a-z]/i.test(word) || beginnings.has(word.toLowerCase());
}

function isTelling(text: TSESTree.Node): boolean {
  if (text.type === 'TaggedTemplateExpression') return isTelling(text.quasi);
  if (text.type === 'TemplateLiteral') {
    const parts = text.quasis.map(({ value }) => value.raw);
    // Constants may be put together to a statement.
    return (
      mayBeginStatement(parts[0] ?? '') && (telling.test(parts.join(' ')) || text.expressions.length > 0)
    );
  }
  if (text.type === 'CallExpression') return text.arguments.some(isTelling);
  return (
    text.type === 'Literal' &&
    typeof text.value === 'string' &&
    mayBeginStatement(text.value) &&
    telling.test(text.value)
  );
}

const tellsOfLocking: Tells = row => row.locksRows === true;

/** The query that a call sends over a pool; undefined for others, and where it may go over one connection. */
export function recognisePooledQuery(
  types: Types,
  node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression,
): PooledQuery | undefined {
  const call = types.tsNode(node);
  if (!call || !isCall(call)) return undefined;
  const isLocking = mayBeToldOf(types, call, tellsOfLocking) && modelOf(types, call)?.locksRows === true;
  const start = isLocking ? startOfBuilder(types, call) : call;
  if (!start) return undefined;
  for (const used of connectionsUsed(types, start)) {
    if (used.opens || used.connection.unless) continue;
    const text = isLocking ? '' : sentText(types, call, used);
    const statements = text === undefined ? [] : statementsOf(text);
    const asksSession = isAsking(statements, text ?? '');
    if (!isLocking && !asksSession && !statements.some(isTied)) continue;
    if (!isAlwaysPool(types, used.connection)) continue;
    return {
      node,
      trace: traceOf({ steps: used.steps }) ?? '',
      pool: used.connection.name,
      lends: lendingMethod(types, used),
      statements,
      opening: openingOf(text ?? ''),
      around: functionAround(call),
      onlyLocksRows: isLocking || (statements.length === 1 && locksAlone(statements[0], text ?? '')),
      onlySets: setsAlone(statements, text ?? ''),
      asksSession,
    };
  }
  return undefined;
}

/** Whether a statement leaves state behind or needs some, or keeps rows locked. */
function isTied({ scope, locksRows }: SqlStatement): boolean {
  return scope !== 'none' || locksRows;
}

function locksAlone(statement: SqlStatement | undefined, text: string): boolean {
  if (statement?.kind !== 'select' || !statement.locksRows) return false;
  // Parts of a WITH may write, and then the lock does its work within the statement.
  return !/\b(?:insert\s+into|delete\s+from|set)\b/i.test(text);
}

/** In the same text it may stand behind what it asks about. */
function isAsking(statements: readonly SqlStatement[], text: string): boolean {
  return statements.length === 1 && statements[0]?.kind === 'select' && asking.test(text);
}

/** Whether rows are read by the same statement, for which it is set then. */
function setsAlone([statement, ...more]: readonly SqlStatement[], text: string): boolean {
  return (
    statement?.kind === 'select' &&
    more.length === 0 &&
    statement.scope === 'transaction' &&
    statement.locks.length === 0 &&
    !statement.locksRows &&
    !/\b(?:from|with)\b/i.test(text)
  );
}

/** The first words of a text, without the comments before them. */
export function openingOf(text: string): string {
  const own = text.replaceAll(/\/\*[^*]*\*\/|--[^\n]*\n/g, ' ').trim();
  const words = own.split(/\s+/).slice(0, 3).join(' ').replaceAll('\uFFFC', '…');
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

/** The text that a call sends over a connection; undefined where it is made while running. */
export function sentText(types: Types, call: Call, { sql }: QueriedConnection): string | undefined {
  const at = sql === 'this' ? argumentAt(call, 'this') : sql && argumentAt(call, sql);
  return at && sqlTextOf(types, at);
}

/** The link of a fluent chain that begins the query: `knex('t')` of `knex('t').where(a).forUpdate()`. */
function startOfBuilder(types: Types, call: Call): Call | undefined {
  for (let node: ts.Expression = call; ;) {
    if (isCall(node) && queryOf(types, node)) return node;
    if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = plain(node.expression);
    else return undefined;
  }
}

/** The first method of the pool's own type that hands out a transaction, or else a connection. */
function lendingMethod(
  types: Types,
  { connection: { library, place } }: QueriedConnection,
): string | undefined {
  const pools = Object.entries(library?.types ?? {}).flatMap(([type, role]) =>
    role === 'pool' ? [type] : [],
  );
  const rows = Object.entries(library?.calls ?? {}).flatMap(([path, models]) =>
    [models].flat().map(model => ({ path, model })),
  );
  const own = rows.filter(({ path }) => pools.includes(path.slice(0, Math.max(path.indexOf('#'), 0))));
  const there = own.filter(
    ({ path }) => !place || hasMember(types, place, path.slice(path.indexOf('#') + 1)),
  );
  const found =
    there.find(({ model }) => model.scope?.kind === 'transaction') ??
    there.find(({ model }) => model.acquires?.what === 'connection');
  return found?.path.slice(found.path.indexOf('#') + 1);
}
