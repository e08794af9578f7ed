/** In-flight mark: a flag, counter or key that others see, set while work is under way and taken back when it is done. */
import type { TSESTree } from '@typescript-eslint/utils';
import { leavesWithout, placeOf, type Leak, type Place } from '../facts/leaves-without.js';
import { shortName, traceOf } from '../facts/steps.js';
import { modelOf } from '../facts/model-of.js';
import { countedUpBy, takenBackAt, takenBackBy } from '../facts/takes-back.js';
import { throws } from '../facts/throws.js';
import { ts } from '../typescript/compiler.js';
import { keyOf, pathOf } from '../typescript/flow-conditions.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { calleeName, calleeOf, isCall, originOf, plain, symbolAt } from '../typescript/origin.js';
import { returnsPromise } from '../typescript/shape-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { Types } from '../typescript/types-of.js';
import { walkOwn } from '../typescript/own-code.js';
import { walk } from '../typescript/walk.js';

/** A mark that a function sets and takes back. */
export interface InFlightMark {
  readonly node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression | TSESTree.CallExpression;
  /** How it reads: `this.isRunning`. */
  readonly name: string;
  readonly kind: 'flag' | 'counter' | 'key';
  /** A way out of the function on which it stays set. */
  leak(): Leak | undefined;
  /** What hands only success to the function that takes it back. */
  readonly onSuccess: { readonly by: string; readonly at: Place } | undefined;
}

/** Whether an assignment, or a call that puts a key into a set, can set a mark, by its syntax alone. */
export function mayMark(node: InFlightMark['node']): boolean {
  if (node.type === 'CallExpression') return isStatement(node) && mayMarkByCall(node);
  if (node.parent.type !== 'ExpressionStatement') return false;
  if (node.type === 'UpdateExpression') return node.operator === '++';
  if (node.operator === '+=') return node.right.type === 'Literal' && node.right.value === 1;
  return node.operator === '=' && node.right.type === 'Literal' && node.right.value === true;
}

/** A call that nobody wants anything of, waited for or not. */
function isStatement({ parent }: TSESTree.CallExpression): boolean {
  return (parent.type === 'AwaitExpression' ? parent.parent : parent).type === 'ExpressionStatement';
}

/** `busy.add(id)`, `this.begin()`, `begin()`. */
function mayMarkByCall({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type === 'Identifier') return true;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (callee.object.type === 'ThisExpression') return true;
  return callee.property.name === 'add' || callee.property.name === 'set';
}

/** The mark that is set here, or undefined where it is never taken back, nobody else sees it, or nobody asks. */
export function recogniseInFlightMark(types: Types, node: InFlightMark['node']): InFlightMark | undefined {
  const set = types.tsNode(node);
  const mark = set && markOf(types, set);
  const code = set && codeAround(set);
  if (!mark || !code || ts.isSourceFile(code)) return undefined;
  if (mark.target && !isSeenByOthers(types, mark.target, code)) return undefined;
  const { kind, name } = mark;
  const resets = resetsOf(types, code, mark);
  const onSuccess = resets.length === 0 ? onSuccessAlone(types, code, mark) : undefined;
  if (onSuccess) return { node, name, kind, leak: () => undefined, onSuccess };
  if (resets.length === 0 || (kind !== 'counter' && !isGuarded(code, set, mark))) return undefined;
  const failing = failingHandler(types, set, resets);
  if (failing) return { node, name, kind, leak: () => failing, onSuccess: undefined };
  if (!isAsync(code)) return undefined;
  const points = new Set(resets.map(reset => outermostIn(code, reset)));
  // What some ways keep by design is no mark of work under way.
  if (leavesWithout(types, set, points, { quietly: true })) return undefined;
  return { node, name, kind, leak: () => leavesWithout(types, set, points), onSuccess: undefined };
}

