/**
 * Does a class open a transaction on a connection of its own that no query of it goes over? It keeps the connection in a
 * private field, where nobody else can reach it, begins and ends there, and queries its pool in between.
 */
import { statementsOf } from '../syntax/sql-text.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { unawaited } from './connection-of.js';
import { inMap, modelOf } from './model-of.js';
import { connectionsUsed, type QueriedConnection } from './queries-on.js';
import { sqlTextOf } from './sql-of.js';

/** A transaction that a class opens for nothing. */
export interface IdleTransaction {
  /** The field that holds its connection. */
  readonly field: ts.PropertyDeclaration;
  /** The call that begins it. */
  readonly begin: Call;
  /** What the connection was taken from. */
  readonly roots: readonly QueriedConnection[];
}

const known = new WeakMap<ts.Program, WeakMap<ts.ClassLikeDeclaration, readonly IdleTransaction[]>>();

/** The transactions of a class that none of its queries goes over. Never throws. */
export function idleTransactionsOf(types: Types, owner: ts.ClassLikeDeclaration): readonly IdleTransaction[] {
  const classes = inMap(
    known,
    types.program,
    () => new WeakMap<ts.ClassLikeDeclaration, readonly IdleTransaction[]>(),
  );
  return inMap(classes, owner, () => findIn(types, owner));
}

function findIn(types: Types, owner: ts.ClassLikeDeclaration): readonly IdleTransaction[] {
  // A class that sends no BEGIN, however it is written, is asked nothing.
  if (!/begin|start/i.test(owner.getText())) return [];
  const members: readonly ts.ClassElement[] = owner.members;
  return members.filter(ts.isPropertyDeclaration).flatMap(field => idleIn(types, field) ?? []);
}

function idleIn(types: Types, field: ts.PropertyDeclaration): IdleTransaction | undefined {
  const { name } = field;
  const isPrivate =
    ts.isPrivateIdentifier(name) || (ts.getCombinedModifierFlags(field) & ts.ModifierFlags.Private) !== 0;
  if (!isPrivate || (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) || field.initializer)
    return undefined;
  let begin: Call | undefined;
  const roots: QueriedConnection[] = [];
  for (const use of usesOf(types, name)) {
    const member = use.parent;
    if (!ts.isPropertyAccessExpression(member)) return undefined;
    const { parent } = member;
    if (isAssignedTo(parent, member)) {
      const lent = unawaited(parent.right);
      if (isCall(lent))
        roots.push(...connectionsUsed(types, lent).filter(({ opens }) => opens === 'connection'));
      continue;
    }
    const call = callOn(member);
    const model = call && modelOf(types, call);
    if (model?.releases) continue;
    const kinds =
      call && model?.queries?.sql ? kindsOf(types, argumentAt(call, model.queries.sql)) : undefined;
    // Any other use may be a query of the transaction, or hand its connection to somebody.
    if (!call || !kinds?.every(kind => kind === 'begin' || kind === 'commit' || kind === 'rollback'))
      return undefined;
    if (kinds.includes('begin')) begin ??= call;
  }
  return begin && roots.length > 0 ? { field, begin, roots } : undefined;
}

function isAssignedTo(parent: ts.Node, member: ts.Node): parent is ts.BinaryExpression {
  if (!ts.isBinaryExpression(parent) || parent.left !== member) return false;
  return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** The call of a method of what a member holds. */
function callOn(member: ts.Expression): Call | undefined {
  let node: ts.Node = member;
  while (ts.isNonNullExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const method = node.parent;
  if (!ts.isPropertyAccessExpression(method) || method.expression !== node) return undefined;
  const call = method.parent;
  return ts.isCallExpression(call) && call.expression === method ? call : undefined;
}

/** What the statements of a text are, whichever of two it is; undefined where that cannot be seen. */
function kindsOf(types: Types, sql: ts.Expression | undefined): readonly string[] | undefined {
  const value = sql && plain(sql);
  if (!value) return undefined;
  if (ts.isConditionalExpression(value)) {
    const [yes, no] = [kindsOf(types, value.whenTrue), kindsOf(types, value.whenFalse)];
    return yes && no && [...yes, ...no];
  }
  const text = sqlTextOf(types, value);
  return text === undefined ? undefined : statementsOf(text).map(({ kind }) => kind);
}
