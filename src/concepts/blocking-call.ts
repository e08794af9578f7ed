/** Blocking call: what holds the event loop until it returns, reached from asynchronous code. */
import type { TSESTree } from '@typescript-eslint/utils';
import { asynchronousCodeAround, type AsynchronousCode } from '../facts/asynchronous-code.js';
import { blocksBeyond, hasTag, type Bounds, type BlocksBeyond } from '../facts/blocks.js';
import { callsOfChain } from '../facts/blocking-chain.js';
import { callOf, traceOf } from '../facts/steps.js';
import { isKeptOnce } from '../facts/kept-once.js';
import { modelOf } from '../facts/model-of.js';
import { runsAtStart } from '../facts/runs-at-start.js';
import { setAside } from '../facts/set-aside.js';
import { rangeOf, rootOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { getterName } from '../typescript/mentions.js';
import { isCall, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { variableAt } from '../typescript/variable-at.js';
import { enclosingFunction, isAsync } from '../typescript/walk.js';
import { answerOf } from '../typescript/answer-of.js';
import type { CallModel, Cost, Why } from '../vocabulary.js';

export type { Bounds } from '../facts/blocks.js';

type Node =
  | TSESTree.CallExpression
  | TSESTree.NewExpression
  | TSESTree.TaggedTemplateExpression
  | TSESTree.MemberExpression
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForStatement;

/** What is known of a call that holds the event loop, at the place in asynchronous code that leads to it. */
export interface Blocking {
  /** The asynchronous code that it stands in, as a reader would say it, and as an identity. */
  readonly place: string;
  readonly code: object;
  /** The chain of calls down to what blocks, and that alone: one report for each of them in one piece of code. */
  readonly trace: string;
  readonly leaf: string;
  readonly cost: Cost;
  /** The call is itself what blocks: nothing stands in between. */
  readonly isDirect: boolean;
  /** Where the calls of the chain behind this one stand, where all of them are in this file. */
  readonly links: readonly Range[] | undefined;
  /** What takes the place of the last call, as its library's model says: a promise form, or one with a callback. */
  readonly twin: Twin | undefined;
  /** The call stands in an `async` function, where `await` is at home. */
  readonly isInAsync: boolean;
  /** It writes to a file that each run of the code writes to: of two at once, one could undo or mix with the other. */
  readonly isSharedWrite: boolean;
}

/** A form that does the same without blocking. */
export interface Twin {
  readonly name: string;
  readonly callback?: { readonly result: string | undefined };
}

/** A call, or a property read through a getter, or a loop, that may hold the event loop. */
export interface BlockingCall {
  readonly node: Node;
  /**
   * What is known where it holds the event loop beyond the bounds, in asynchronous code of the running service.
   *
   * @param isAside whether a file of this name is no part of the service, as the user says
   */
  beyond(bounds: Bounds, isAside: (file: string) => boolean): Blocking | undefined;
}

/** Whether a node can be one, by its syntax: it stands in a function. */
export function mayBlock(node: Node): boolean {
  if (node.type === 'MemberExpression') {
    // `fs.readFileSync` of a call is no getter.
    if (node.computed || (node.parent.type === 'CallExpression' && node.parent.callee === node)) return false;
  }
  let up: TSESTree.Node | undefined = node.parent;
  while (up && !up.type.includes('Function')) up = up.parent;
  return up !== undefined;
}

/** The blocking call that a node may be; what it costs and where is worked out when it is asked. */
export function recogniseBlockingCall(types: Types, node: Node): BlockingCall {
  return {
    node,
    beyond: (bounds, isAside) => answerOf(() => blockingAt(types, node, blocksBeyond(bounds), isAside)),
  };
}

function blockingAt(
  types: Types,
  node: Node,
  fact: BlocksBeyond,
  isAside: (file: string) => boolean,
): Blocking | undefined {
  if (node.type === 'MemberExpression' && !fact.mayHold(types, getterName(nameOf(node.property))))
    return undefined;
  const at = types.tsNode(node);
  const why = at && whyOf(types, at, fact);
  const leaf = why?.steps.at(-1);
  if (!at || !why || !leaf || isInWorkerBranch(at)) return undefined;
  const code = asynchronousCodeAround(types, at);
  if (!code || hasTag(code.body, 'nonBlocking') || keepsAround(types, at, code)) return undefined;
  if (isOutOfService(types, code, isAside)) return undefined;
  const chain = isCall(at) ? callsOfChain(types, at, why) : undefined;
  const last = chain ? (chain.at(-1) ?? at) : undefined;
  return {
    place: code.name,
    code: code.body,
    trace: traceOf(why) ?? leaf.name,
    leaf: `${leaf.file}:${leaf.line}:${leaf.name}`,
    cost: why.model?.blocks ?? 'wait',
    isDirect: why.steps.length === 1,
    links: chain?.every(call => call.getSourceFile() === at.getSourceFile()) ? chain.map(rangeOf) : undefined,
    twin: last && isCall(last) ? twinOf(modelOf(types, last)) : undefined,
    isInAsync: isAsync(code.body),
    isSharedWrite: writesShared(types, callOf(leaf)),
  };
}

/** Whether a call writes under a name that does not come with the call: a path in a field, or at the top of a module. */
function writesShared(types: Types, call: Call | undefined): boolean {
  const { how, key } = (call && modelOf(types, call)?.accesses) ?? {};
  const at = call && how === 'write' && key ? argumentAt(call, key) : undefined;
  if (!at) return false;
  const root = rootOf(at);
  if (root.kind === ts.SyntaxKind.ThisKeyword || ts.isStringLiteralLike(root)) return true;
  const declared = variableAt(types, root);
  return declared !== undefined && ts.isVariableDeclaration(declared) && !enclosingFunction(declared);
}

/** Where a node stands in its file, as ESLint counts. */
export type Range = readonly [number, number];

function twinOf(model: CallModel | undefined): Twin | undefined {
  if (model?.twin !== undefined) return { name: model.twin };
  const callback = model?.callbackTwin;
  return callback && { name: callback.name, callback: { result: callback.at?.replace(/^result\./, '') } };
}

function nameOf(property: TSESTree.Expression | TSESTree.PrivateIdentifier): string {
  return 'name' in property && typeof property.name === 'string' ? property.name : '';
}

function whyOf(types: Types, at: ts.Node, fact: BlocksBeyond): Why | undefined {
  if (isCall(at)) return fact.at(types, at);
  return ts.isPropertyAccessExpression(at) ? fact.ofRead(types, at) : fact.ofLoop(types, at);
}

/** A callback between the call and the code may be what runs once: `load ??= names.map(name => readFileSync(name))`. */
function keepsAround(types: Types, at: ts.Node, { body }: AsynchronousCode): boolean {
  for (let up = at.parent; up !== body; up = up.parent) {
    if (ts.isFunctionLike(up) && isKeptOnce(types, up)) return true;
  }
  return false;
}

/** `if (isMainThread) { … } else { … }`: the module is both, and which is which nobody need know to stay silent. */
function isInWorkerBranch(at: ts.Node): boolean {
  for (let up = at; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isIfStatement(up.parent) && up.parent.expression.getText().includes('isMainThread')) return true;
  }
  return false;
}

/** Whether the code runs while the process starts, in a worker, or for somebody who started a command. */
function isOutOfService(
  types: Types,
  { body, kind }: AsynchronousCode,
  isAside: (file: string) => boolean,
): boolean {
  const outside = (file: ts.SourceFile): boolean =>
    isAside(file.fileName) || setAside(types, file) !== undefined;
  const file = body.getSourceFile();
  const aside = setAside(types, file);
  // A command may hold a server as well: what it serves is served while others wait.
  if (isAside(file.fileName) || aside === 'worker' || (aside === 'command' && kind === 'asynchronous'))
    return true;
  return kind === 'asynchronous' && runsAtStart(types, body, outside) !== undefined;
}
