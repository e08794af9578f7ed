/**
 * What becomes of a value in the function that holds it: where it is given back, and where somebody else takes it
 * over. What cannot be told counts as taken over, so that nobody is blamed for what another does.
 */
import { bodyOf } from '../typescript/body-of.js';
import { isAssignment } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { pathOf } from '../typescript/flow-conditions.js';
import { calleeName, calleeOf, isCall, originOf, plain, type Call } from '../typescript/origin.js';
import { reaches } from '../typescript/paths.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { anyBelow, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import type { CallModel, NamePath } from '../vocabulary.js';
import { handlesResource } from './handles-resource.js';
import { catalogueFor, modelOf } from './model-of.js';
import { isMemberName } from '../typescript/variable-at.js';

/** What ends somebody's duty towards a value. */
export interface Fate {
  /** The calls that give it back. */
  readonly releases: readonly Call[];
  /** Nodes of the function's own code at which it has been given back or taken over. */
  readonly settled: ReadonlySet<ts.Node>;
}

/**
 * What is held: the names of a value, how it is given back and the lender as written, where one is (`dataSource`); or what a
 * method was called on (`this.semaphore`).
 */
export type Held =
  | {
      readonly names: readonly ts.Identifier[];
      readonly by: readonly NamePath[];
      readonly lender?: string | undefined;
    }
  | { readonly on: string };

/** What else is known of the one who holds something. */
export interface HolderOptions {
  /** Leaves out calls that give back in a way of their own. */
  readonly counts?: (release: Call) => boolean;
  /** Calls by which the holder shows that it is still the one, besides those that give back. */
  readonly ownedAt?: readonly ts.Node[];
}

/** Follows what is held through the code that holds it. */
export function whatBecomesOf(
  types: Types,
  code: Code,
  held: Held,
  { counts = () => true, ownedAt = [] }: HolderOptions = {},
): Fate {
  const releases: Call[] = [];
  const settled = new Set<ts.Node>();
  const lent: End[] = [];
  const settle = (end: End): void => {
    if (end.how === 'released' && isCall(end.node)) {
      if (!counts(end.node)) return;
      releases.push(end.node);
    }
    for (const node of pointsOf(types, code, end.node)) settled.add(node);
    if (end.how === 'released' && 'names' in held)
      for (const node of ownConditions(end.node, held.names)) settled.add(node);
  };
  if ('on' in held) {
    for (const call of releasesOn(types, code, held.on)) settle({ how: 'released', node: call });
  } else {
    for (const use of held.names.flatMap(name => usesOf(types, name))) {
      const end = endAt(types, use, held.by);
      if (end?.how === 'lent') lent.push(end);
      else if (end) settle(end);
    }
    for (const call of takenBackWith(types, code, held.lender)) settle({ how: 'taken over', node: call });
  }
  const owned = [...releases, ...ownedAt];
  for (const end of lent) if (!isOwnedAfter(types, code, end.node, owned)) settle(end);
  return { releases, settled };
}

/**
 * The `if`s around a release that ask nothing but what is held: `if (!runner.isReleased) await runner.release()`. Where it
 * says no, there is nothing to give back, or whoever asked knows why not.
 */
function ownConditions(release: ts.Node, names: readonly ts.Identifier[]): readonly ts.Node[] {
  const own = new Set(names.map(({ text }) => text));
  const found: ts.Node[] = [];
  for (
    let node = release;
    !ts.isFunctionLike(node.parent) && !ts.isSourceFile(node.parent);
    node = node.parent
  ) {
    const { parent } = node;
    if (!ts.isIfStatement(parent) || parent.thenStatement !== node) continue;
    const asksOthers = anyBelow(
      parent.expression,
      each =>
        ts.isIdentifier(each) && !own.has(each.text) && !isMemberName(each) && each.text !== 'undefined',
    );
    if (!asksOthers) found.push(parent);
  }
  return found;
}

