/**
 * Can a function be left while what it set up is still there: a timer that nobody clears, a listener that nobody takes
 * off? Followed along the paths of its code, through what `.finally` runs; undefined where somebody else may undo it.
 */
import { ts } from '../typescript/compiler.js';
import { calleeName, calleeOf, isCall, plain } from '../typescript/origin.js';
import { pathAvoiding, type Exit } from '../typescript/paths.js';
import { usesOf } from '../typescript/references.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isAssignment } from '../typescript/code-shapes.js';
import { anyBelow, enclosingFunction, isAsync, isFunctionNode } from '../typescript/walk.js';
import { shortName } from './steps.js';
import { modelOf } from './model-of.js';

/** What else decides whether something is left. */
export interface LeftOptions {
  /** Names members that make it harmless: `unref`. */
  readonly isHarmless?: (member: string) => boolean;
  /**
   * Only where all ways undo it but those on which something throws: who undoes it elsewhere may mean it to stay, and who
   * does it nowhere may as well.
   */
  readonly onlyByFailure?: boolean;
  /** What the name stands for is there from the beginning, so that who asks for it before undoing it finds it. */
  readonly isThere?: boolean;
}

/** When something is still there, in the words of a message. */
export type Leftover = string;

/** Nobody undoes it at all. */
export const always: Leftover = 'whatever happens';

/**
 * When what `from` set up under a name is still there.
 *
 * @param from where the paths begin: the call that sets it up, or the function that runs it at once
 */
export function leftBehind(
  types: Types,
  name: ts.Identifier,
  from: ts.Expression,
  { isHarmless = () => false, onlyByFailure = false, isThere = false }: LeftOptions = {},
): Leftover | undefined {
  const home = enclosingFunction(from);
  const undoing = new Set<ts.Node>();
  let onSuccess: ts.CallExpression | undefined;
  for (const use of usesOf(types, name)) {
    const { parent } = use;
    if (isSet(use)) continue;
    if (isOnlyAsked(use)) {
      if (isThere && guards(use)) undoing.add(use);
      continue;
    }
    if (ts.isPropertyAccessExpression(parent) && parent.expression === use) {
      if (isHarmless(parent.name.text)) return undefined;
      continue;
    }
    const step = undoneBy(types, use, home);
    if (step === 'setup') continue;
    if (!step) {
      onSuccess = onSuccess === undefined ? successOf(use, home) : undefined;
      if (!onSuccess) return undefined;
      continue;
    }
    undoing.add(step);
  }
  if (onlyByFailure && (undoing.size === 0 || pathAvoiding(types, from, undoing, { mayThrow: () => false })))
    return undefined;
  if (onSuccess) return undoing.size === 0 ? wordsOf({ how: 'throw', node: onSuccess }) : undefined;
  if (undoing.size === 0) return always;
  // What a call throws at once is a mistake of the code; what is waited for fails every day.
  const exit = pathAvoiding(types, from, undoing, { mayThrow: mayReject });
  return exit && wordsOf(exit);
}

/** Whether a node waits for what may fail: not for `work.then(keep, keepError)` and `work.catch(log)`, which took that. */
function mayReject(node: ts.Node): boolean {
  return ts.isAwaitExpression(node) && !isTakenCareOf(plain(node.expression));
}

function isTakenCareOf(promise: ts.Expression): boolean {
  if (!ts.isCallExpression(promise) || !ts.isPropertyAccessExpression(promise.expression)) return false;
  const [first, second] = promise.arguments.map(plain);
  const name = promise.expression.name.text;
  if (name === 'finally') return isTakenCareOf(plain(promise.expression.expression));
  if (name === 'catch') return first !== undefined && isCalm(first);
  // What is made of the answer can fail, and nobody takes that.
  return name === 'then' && [first, second].every(each => each && isCalm(each)) && !callsAnything(first);
}

/** A handler that neither throws nor waits for anything. */
function isCalm(handler: ts.Expression): boolean {
  if (!isFunctionNode(handler) || isAsync(handler)) return false;
  return !anyBelow(handler.body, ts.isThrowStatement);
}

function callsAnything(handler: ts.Expression | undefined): boolean {
  return handler !== undefined && anyBelow(handler, isCall);
}

