/** Checkout: the time between acquiring something and giving it back, and the ways on which it is not given back. */
import type { TSESTree } from '@typescript-eslint/utils';
import { presenceTest } from '../facts/connection-of.js';
import { shortName } from '../facts/steps.js';
import { keepsState } from '../facts/ends-transaction.js';
import { foreignWorkAfter, type ForeignWork } from '../facts/foreign-work.js';
import { handlesResource, type ResourceHandling } from '../facts/handles-resource.js';
import { leavesWithout, placeOf, type Leak as Leaving, type Place } from '../facts/leaves-without.js';
import { modelOf } from '../facts/model-of.js';
import { handlerOf } from '../facts/reached-from.js';
import { throws } from '../facts/throws.js';
import { waitsForIo } from '../facts/waits-for-io.js';
import { whatBecomesOf, type Fate, type Held } from '../facts/what-becomes-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { isWithin } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { pathOf } from '../typescript/flow-conditions.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { calleeOf, callsParameter, plain, symbolAt, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { NamePath, Resource, ValuePath } from '../vocabulary.js';

export type { Place } from '../facts/leaves-without.js';

/** Something that is acquired in a function and is that function's to give back. */
export interface Checkout {
  /** The call that acquires. */
  readonly node: TSESTree.CallExpression;
  /** How it reads: `pool.connect`. */
  readonly call: string;
  readonly what: Resource;
  /** Whether others wait for what is held: it comes out of a pool. */
  readonly pooled: boolean;
  /** How it is given back here, `client.release`; undefined where nothing in the function does. */
  readonly release: string | undefined;
  /** Where the calls stand that give it back: ranges of the text. */
  readonly releasedAt: readonly Place[];
  /** A way out of the function on which it is not given back, the shortest. */
  leak(): Leak | undefined;
  /** What is waited for while a connection out of a pool is held for nothing but queries, and has nothing to do with it. */
  foreignWork(): readonly ForeignWork[];
  /** A `finally` that gives it back even where it could not be acquired, since that stands in the `try`. */
  releasedAnyway(): Place | undefined;
  /** Work that is returned with it before it is done, although a `finally` gives it back at once. */
  returned(): readonly ReturnedWork[];
}

/** A way on which something is not given back. */
export interface Leak extends Leaving {
  /** The throw stands in the very `finally` or `catch` that gives it back later. */
  readonly inCleanUp: boolean;
}

/** `return client.query(…)` in a `try` whose `finally` releases the client. */
export interface ReturnedWork {
  readonly call: string;
  readonly at: Place;
  /** Whether the function is `async`, so that `await` may be written before it. */
  readonly inAsync: boolean;
}

/** Whether a call can acquire something, by its syntax alone. */
export function mayAcquire(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier') return false;
  return catalogue.namesWith('acquires').has(name.name) || mayLend(node);
}

/** `const client = await this.borrow()`: what is lent by the project's own code has any name. */
function mayLend(node: TSESTree.CallExpression): boolean {
  const { parent } = node;
  if (parent.type !== 'AwaitExpression') return false;
  return parent.parent.type === 'VariableDeclarator' || parent.parent.type === 'AssignmentExpression';
}

/** What a call acquires for the function around it; undefined for other calls, and for what others answer for. */
export function recogniseCheckout(types: Types, node: TSESTree.CallExpression): Checkout | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call)) return undefined;
  const acquired = handlesResource.of(types, call)?.acquires;
  const code = acquired && codeAround(call);
  // What a module acquires while it loads, it holds as long as the process runs.
  if (!code || ts.isSourceFile(code)) return undefined;
  // A connection of one's own ends with the script that opened it; what serves requests opens one after the other.
  if (acquired.what === 'connection' && !acquired.pooled && !handlerOf(types, call)) return undefined;
  const held = heldBy(types, code, call, acquired);
  if (!held) return undefined;
  const fate = whatBecomesOf(types, code, held);
  const [release] = fate.releases;
  if (!release && fate.settled.size > 0) return undefined;
  return {
    node,
    call: shortName(calleeOf(call)),
    what: acquired.what,
    pooled: acquired.pooled === true,
    release: release && shortName(calleeOf(release)),
    releasedAt: fate.releases.map(each => placeOf(each)),
    leak: () => leakOf(types, call, held, fate, acquired.lazy === true),
    foreignWork: () => meanwhile(types, call, code, held, fate, acquired),
    releasedAnyway: () => (isEmptyBefore(types, held) ? releasedAnyway(types, call, code, fate) : undefined),
    returned: () => returnedWork(types, code, workUnder(types, held, acquired), fate),
  };
}