interface Mark {
  readonly kind: InFlightMark['kind'];
  /** What holds it: the flag, the counter, or the set of keys; undefined where a callee sets it, for others to see. */
  readonly target: ts.Expression | undefined;
  readonly name: string;
  /** The text of the key. */
  readonly key: string | undefined;
}

function markOf(types: Types, node: ts.Node): Mark | undefined {
  if (ts.isCallExpression(node))
    return keyedBy(types, node, /^(?:Set#add|Map#set)$/) ?? countedBy(types, node);
  const isCounted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  const target = isCounted ? node.operand : ts.isBinaryExpression(node) ? node.left : undefined;
  const name = target && pathOf(target);
  if (!target || name === undefined) return undefined;
  const isFlag = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return { kind: isFlag ? 'flag' : 'counter', target: plain(target), name, key: undefined };
}

/** `this.busy.add(id)` and its like, of the Set and Map of the language. */
function keyedBy(types: Types, call: ts.CallExpression, members: RegExp): Mark | undefined {
  const callee = calleeOf(call);
  const [key] = call.arguments;
  const target = ts.isPropertyAccessExpression(callee) ? plain(callee.expression) : undefined;
  const name = target && pathOf(target);
  if (!target || name === undefined || !key) return undefined;
  const origin = originOf(types, call);
  const isOwn = origin?.package === 'global' && origin.paths.some(path => members.test(path));
  return isOwn ? { kind: 'key', target, name, key: key.getText() } : undefined;
}

/** `await this.takeSlot()`, where somebody else in the function gives the slot back. */
function countedBy(types: Types, call: ts.CallExpression): Mark | undefined {
  const name = countedUpBy(types, call);
  return name === undefined ? undefined : { kind: 'counter', target: undefined, name, key: undefined };
}

function isAsync(code: Code): boolean {
  return (
    !ts.isSourceFile(code) &&
    (code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

/** Members, and variables from outside the function. */
function isSeenByOthers(types: Types, target: ts.Expression, code: Code): boolean {
  let root = target;
  while (ts.isPropertyAccessExpression(root)) root = plain(root.expression);
  if (root.kind === ts.SyntaxKind.ThisKeyword) return root !== target;
  if (!ts.isIdentifier(root)) return false;
  const declared = symbolAt(types, root)?.valueDeclaration;
  if (!declared) return false;
  const isOwn = codeAround(declared) === code && !ts.isParameter(declared);
  return !isOwn && (root !== target || !ts.isParameter(declared));
}

/** Where it is taken back: by itself, or by a method called on `this`; the functions inside that do so included. */
function resetsOf(types: Types, code: Code, mark: Mark): readonly ts.Node[] {
  const resets: ts.Node[] = [];
  walk(code, node => {
    if (mark.kind === 'key') {
      const taken = ts.isCallExpression(node) ? keyedAway(types, node, mark) : false;
      if (taken) resets.push(node);
      return;
    }
    const own = takenBackAt(node);
    const taken = own ? [own] : isCall(node) ? takenBackBy(types, node) : [];
    if (taken.some(({ name, kind }) => name === mark.name && kind === mark.kind)) resets.push(node);
  });
  return resets;
}

function keyedAway(types: Types, call: ts.CallExpression, { name, key }: Mark): boolean {
  if (calleeName(call) !== 'delete' && calleeName(call) !== 'clear') return false;
  const away = keyedBy(types, call, /^(?:Set|Map)#delete$/);
  return away?.name === name && away.key === key;
}

function outermostIn(code: Code, node: ts.Node): ts.Node {
  let outermost = node;
  for (let up = node; up !== code; up = up.parent) if (ts.isFunctionLike(up)) outermost = up;
  return outermost;
}

/** `work().then(() => { this.active--; })`: where the work fails, nobody takes it back. */
function failingHandler(types: Types, set: ts.Node, resets: readonly ts.Node[]): Leak | undefined {
  const code = codeAround(set);
  const chains = resets.map(reset => (code ? fulfilledBy(code, reset) : undefined));
  const [chain] = chains;
  if (!chain || chains.some(each => each !== chain) || chain.pos < set.end) return undefined;
  const callee = calleeOf(chain);
  const work = ts.isPropertyAccessExpression(callee) ? plain(callee.expression) : undefined;
  if (!work || !isCall(work) || !returnsPromise(types, work)) return undefined;
  const why = throws.of(types, work);
  if (!why) return undefined;
  const by = traceOf(why) ?? shortName(calleeOf(work));
  return { how: 'throw', by, node: work, at: placeOf(work), caught: false };
}

/** The `.then(…)` of which a node stands in the first function, with no other that sees its failure. */
function fulfilledBy(code: Code, node: ts.Node): ts.CallExpression | undefined {
  const handler = outermostIn(code, node);
  const { parent } = handler;
  if (handler === node || !ts.isCallExpression(parent) || calleeName(parent) !== 'then') return undefined;
  return parent.arguments.length === 1 && parent.arguments[0] === handler ? parent : undefined;
}

/** A counter of a class that only the first function of `interceptors.response.use(…)` counts down. */
function onSuccessAlone(types: Types, code: Code, { name, kind }: Mark): InFlightMark['onSuccess'] {
  const owner = classAround(code);
  if (!owner || kind !== 'counter' || !name.startsWith('this.')) return undefined;
  const found = new Set<ts.CallExpression | undefined>();
  walk(owner, node => {
    const own = takenBackAt(node);
    // What a method takes back is taken back where that is called.
    if (own?.name === name && own.kind === kind && !isMethod(node)) found.add(successOf(types, node));
    if (isCall(node) && takenBackBy(types, node).some(each => each.name === name && each.kind === kind))
      found.add(successOf(types, node));
  });
  const [call] = found;
  if (!call || found.size > 1) return undefined;
  return { by: shortName(calleeOf(call)), at: placeOf(calleeOf(call)) };
}

function classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let up = node; !ts.isSourceFile(up); up = up.parent) if (ts.isClassLike(up)) return up;
  return undefined;
}

function isMethod(node: ts.Node): boolean {
  const code = codeAround(node);
  return code !== undefined && ts.isMethodDeclaration(code);
}

/** The call whose function for success a node stands in, and whose function for failure knows nothing of it. */
function successOf(types: Types, node: ts.Node): ts.CallExpression | undefined {
  const handler = codeAround(node);
  const call = handler?.parent;
  if (!handler || !call || !ts.isCallExpression(call)) return undefined;
  const settles = modelOf(types, call)?.settles;
  return settles && argumentAt(call, settles.done) === handler ? call : undefined;
}

/** `if (this.isRunning) return;` before it is set: somebody is turned away, or waits, as long as it is. */
function isGuarded(code: Code, set: ts.Node, mark: Mark): boolean {
  let found = false;
  walkOwn(ts.isSourceFile(code) ? code : code.body, node => {
    const isAsked = ts.isIfStatement(node) || ts.isWhileStatement(node);
    if (found || !isAsked || node.pos > set.pos) return;
    const asked: ts.Expression[] = [node.expression];
    for (let each = asked.pop(); each && !found; each = asked.pop()) {
      const value = plain(each);
      if (ts.isBinaryExpression(value)) asked.push(value.left, value.right);
      if (ts.isPrefixUnaryExpression(value)) asked.push(value.operand);
      found ||= mark.kind === 'key' ? asksKey(value, mark) : keyOf(value)?.key.text === mark.name;
    }
  });
  return found;
}

function asksKey(value: ts.Expression, { name, key }: Mark): boolean {
  if (!ts.isCallExpression(value) || calleeName(value) !== 'has') return false;
  const callee = calleeOf(value);
  return (
    ts.isPropertyAccessExpression(callee) &&
    pathOf(callee.expression) === name &&
    value.arguments[0]?.getText() === key
  );
}