/** The step of the function that undoes it; undefined where the use may hand it to anybody. */
function undoneBy(types: Types, use: ts.Node, home: ts.Node | undefined): ts.Node | 'setup' | undefined {
  const call = use.parent;
  if (!isCall(call) || ts.isTaggedTemplateExpression(call)) return undefined;
  const model = modelOf(types, call);
  if (model?.listens) return 'setup';
  if (!model?.releases || argumentAt(call, model.releases) !== use) return undefined;
  const around = enclosingFunction(call);
  if (around === home) return call;
  // `work.finally(() => clearTimeout(timer))`.
  const chain = around?.parent;
  if (!chain || !isCall(chain) || calleeName(chain) !== 'finally' || enclosingFunction(chain) !== home)
    return undefined;
  return chain;
}

/** The call whose success alone is what undoes it: `load().then(answer => { clearTimeout(timer); return answer; })`. */
function successOf(use: ts.Node, home: ts.Node | undefined): ts.CallExpression | undefined {
  const callback = isCall(use.parent) ? enclosingFunction(use.parent) : undefined;
  const chain = callback?.parent;
  if (!chain || !ts.isCallExpression(chain) || chain.arguments.length !== 1) return undefined;
  if (calleeName(chain) !== 'then' || enclosingFunction(chain) !== home) return undefined;
  let work: ts.Expression = chain;
  while (ts.isCallExpression(work) && ts.isPropertyAccessExpression(work.expression)) {
    if (!['then', 'catch', 'finally'].includes(work.expression.name.text)) break;
    work = plain(work.expression.expression);
  }
  return ts.isCallExpression(work) && work !== chain ? work : undefined;
}

/** Whether a use only gives the name its value. */
function isSet(use: ts.Node): boolean {
  const { parent } = use;
  return ts.isBinaryExpression(parent) && parent.left === use && isAssignment(parent.operatorToken.kind);
}

/** `if (timer) …`, `timer !== undefined`; but not `waiter.timer = timer`, by which others may undo it. */
function isOnlyAsked(use: ts.Node): boolean {
  const { parent } = use;
  return (
    (ts.isIfStatement(parent) && parent.expression === use) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind !== ts.SyntaxKind.CommaToken &&
      !isAssignment(parent.operatorToken.kind))
  );
}

/** Whether what stands behind a question uses the name again: `if (timer !== undefined) clearTimeout(timer)`. */
function guards(use: ts.Node): boolean {
  const { parent } = use;
  const negated = ts.isPrefixUnaryExpression(parent);
  let question: ts.Node = use;
  while (ts.isExpression(question.parent) && !isShortened(question)) question = question.parent;
  const { parent: up } = question;
  const behind = ts.isIfStatement(up) ? up.thenStatement : ts.isBinaryExpression(up) ? up.right : undefined;
  const isAgain = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === use.getText();
  return !negated && behind !== undefined && anyBelow(behind, isAgain);
}

/** The left side of `timer && clearTimeout(timer)`. */
function isShortened({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

function wordsOf({ how, node: last, after }: Pick<Exit, 'how' | 'node' | 'after'>): Leftover {
  // What is thrown and caught first is what led past the step that undoes it; what throws next only ends the function.
  const node = how === 'throw' && after && isThrowing(after) ? after : last;
  const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
  if (how === 'throw' && (ts.isAwaitExpression(node) || ts.isCallExpression(node))) {
    const awaited = ts.isAwaitExpression(node) ? plain(node.expression) : node;
    const work = isCall(awaited) ? shortName(calleeOf(awaited)) : shortName(awaited);
    return `when \`${work}\` in line ${line} throws`;
  }
  if (how === 'throw') return `after the \`throw\` in line ${line}`;
  if (how === 'return') return `after the \`return\` in line ${line}`;
  return how === 'again' ? 'when the next turn of the loop sets it anew' : 'when the function ends';
}

/** Whether it is left by what throws, and not by a `break` or `continue`. */
function isThrowing(node: ts.Node): boolean {
  return ts.isAwaitExpression(node) || isCall(node) || ts.isThrowStatement(node);
}

/** Milliseconds up to which a timer that is left behind is not worth a word. */
const shortest = 1000;

/** Whether a delay is a number in the code that is over before anybody notices. */
export function isShort(types: Types, delay: ts.Expression | undefined): boolean {
  const milliseconds = delay && numberOf(types, delay);
  return milliseconds !== undefined && milliseconds <= shortest;
}