type Acquired = NonNullable<ResourceHandling['acquires']>;

/** What holds it: variables of this function, or the receiver; undefined where it goes elsewhere at once. */
export function heldBy(
  types: Types,
  code: Code,
  call: ts.CallExpression,
  acquired: Acquired,
): Held | undefined {
  const by: readonly NamePath[] =
    typeof acquired.release === 'string' ? [acquired.release] : acquired.release;
  const receiver = argumentAt(call, 'this');
  const on = receiver && pathOf(receiver);
  if (acquired.at === 'this') return on === undefined ? undefined : heldByReceiver(types, code, on);
  if (!acquired.at.startsWith('result')) return undefined;
  const value = keptAs(types, call);
  // `await mutex.acquire()`, given back by `mutex.release()`.
  if (value === 'nowhere') return on === undefined ? undefined : heldByReceiver(types, code, on);
  const names = value && namesOf(value, acquired.at).filter(name => isDeclaredIn(types, name, code));
  return names && names.length > 0 ? { names, by, lender: on } : undefined;
}

/** Only where it is given back in the same function: elsewhere whoever holds the receiver may do so. */
function heldByReceiver(types: Types, code: Code, on: string): Held | undefined {
  return whatBecomesOf(types, code, { on }).releases.length > 0 ? { on } : undefined;
}

/** What the result of a call, awaited if it is a promise, is put into. */
function keptAs(types: Types, call: ts.CallExpression): ts.BindingName | 'nowhere' | undefined {
  let node: ts.Node = call;
  let isAwaited = false;
  for (;;) {
    const { parent } = node;
    if (ts.isAwaitExpression(parent)) isAwaited = true;
    else if (!isPassedOn(parent, node)) break;
    node = parent;
  }
  if (!isAwaited && returnsPromise(types, call)) return undefined;
  const { parent } = node;
  if (ts.isExpressionStatement(parent)) return 'nowhere';
  if (ts.isVariableDeclaration(parent)) return parent.name;
  const isAssigned =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(parent.left);
  if (!isAssigned) return undefined;
  const declared = symbolAt(types, parent.left)?.valueDeclaration;
  return declared && ts.isVariableDeclaration(declared) ? declared.name : undefined;
}

/** Whether an expression's value is that of a part of it: `given ?? (await pool.connect())`. */
function isPassedOn(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return (
      parent.right === node &&
      (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken)
    );
  }
  return ts.isExpression(parent) && ts.isExpression(node) && plain(parent) === plain(node);
}

/** The names that hold what stands at a path of the result: `release` of `const [value, release] = …` for `result.1`. */
function namesOf(name: ts.BindingName, at: ValuePath): readonly ts.Identifier[] {
  const [, part] = at.split('.');
  if (ts.isIdentifier(name)) return part === undefined ? [name] : [];
  const elements: readonly ts.ArrayBindingElement[] = name.elements;
  return elements.flatMap((each, index) => {
    if (!ts.isBindingElement(each) || !ts.isIdentifier(each.name)) return [];
    return part === undefined || Number(part) === index || keyOf(each) === part ? [each.name] : [];
  });
}

/** The name of a variable or parameter that is not taken apart. */
export function lentName(declared: ts.Declaration): ts.Identifier | undefined {
  const named = ts.isVariableDeclaration(declared) || ts.isParameter(declared) ? declared.name : undefined;
  return named && ts.isIdentifier(named) ? named : undefined;
}