/** Who gives something back itself, or ends it, once a callee has returned, has not handed it over to that. */
function isOwnedAfter(types: Types, code: Code, call: ts.Node, owned: readonly ts.Node[]): boolean {
  return (
    codeAround(call) === code &&
    owned.some(each => codeAround(each) === code && reaches(types, call, each, new Set(), true))
  );
}

interface End {
  /** `lent`: given to somebody of whom nobody knows what he does with it. */
  readonly how: 'released' | 'taken over' | 'lent';
  readonly node: ts.Node;
}

/** The calls that give back what stands in front of the dot: `this.semaphore.release()`. */
function releasesOn(types: Types, code: Code, on: string): readonly Call[] {
  const names = catalogueFor(types).namesWith('releases');
  const found: Call[] = [];
  walk(code, node => {
    if (!isCall(node) || !names.has(calleeName(node) ?? '')) return;
    const receiver = argumentAt(node, 'this');
    if (!receiver || pathOf(receiver) !== on) return;
    if (handlesResource.of(types, node)?.releases?.includes('this')) found.push(node);
  });
  return found;
}

/** The calls by which a lender ends and gives back all that it has lent: `dataSource.destroy()`. */
function takenBackWith(types: Types, code: Code, lender: string | undefined): readonly Call[] {
  const names = catalogueFor(types).namesWith('takesBackAll');
  const found: Call[] = [];
  if (lender === undefined) return found;
  walk(code, node => {
    if (!isCall(node) || !names.has(calleeName(node) ?? '')) return;
    const receiver = argumentAt(node, 'this');
    if (receiver && pathOf(receiver) === lender && modelOf(types, node)?.takesBackAll) found.push(node);
  });
  return found;
}

/** Whether a use of a value ends the duty towards it. */
function endAt(types: Types, use: ts.Node, by: readonly NamePath[], depth = 0): End | undefined {
  let node = use;
  /** Whether the value is a part of the node by now. */
  let isPart = false;
  for (;;) {
    const { parent } = node;
    if (ts.isExpression(parent) && ts.isExpression(node) && plain(parent) === plain(node)) node = parent;
    else if (ts.isConditionalExpression(parent)) {
      if (parent.condition === node) return undefined;
      node = parent;
    } else if (ts.isBinaryExpression(parent)) {
      if (!isChosenBy(parent, node)) return takenByOperator(parent, node, use);
      node = parent;
    } else if (
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isArrayLiteralExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent)
    ) {
      isPart = true;
      node = parent;
    } else if (ts.isPropertyAccessExpression(parent)) {
      return isPart ? undefined : atMember(types, parent, by);
    } else if (isCall(parent)) {
      return atCall(types, parent, node, isPart ? 'part' : 'whole', by, depth);
    } else if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name) && !isPart) {
      const taken = parent.name.elements.some(element =>
        isReleasing(element.propertyName ?? element.name, by),
      );
      return taken ? { how: 'taken over', node: use } : undefined;
    } else {
      return isUse(parent, node) ? undefined : { how: 'taken over', node: use };
    }
  }
}

/** Whether an operator's value may be that of one of its sides. */
function isChosenBy({ operatorToken: { kind }, left }: ts.BinaryExpression, side: ts.Node): boolean {
  return (
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    (side !== left && (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.CommaToken))
  );
}

function takenByOperator(parent: ts.BinaryExpression, side: ts.Node, use: ts.Node): End | undefined {
  const { kind } = parent.operatorToken;
  return isAssignment(kind) && side === parent.right ? { how: 'taken over', node: use } : undefined;
}

/** `client.release()`, `client.release` handed on as a function, or any other member. */
function atMember(
  types: Types,
  member: ts.PropertyAccessExpression,
  by: readonly NamePath[],
): End | undefined {
  let callee: ts.Node = member;
  while (ts.isParenthesizedExpression(callee.parent) || ts.isNonNullExpression(callee.parent))
    callee = callee.parent;
  const call = callee.parent;
  const isRelease = isReleasing(member.name, by);
  if (ts.isCallExpression(call) && call.expression === callee) {
    if (isRelease || handlesResource.of(types, call)?.releases?.includes('this'))
      return { how: 'released', node: call };
    return undefined;
  }
  return isRelease ? { how: 'taken over', node: member } : undefined;
}

