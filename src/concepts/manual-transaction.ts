/** Manual transaction: one that is begun by a call of its own and lasts until another ends it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { closesConnection } from '../facts/closes-connection.js';
import { endedBy, sendsOne } from '../facts/ends-transaction.js';
import { shortName } from '../facts/steps.js';
import { leavesWithout, type Leak } from '../facts/leaves-without.js';
import { foreignWorkAfter, type ForeignWork } from '../facts/foreign-work.js';
import { handlesResource } from '../facts/handles-resource.js';
import { mayBeToldOf, modelOf } from '../facts/model-of.js';
import { tellsOfBegin } from '../facts/opens-transaction.js';
import { pointsOf, whatBecomesOf } from '../facts/what-becomes-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { pathOf } from '../typescript/flow-conditions.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { calleeOf, isCall, symbolAt, type Call } from '../typescript/origin.js';
import { callersOf, hasHiddenCallers } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { anyBelow, walk, type FunctionNode } from '../typescript/walk.js';
import { heldBy, lentName } from './checkout.js';

export type { Leak } from '../facts/leaves-without.js';

/** A transaction that a function begins by hand. */
export interface ManualTransaction {
  /** The call that begins it. */
  readonly node: TSESTree.CallExpression;
  /** How it reads: `knex.transaction`. */
  readonly call: string;
  /** Whether the function ends it on some way. */
  readonly isEnded: boolean;
  /** A way out of the function on which it stays open. */
  leak(): Leak | undefined;
  /** What is waited for while it is open and has nothing to do with it. */
  foreignWork(): readonly ForeignWork[];
}

/** Whether a call can begin a transaction, by its syntax alone. */
export function mayBegin(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier') return false;
  if (catalogue.namesWith('begins').has(name.name)) return true;
  return catalogue.namesWith('queries').has(name.name) && node.arguments.length > 0;
}

/** The transaction that a call begins, as far as this function answers for it. */
export function recogniseManualTransaction(
  types: Types,
  node: TSESTree.CallExpression,
): ManualTransaction | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call) || !mayBeToldOf(types, call, tellsOfBegin)) return undefined;
  const model = modelOf(types, call);
  const code = model && codeAround(call);
  if (!code || ts.isSourceFile(code)) return undefined;
  const settled =
    model.begins === 'result'
      ? settledFor(types, code, call)
      : (model.begins ?? begunBySql(types, call, model))
        ? settledOn(types, code, argumentAt(call, 'this'))
        : undefined;
  if (!settled) return undefined;
  return {
    node,
    call: shortName(calleeOf(call)),
    isEnded: settled.size > 0,
    leak: () =>
      [...settled].some(end => asksHandle(end)) || isEndedByCallers(types, call, code)
        ? undefined
        : leavesWithout(types, call, settled),
    foreignWork: () => foreignWorkAfter(types, [call], namesOf(types, call), settled),
  };
}

/**
 * `catch { if (runner.isTransactionActive) await runner.rollbackTransaction(); }`: the handle itself knows whether there is
 * anything left to end, on whichever way the handler was reached.
 */
function asksHandle(end: ts.Node): boolean {
  const receiver = isCall(end) ? argumentAt(end, 'this')?.getText() : undefined;
  if (receiver === undefined) return false;
  let isAsked = false;
  for (let up = end; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    const { parent } = up;
    if (ts.isIfStatement(parent) && parent.thenStatement === up)
      isAsked ||= anyBelow(
        parent.expression,
        node => ts.isPropertyAccessExpression(node) && node.expression.getText() === receiver,
      );
    const handles = ts.isCatchClause(parent) || (ts.isTryStatement(parent) && parent.finallyBlock === up);
    if (isAsked && handles) return true;
  }
  return false;
}

/**
 * Whether a connection is handed in, and all who call end its transaction where that fails: in the `catch` or `finally` of
 * the `try` around the call. Of callers that cannot be told it is not known that they do not.
 */