function keyOf({ name, propertyName }: ts.BindingElement): string {
  return (propertyName ?? name).getText();
}

function isDeclaredIn(types: Types, name: ts.Identifier, code: Code): boolean {
  return codeAround(name) === code && symbolAt(types, name) !== undefined;
}

function leakOf(
  types: Types,
  call: ts.CallExpression,
  held: Held,
  fate: Fate,
  isLazy: boolean,
): Leak | undefined {
  const except = (each: Call): boolean => isConnecting(types, each, held);
  const leaving = isLazy
    ? firstOf(
        usesOfHeld(types, held).filter(use => !fate.settled.has(use) && codeAround(use) === codeAround(call)),
        use =>
          leavesWithout(types, use, fate.settled, { except, again: false }) ??
          leavesWithout(types, call, fate.settled, { except, by: use }),
      )
    : leavesWithout(types, call, fate.settled, { except });
  return leaving && { ...leaving, inCleanUp: isInCleanUp(leaving.node, fate) };
}

/** Where a transaction is begun on it, or it is held for its session's sake, that is what it is held for. */
function meanwhile(
  types: Types,
  call: ts.CallExpression,
  code: Code,
  held: Held,
  fate: Fate,
  acquired: Acquired,
): readonly ForeignWork[] {
  if (
    !('names' in held) ||
    acquired.what !== 'connection' ||
    !acquired.pooled ||
    !fate.releases.some(release => codeAround(release) === code)
  )
    return [];
  const uses = usesOfHeld(types, held).filter(use => codeAround(use) === code);
  const isHeldFor = uses.some(use => {
    const model = modelOf(types, use);
    return model !== undefined && (model.begins !== undefined || keepsState(types, use, model));
  });
  if (isHeldFor) return [];
  const begun = acquired.lazy ? uses.filter(use => !fate.settled.has(use)) : [call];
  const names = held.names.map(({ text }) => text);
  return foreignWorkAfter(types, begun, names, fate.settled);
}

function firstOf<From, To>(all: readonly From[], find: (each: From) => To | undefined): To | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The calls on what is held, or on a part of it: `runner.query(…)`, `runner.manager.save(…)`. */
function usesOfHeld(types: Types, held: Held): readonly Call[] {
  if (!('names' in held)) return [];
  return held.names
    .flatMap(name => usesOf(types, name))
    .flatMap(use => {
      let node: ts.Node = use;
      while (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node)
        node = node.parent;
      const { parent } = node;
      return node !== use && ts.isCallExpression(parent) && parent.expression === node ? [parent] : [];
    });
}

/** Where connecting what is held fails, there is nothing to give back yet. */
function isConnecting(types: Types, call: Call, held: Held): boolean {
  const receiver = argumentAt(call, 'this');
  if (!receiver || !('names' in held)) return false;
  const path = pathOf(receiver);
  return held.names.some(name => name.text === path) && modelOf(types, call)?.waitsFor === 'pool';
}

/** Whether a node stands in a `finally` or `catch` block in which it is given back afterwards. */
function isInCleanUp(node: ts.Node, { releases }: Fate): boolean {
  return releases.some(release => {
    for (let up: ts.Node = release; !ts.isFunctionLike(up) && !ts.isSourceFile(up); up = up.parent) {
      const isCleanUp =
        ts.isBlock(up) &&
        ((ts.isTryStatement(up.parent) && up.parent.finallyBlock === up) || ts.isCatchClause(up.parent));
      if (isCleanUp && node.pos >= up.pos && node.end <= up.end) return true;
    }
    return false;
  });
}

/** Whether the variable that holds it holds nothing before: what a receiver gives back twice it bears. */
function isEmptyBefore(types: Types, held: Held): boolean {
  if (!('names' in held)) return false;
  return held.names.every(name => {
    const declared = symbolAt(types, name)?.valueDeclaration;
    return declared !== undefined && ts.isVariableDeclaration(declared) && !declared.initializer;
  });
}