function isReleasing(name: ts.Node, by: readonly NamePath[]): boolean {
  return ts.isMemberName(name) && by.some(path => path.endsWith(`#${name.text}`));
}

function atCall(
  types: Types,
  call: Call,
  node: ts.Node,
  given: 'part' | 'whole',
  by: readonly NamePath[],
  depth: number,
): End | undefined {
  // `release()`: what was lent is itself the function that gives it back.
  if (calleeOf(call) === node || ts.isTaggedTemplateExpression(call)) {
    return by.some(path => path.endsWith('#()') || !path.includes('#'))
      ? { how: 'released', node: call }
      : undefined;
  }
  const index = call.arguments?.findIndex(argument => argument === node) ?? -1;
  const handling = handlesResource.of(types, call);
  if (handling?.releases?.includes(`arg${index}`)) return { how: 'released', node: call };
  // What an object keeps that is made here is given back here.
  const made = ts.isNewExpression(call) ? 'lent' : 'taken over';
  if (handling?.takesOver?.includes(`arg${index}`)) return { how: made, node: call };
  if (takesPart(modelOf(types, call))) return undefined;
  const body = bodyOf(types, call);
  const isLeft = body && given === 'whole' && !mayKeep(types, body, index, depth);
  if (isLeft) return undefined;
  // `this.clients.add(client)`: who has the collection may give it back.
  return { how: originOf(types, call)?.package === 'global' ? 'taken over' : 'lent', node: call };
}

/** What a library only works with, it leaves to whoever holds it; a list that is put into does not. */
function takesPart(model: CallModel | undefined): boolean {
  if (!model) return false;
  const { queries, joins, waitsFor, begins, ends } = model;
  return [queries, joins, waitsFor, begins, ends].some(word => word !== undefined);
}

/** Deeper than this, a function may do anything with what it is given. */
const deepest = 4;

/** Whether a function may give back or take over what it is given at a position. */
function mayKeep(types: Types, body: FunctionNode, index: number, depth: number): boolean {
  const name = body.parameters[index]?.name;
  // What it has no parameter for it may still see in `arguments`, but nobody does that.
  if (!name) return body.parameters.some(parameter => parameter.dotDotDotToken);
  if (!ts.isIdentifier(name) || depth >= deepest) return true;
  return usesOf(types, name).some(use => endAt(types, use, [], depth + 1) !== undefined);
}

/** Whether a value is only looked at where it stands. */
function isUse(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  return (
    ts.isExpressionStatement(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isVoidExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isIterationStatement(parent, false) ||
    ts.isTemplateSpan(parent) ||
    ts.isTypeNode(parent)
  );
}

/** The points of the code's own flow at which something in it has happened; a function inside is a point itself. */
export function pointsOf(types: Types, code: Code, node: ts.Node, depth = 0): readonly ts.Node[] {
  let outermost: ts.Node | undefined;
  for (let up = node; up !== code; up = up.parent) {
    if (isFunctionNode(up) || ts.isClassLike(up)) outermost = up;
    if (ts.isSourceFile(up)) return [];
  }
  if (!outermost) return [node];
  const name = nameOf(outermost);
  // `const cleanUp = () => client.release()`: it happens where that is used.
  if (name) return depth > 2 ? [] : usesOf(types, name).flatMap(use => pointsOf(types, code, use, depth + 1));
  return [outermost, ...handledBy(outermost)];
}

function nameOf(inner: ts.Node): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(inner)) return inner.name;
  const { parent } = inner;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** `work().finally(() => client.release())`: what is called before nearly never throws by itself. */
function handledBy(callback: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  let call: ts.Node = callback.parent;
  while (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)) {
    if (!['then', 'catch', 'finally'].includes(call.expression.name.text)) break;
    call = plain(call.expression.expression);
    found.push(call);
  }
  return found;
}