function isEndedByCallers(types: Types, call: ts.CallExpression, code: FunctionNode): boolean {
  const connection = argumentAt(call, 'this');
  const declared = connection && symbolAt(types, connection)?.valueDeclaration;
  const position = code.parameters.findIndex(parameter => parameter === declared);
  if (position < 0) return false;
  const callers = callersOf(types, code);
  if (callers === undefined) return hasHiddenCallers(types, code);
  return (
    callers.length > 0 &&
    callers.every(caller => {
      const given = ts.isTaggedTemplateExpression(caller) ? undefined : caller.arguments?.[position];
      const name = given && pathOf(given);
      return name !== undefined && handlersAround(caller).some(handler => endsIn(types, handler, name));
    })
  );
}

/** The blocks that run where a call fails, up to its function. */
function handlersAround(call: Call): readonly ts.Block[] {
  const found: ts.Block[] = [];
  for (let up: ts.Node = call; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    const { parent } = up;
    if (!ts.isTryStatement(parent) || parent.tryBlock !== up) continue;
    if (parent.catchClause) found.push(parent.catchClause.block);
    if (parent.finallyBlock) found.push(parent.finallyBlock);
  }
  return found;
}

/** The names of what the transaction's queries go through. */
function namesOf(types: Types, call: ts.CallExpression): readonly string[] {
  const acquired =
    modelOf(types, call)?.begins === 'result' ? handlesResource.of(types, call)?.acquires : undefined;
  const code = acquired && codeAround(call);
  const held = code && heldBy(types, code, call, acquired);
  if (held && 'names' in held) return held.names.map(({ text }) => text);
  const connection = argumentAt(call, 'this');
  const name = connection && pathOf(connection);
  return name === undefined ? [] : [name];
}

/** `client.query('BEGIN')`; a text that ends what it begins leaves nothing open. */
function begunBySql(
  types: Types,
  call: Call,
  model: NonNullable<ReturnType<typeof modelOf>>,
): 'this' | undefined {
  const isBegin =
    sendsOne(types, call, model, ['begin']) && !sendsOne(types, call, model, ['commit', 'rollback']);
  return isBegin ? 'this' : undefined;
}

/** Where a transaction that is a value of its own has been ended or handed on. */
function settledFor(types: Types, code: Code, call: ts.CallExpression): ReadonlySet<ts.Node> | undefined {
  const acquired = handlesResource.of(types, call)?.acquires;
  const held = acquired && heldBy(types, code, call, acquired);
  if (!held || !('names' in held)) return undefined;
  const ends = held.names.flatMap(name => endsOf(types, code, name.text));
  return new Set([...whatBecomesOf(types, code, held, { ownedAt: ends }).settled, ...ends]);
}

/** Where the transaction of a connection has been ended, or the connection closed or handed on; only if it is ended here. */
function settledOn(
  types: Types,
  code: Code,
  connection: ts.Expression | undefined,
): ReadonlySet<ts.Node> | undefined {
  const name = connection && pathOf(connection);
  const ends = name === undefined ? [] : endsOf(types, code, name);
  if (ends.length === 0 || !connection) return undefined;
  const settled = new Set(ends);
  const local = localOf(types, connection, code);
  if (local) {
    const fate = whatBecomesOf(
      types,
      code,
      { names: [local], by: [] },
      { counts: release => closesConnection(types, release), ownedAt: ends },
    );
    for (const node of fate.settled) settled.add(node);
  }
  return settled;
}

/** The variable that holds a connection, where this function declares it. */
function localOf(types: Types, connection: ts.Expression, code: Code): ts.Identifier | undefined {
  if (!ts.isIdentifier(connection)) return undefined;
  const declared = symbolAt(types, connection)?.valueDeclaration;
  return declared && codeAround(declared) === code ? lentName(declared) : undefined;
}

/** The points at which a transaction on what has this name is committed or rolled back. */
function endsOf(types: Types, code: Code, name: string): readonly ts.Node[] {
  const found: ts.Node[] = [];
  walk(code, node => {
    if (isEnd(types, node, name)) found.push(...pointsOf(types, code, node));
  });
  return found;
}

function endsIn(types: Types, block: ts.Block, name: string): boolean {
  return anyBelow(block, node => isEnd(types, node, name));
}

function isEnd(types: Types, node: ts.Node, name: string): boolean {
  return isCall(node) && endedBy(types, node).includes(name);
}