/** The release in the `finally` of the very `try` that acquires, which asks for nothing first. */
function releasedAnyway(
  types: Types,
  call: ts.CallExpression,
  code: Code,
  { releases }: Fate,
): Place | undefined {
  if (!throws.of(types, call)) return undefined;
  const release = releases.find(each => {
    const statement = ts.isAwaitExpression(each.parent) ? each.parent.parent : each.parent;
    const callee = calleeOf(each);
    return (
      ts.isExpressionStatement(statement) &&
      !(ts.isPropertyAccessExpression(callee) && callee.questionDotToken) &&
      protectedBy(each, code).some(block => isWithin(call, block) && isFirstIn(statement, block))
    );
  });
  return release && placeOf(release);
}

/** Whether a statement begins the `finally` of a block: nothing is asked before it. */
function isFirstIn(statement: ts.Node, { parent }: ts.Block): boolean {
  return ts.isTryStatement(parent) && parent.finallyBlock?.statements[0] === statement;
}

/** Which calls need what is held for as long as they run: those with it, and under a lock all that goes on. */
function workUnder(types: Types, held: Held, { what }: Acquired): (work: ts.CallExpression) => boolean {
  if (what === 'lock' || what === 'permit')
    return work => waitsForIo.of(types, work) !== undefined || callsParameter(types, work);
  return work => 'names' in held && held.names.some(name => isWorkWith(work, name.text));
}

/** Promises of such work that a `return` hands out while a `finally` gives it back. */
function returnedWork(
  types: Types,
  code: Code,
  needsIt: (work: ts.CallExpression) => boolean,
  { releases }: Fate,
): readonly ReturnedWork[] {
  if (ts.isSourceFile(code)) return [];
  const inAsync = code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  const found: ReturnedWork[] = [];
  const always = releases.filter(release => !isAsked(release));
  for (const block of new Set(always.flatMap(release => protectedBy(release, code)))) {
    for (const work of returnsOf(block)) {
      if (!needsIt(work) || !returnsPromise(types, work)) continue;
      found.push({ call: shortName(calleeOf(work)), at: placeOf(work), inAsync });
    }
  }
  return found;
}

/** Whether something else than that it is there is asked before a release: where the work goes on, it may not be given back. */
function isAsked(release: Call): boolean {
  const held = pathOf(argumentAt(release, 'this') ?? calleeOf(release));
  for (let up: ts.Node = release; !ts.isFunctionLike(up) && !ts.isSourceFile(up); up = up.parent) {
    const { parent } = up;
    if (ts.isTryStatement(parent)) return false;
    if (ts.isIfStatement(parent) && parent.expression !== up) {
      const test = presenceTest(parent.expression);
      if (!test || pathOf(test.of) !== held) return true;
    }
  }
  return false;
}

/** The blocks of each `try` in whose `finally` a call stands. */
function protectedBy(release: ts.Node, code: Code): readonly ts.Block[] {
  const blocks: ts.Block[] = [];
  for (let up: ts.Node = release; up !== code; up = up.parent) {
    if (ts.isFunctionLike(up) || ts.isSourceFile(up)) return [];
    if (ts.isTryStatement(up.parent) && up.parent.finallyBlock === up) blocks.push(up.parent.tryBlock);
  }
  return blocks;
}

/** The calls whose result is returned as it is; those in functions inside return for themselves. */
function returnsOf(block: ts.Block): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const waiting: ts.Node[] = [block];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isFunctionLike(node)) continue;
    const value = ts.isReturnStatement(node) && node.expression && plain(node.expression);
    if (value && ts.isCallExpression(value)) found.push(value);
    ts.forEachChild(node, child => void waiting.push(child));
  }
  return found;
}

/** Whether a call is made on a value or a part of it, or is given it whole. */
function isWorkWith(call: ts.CallExpression, name: string): boolean {
  if (call.arguments.some(argument => ts.isIdentifier(plain(argument)) && plain(argument).getText() === name))
    return true;
  for (let node: ts.Expression = call; ;) {
    if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = plain(node.expression);
    else
      return node !== call && ts.isIdentifier(node) && node.text === name && plain(call.expression) !== node;
  }
}
