/**
 * The ways through one function's body as a graph, built once per function without recursion. Code in a `finally`
 * stands in it once for each way that leads on from there.
 */
import { ts } from './compiler.js';
import {
  assignedValue,
  isBooleanCall,
  isCondition,
  keyOf,
  pathOf,
  type Assigned,
  type Key,
} from './flow-conditions.js';
import { calleeSymbol, isCall, plain, type Call } from './origin.js';
import { isOwnFile } from './own-files.js';
import type { Types } from './types-of.js';
import { isFunctionNode, type FunctionNode } from './walk.js';
import { isCounting } from './code-shapes.js';

/** Code that runs from its beginning to an end of its own. */
export type Code = FunctionNode | ts.SourceFile;

/** A way from one point to the next. */
export interface Edge {
  readonly to: number;
  /** Taken only with this outcome. */
  readonly test?: { readonly key: Key; readonly is: boolean };
  /** Taken where this call, `await`, `yield` or `throw` throws. */
  readonly thrown?: ts.Node;
  /** The `return`, `break` or `continue` that is taken. */
  readonly jump?: ts.Node;
}

/** A point in the code: where the parts of a node are evaluated and it acts, or where a statement begins. */
export interface Point {
  readonly node?: ts.Node | undefined;
  readonly assigned?: Assigned | undefined;
  /** What must hold something for the way to lead on from here: `client` behind `client.query`. */
  readonly there?: string | undefined;
  readonly edges: Edge[];
}

/** Where a function is left. */
export const exits = { return: 1, throw: 2, end: 3 } as const;

/** The points of a function; the first is its beginning, the next three its `exits`. */
export interface Graph {
  readonly points: readonly Point[];
  /** The points of a node: several within a `finally`. */
  readonly at: ReadonlyMap<ts.Node, readonly number[]>;
}

/** Larger functions are not looked at. */
const mostPoints = 30_000;

const graphs = new WeakMap<ts.Program, WeakMap<Code, Graph | 'too large'>>();

/** The graph of a function; undefined where it is too large. */
export function graphOf(types: Types, code: Code): Graph | undefined {
  let known = graphs.get(types.program);
  if (!known) graphs.set(types.program, (known = new WeakMap()));
  let graph = known.get(code);
  if (!graph) known.set(code, (graph = new Builder(types).build(code)));
  return graph === 'too large' ? undefined : graph;
}

/** A piece of work that may ask for another before it goes on: recursion whose stack is a list. */
type Work = Generator<Work, void>;

/** What surrounds the point at hand, innermost first. */
interface Frame {
  readonly kind: 'loop' | 'switch' | 'block' | 'catch' | 'finally';
  readonly outer: Frame | undefined;
  readonly labels: readonly string[];
  /** Where `break` leads, or a throw to a `catch`. */
  readonly out: number;
  readonly again?: number;
  readonly block?: ts.Block;
  /** The copies of a `finally` by where they lead on. */
  readonly copies: Map<number, number>;
}

interface Jump {
  readonly kind: 'return' | 'throw' | 'break' | 'continue';
  readonly label?: string | undefined;
}

class TooLarge extends Error {}

class Builder {
  readonly #points: Point[] = [];
  readonly #at = new Map<ts.Node, number[]>();
  #current = 0;
  #frame: Frame | undefined;
  #labels: string[] = [];
  /** Where the last jump that was asked for leads. */
  #target = 0;

  constructor(private readonly types: Types) {}

  build(code: Code): Graph | 'too large' {
    for (let point = 0; point <= exits.end; point += 1) this.#fresh();
    try {
      run(this.#code(code));
    } catch (error) {
      if (error instanceof TooLarge) return 'too large';
      throw error;
    }
    return { points: this.#points, at: this.#at };
  }

  *#code(code: Code): Work {
    if (ts.isSourceFile(code)) {
      for (const statement of code.statements) yield this.#statement(statement);
    } else {
      for (const { initializer } of code.parameters) if (initializer) yield this.#expression(initializer);
      if (ts.isBlock(code.body)) yield this.#statement(code.body);
      else {
        yield this.#expression(code.body);
        this.#link(exits.return, { jump: code.body });
        this.#current = this.#fresh();
      }
    }
    this.#link(exits.end);
  }

  #fresh(node?: ts.Node, assigned?: Assigned): number {
    if (this.#points.length > mostPoints) throw new TooLarge();
    const index = this.#points.push({ node, assigned, there: node && takenFrom(node), edges: [] }) - 1;
    if (node) {
      const same = this.#at.get(node);
      if (same) same.push(index);
      else this.#at.set(node, [index]);
    }
    return index;
  }

  #link(to: number, edge: Omit<Edge, 'to'> = {}): void {
    this.#points[this.#current]?.edges.push({ to, ...edge });
  }

  /** Goes on to a new point. */
  #pass(node?: ts.Node, assigned?: Assigned): void {
    const next = this.#fresh(node, assigned);
    this.#link(next);
    this.#current = next;
  }

  /** Leaves the code at hand for good: what follows is reached from elsewhere or not at all. */
  *#leave(jump: Jump, node: ts.Node): Work {
    yield this.#find(jump);
    this.#link(this.#target, jump.kind === 'throw' ? { thrown: node } : { jump: node });
    this.#current = this.#fresh();
  }

  /** A node that may throw, once what it needs is evaluated. */
  *#risk(node: ts.Node): Work {
    yield this.#find({ kind: 'throw' });
    const target = this.#target;
    this.#pass(node);
    this.#link(target, { thrown: node });
    this.#pass();
  }

  /** Finds where a jump leads: through each `finally` in between, the outermost last. */
  *#find(jump: Jump): Work {
    const passed: Frame[] = [];
    let frame = this.#frame;
    while (frame && !catches(frame, jump)) {
      if (frame.kind === 'finally') passed.push(frame);
      frame = frame.outer;
    }
    let target: number;
    if (frame) target = jump.kind === 'continue' ? (frame.again ?? frame.out) : frame.out;
    else target = jump.kind === 'throw' ? exits.throw : jump.kind === 'return' ? exits.return : exits.end;
    for (const cleanup of passed.reverse()) {
      yield this.#finally(cleanup, target);
      target = this.#target;
    }
    this.#target = target;
  }

  /** The copy of a `finally` that leads on to a target. */
  *#finally(cleanup: Frame, target: number): Work {
    let entry = cleanup.copies.get(target);
    if (entry === undefined && cleanup.block) {
      entry = this.#fresh();
      cleanup.copies.set(target, entry);
      const [current, frame, labels] = [this.#current, this.#frame, this.#labels];
      this.#current = entry;
      this.#frame = cleanup.outer;
      this.#labels = [];
      yield this.#statement(cleanup.block);
      this.#link(target);
      this.#current = current;
      this.#frame = frame;
      this.#labels = labels;
    }
    this.#target = entry ?? target;
  }

  #enter(kind: Frame['kind'], out: number, more: Pick<Frame, 'again' | 'block'> = {}): void {
    this.#frame = { kind, out, outer: this.#frame, labels: this.#labels, copies: new Map(), ...more };
    this.#labels = [];
  }

  *#statement(node: ts.Statement): Work {
    if (ts.isBlock(node)) {
      for (const statement of node.statements) yield this.#statement(statement);
      return;
    }
    if (!ts.isReturnStatement(node) && !ts.isThrowStatement(node)) this.#pass(node);
    if (ts.isExpressionStatement(node)) yield this.#expression(node.expression);
    else if (ts.isVariableStatement(node)) yield this.#declarations(node.declarationList);
    else if (ts.isReturnStatement(node)) {
      if (node.expression) yield this.#expression(node.expression);
      this.#pass(node);
      yield this.#leave({ kind: 'return' }, node);
    } else if (ts.isThrowStatement(node)) {
      yield this.#expression(node.expression);
      this.#pass(node);
      yield this.#leave({ kind: 'throw' }, node);
    } else if (ts.isBreakOrContinueStatement(node)) {
      const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
      yield this.#leave({ kind, label: node.label?.text }, node);
    } else if (ts.isIfStatement(node)) yield this.#if(node);
    else if (ts.isIterationStatement(node, false)) yield this.#loop(node);
    else if (ts.isSwitchStatement(node)) yield this.#switch(node);
    else if (ts.isTryStatement(node)) yield this.#try(node);
    else if (ts.isLabeledStatement(node)) yield this.#labelled(node);
    else if (ts.isExportAssignment(node)) yield this.#expression(node.expression);
  }

  *#if(node: ts.IfStatement): Work {
    const [yes, no, after] = [this.#fresh(), this.#fresh(), this.#fresh()];
    yield this.#condition(node.expression, yes, no);
    this.#current = yes;
    yield this.#statement(node.thenStatement);
    this.#link(after);
    this.#current = no;
    if (node.elseStatement) yield this.#statement(node.elseStatement);
    this.#link(after);
    this.#current = after;
  }

  *#labelled(node: ts.LabeledStatement): Work {
    this.#labels.push(node.label.text);
    if (ts.isIterationStatement(node.statement, true)) {
      yield this.#statement(node.statement);
      return;
    }
    const [after, outer] = [this.#fresh(), this.#frame];
    this.#enter('block', after);
    yield this.#statement(node.statement);
    this.#frame = outer;
    this.#link(after);
    this.#current = after;
  }

  *#loop(node: ts.IterationStatement): Work {
    const labels = this.#labels;
    this.#labels = [];
    if (ts.isForStatement(node) && node.initializer) {
      if (ts.isVariableDeclarationList(node.initializer)) yield this.#declarations(node.initializer);
      else yield this.#expression(node.initializer);
    }
    if (ts.isForOfStatement(node) || ts.isForInStatement(node)) yield this.#expression(node.expression);
    const [again, body, after, outer] = [this.#fresh(), this.#fresh(), this.#fresh(), this.#frame];
    const head = ts.isDoStatement(node) ? body : ts.isForStatement(node) ? this.#fresh() : again;
    this.#link(head);
    this.#current = head;
    if (ts.isWhileStatement(node)) yield this.#condition(node.expression, body, after);
    else if (ts.isForStatement(node)) {
      if (node.condition) yield this.#condition(node.condition, body, after);
      else this.#link(body);
    } else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) yield this.#next(node, body, after);
    this.#labels = labels;
    this.#enter('loop', after, { again });
    this.#current = body;
    yield this.#statement(node.statement);
    this.#frame = outer;
    this.#link(again);
    if (ts.isDoStatement(node)) {
      this.#current = again;
      yield this.#condition(node.expression, body, after);
    } else if (ts.isForStatement(node)) {
      this.#current = again;
      if (node.incrementor) yield this.#expression(node.incrementor);
      this.#link(head);
    }
    this.#current = after;
  }

  /** The next item of a `for … of` or `for … in`, or none. */
  *#next(node: ts.ForOfStatement | ts.ForInStatement, body: number, after: number): Work {
    if (ts.isForOfStatement(node) && node.awaitModifier) yield this.#risk(node.awaitModifier);
    this.#link(after);
    const { initializer } = node;
    for (const name of ts.isVariableDeclarationList(initializer)
      ? initializer.declarations.flatMap(each => namesOf(each.name))
      : []) {
      this.#pass(undefined, { to: name, value: undefined, from: undefined });
    }
    this.#link(body);
  }

  *#switch(node: ts.SwitchStatement): Work {
    yield this.#expression(node.expression);
    const [after, outer] = [this.#fresh(), this.#frame];
    const bodies = node.caseBlock.clauses.map(() => this.#fresh());
    let otherwise = after;
    for (const [index, clause] of node.caseBlock.clauses.entries()) {
      const body = bodies[index] ?? after;
      if (ts.isDefaultClause(clause)) {
        otherwise = body;
        continue;
      }
      const next = this.#fresh();
      yield this.#expression(clause.expression);
      this.#link(body);
      this.#link(next);
      this.#current = next;
    }
    this.#link(otherwise);
    this.#enter('switch', after);
    for (const [index, clause] of node.caseBlock.clauses.entries()) {
      this.#current = bodies[index] ?? after;
      for (const statement of clause.statements) yield this.#statement(statement);
      this.#link(bodies[index + 1] ?? after);
    }
    this.#frame = outer;
    this.#current = after;
  }

  *#try(node: ts.TryStatement): Work {
    const [after, outer] = [this.#fresh(), this.#frame];
    if (node.finallyBlock) this.#enter('finally', after, { block: node.finallyBlock });
    const around = this.#frame;
    const caught = this.#fresh();
    if (node.catchClause) this.#enter('catch', caught);
    yield this.#statement(node.tryBlock);
    this.#frame = outer;
    yield this.#onwards(around, outer, after);
    if (node.catchClause) {
      this.#frame = around;
      this.#current = caught;
      yield this.#statement(node.catchClause.block);
      this.#frame = outer;
      yield this.#onwards(around, outer, after);
    }
    this.#current = after;
  }

  /** The end of a `try` or `catch` block: through the `finally`, where there is one. */
  *#onwards(around: Frame | undefined, outer: Frame | undefined, after: number): Work {
    this.#target = after;
    if (around && around !== outer) yield this.#finally(around, after);
    this.#link(this.#target);
  }

  *#declarations(list: ts.VariableDeclarationList): Work {
    for (const { name, initializer } of list.declarations) {
      if (initializer) yield this.#value(initializer, ts.isIdentifier(name) ? name.text : undefined);
      if (ts.isIdentifier(name)) {
        if (!initializer) this.#pass(undefined, { to: name.text, value: false, from: undefined });
      } else {
        for (const each of namesOf(name))
          this.#pass(undefined, { to: each, value: undefined, from: initializer });
      }
    }
  }

  /** An expression, and what it makes of the name or member that it is assigned to. */
  *#value(expression: ts.Expression, to: string | undefined): Work {
    if (to === undefined || !isCondition(expression)) {
      yield this.#expression(expression);
      if (to !== undefined) this.#pass(undefined, { to, value: assignedValue(expression), from: expression });
      return;
    }
    const [yes, no, after] = [this.#fresh(), this.#fresh(), this.#fresh()];
    yield this.#condition(expression, yes, no);
    for (const [start, value] of [
      [yes, true],
      [no, false],
    ] as const) {
      this.#current = start;
      this.#pass(undefined, { to, value, from: expression });
      this.#link(after);
    }
    this.#current = after;
  }

  *#condition(expression: ts.Expression, yes: number, no: number): Work {
    const node = plain(expression);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      yield this.#condition(node.operand, no, yes);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) this.#link(yes);
    else if (node.kind === ts.SyntaxKind.FalseKeyword) this.#link(no);
    else if (isBooleanCall(node) && node.arguments[0]) yield this.#condition(node.arguments[0], yes, no);
    else if (ts.isBinaryExpression(node) && isAnd(node)) {
      const middle = this.#fresh();
      yield this.#condition(node.left, middle, no);
      this.#current = middle;
      yield this.#condition(node.right, yes, no);
    } else if (ts.isBinaryExpression(node) && isOr(node)) {
      const middle = this.#fresh();
      yield this.#condition(node.left, yes, middle);
      this.#current = middle;
      yield this.#condition(node.right, yes, no);
    } else {
      yield this.#expression(node, no);
      // `if ((client = await connect()))` asks what was assigned.
      const asked = keyOf(ts.isBinaryExpression(node) && isPlainAssignment(node) ? node.left : node);
      if (asked) {
        this.#link(yes, { test: { key: asked.key, is: asked.is } });
        this.#link(no, { test: { key: asked.key, is: !asked.is } });
      } else {
        this.#link(yes);
        this.#link(no);
      }
    }
  }

  /** `nothing`: where an optional chain leads that ends early; undefined for on. */
  *#expression(node: ts.Node, nothing?: number): Work {
    if (ts.isTypeNode(node) || ts.isLiteralExpression(node)) return;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) this.#pass(node);
    else if (ts.isOptionalChain(node) && !isLinkOfChain(node)) yield this.#chain(node, nothing);
    else if (ts.isBinaryExpression(node)) yield this.#binary(node);
    else if (ts.isConditionalExpression(node)) {
      const [yes, no, after] = [this.#fresh(), this.#fresh(), this.#fresh()];
      yield this.#condition(node.condition, yes, no);
      for (const [start, value] of [
        [yes, node.whenTrue],
        [no, node.whenFalse],
      ] as const) {
        this.#current = start;
        yield this.#expression(value);
        this.#link(after);
      }
      this.#current = after;
      this.#pass(node);
    } else yield this.#plainly(node);
  }

  /** A node that evaluates each of its parts. */
  *#plainly(node: ts.Node): Work {
    for (const child of childrenOf(node)) yield this.#expression(child);
    if (isCall(node) || ts.isAwaitExpression(node) || ts.isYieldExpression(node)) {
      const end = isCall(node) ? this.#neverReturns(node) : undefined;
      if (end === undefined) yield this.#risk(node);
      else {
        this.#pass(node);
        if (end === 'throws') yield this.#leave({ kind: 'throw' }, node);
        else this.#current = this.#fresh();
      }
      return;
    }
    const counted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node) ? node : undefined;
    const to = counted && isCounting(counted.operator) ? pathOf(counted.operand) : undefined;
    this.#pass(node, to === undefined ? undefined : { to, value: undefined, from: undefined });
  }

  /** An optional chain: each `?.` may end it. */
  *#chain(node: ts.Expression, nothing: number | undefined): Work {
    const after = this.#fresh();
    const links: ts.Expression[] = [];
    let inner = node;
    while (ts.isOptionalChain(inner)) {
      links.unshift(inner);
      inner = inner.expression;
    }
    yield this.#expression(inner);
    for (const link of links) {
      const { expression, questionDotToken } = link as ts.CallChain;
      if (questionDotToken) {
        const asked = keyOf(expression);
        const next = this.#fresh();
        this.#link(nothing ?? after, asked && { test: { key: asked.key, is: !asked.is } });
        this.#link(next, asked && { test: { key: asked.key, is: asked.is } });
        this.#current = next;
      }
      for (const child of childrenOf(link)) if (child !== expression) yield this.#expression(child);
      if (ts.isCallExpression(link)) yield this.#risk(link);
      else this.#pass(link);
    }
    this.#link(after);
    this.#current = after;
  }

  *#binary(node: ts.BinaryExpression): Work {
    const { kind } = node.operatorToken;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    const to = isAssignment ? pathOf(node.left) : undefined;
    if (isPlainAssignment(node)) {
      // What an assigned member stands on may throw: `await this.load()` of `(await this.load()).x = 1`.
      if (to === undefined) yield this.#expression(node.left);
      yield this.#value(node.right, to);
      this.#pass(node);
      return;
    }
    const after = this.#fresh();
    const short = shortCircuit(kind);
    if (short === undefined) {
      yield this.#expression(node.left);
      yield this.#expression(node.right);
    } else {
      const [goOn, stop] = [this.#fresh(), this.#fresh()];
      yield short ? this.#condition(node.left, goOn, stop) : this.#condition(node.left, stop, goOn);
      this.#current = stop;
      this.#link(after);
      this.#current = goOn;
      yield this.#expression(node.right);
    }
    if (to !== undefined) this.#pass(undefined, { to, value: undefined, from: node.right });
    this.#link(after);
    this.#current = after;
    this.#pass(node);
  }

  /** A call that is declared never to come back, and what becomes of it: the process ends, or it throws. */
  #neverReturns(call: Call): 'exits' | 'throws' | undefined {
    // As for the compiler: only such calls end a path that stand alone, and whose declaration says so.
    if (!ts.isExpressionStatement(call.parent) && !ts.isReturnStatement(call.parent)) return undefined;
    const declared = calleeSymbol(this.types, call)?.declarations?.find(saysNever);
    if (!declared) return undefined;
    return isOwnFile(this.types.program, declared.getSourceFile()) ? 'throws' : 'exits';
  }
}

function saysNever(declaration: ts.Declaration): boolean {
  const typed = ts.isVariableDeclaration(declaration)
    ? (declaration.type ?? declaration.initializer)
    : declaration;
  const type = (typed as { type?: ts.TypeNode } | undefined)?.type;
  return type?.kind === ts.SyntaxKind.NeverKeyword;
}

/** Runs a piece of work and what it asks for. */
function run(work: Work): void {
  const waiting = [work];
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const next = top.next();
    if (next.done) waiting.pop();
    else waiting.push(next.value);
  }
}

function catches(frame: Frame, jump: Jump): boolean {
  if (jump.kind === 'return') return false;
  if (jump.kind === 'throw') return frame.kind === 'catch';
  if (jump.label !== undefined) return frame.labels.includes(jump.label) && frame.kind !== 'finally';
  return frame.kind === 'loop' || (jump.kind === 'break' && frame.kind === 'switch');
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, child => {
    if (!ts.isTypeNode(child) && !ts.isToken(child)) children.push(child);
    else if (ts.isIdentifier(child) || child.kind === ts.SyntaxKind.ThisKeyword) children.push(child);
  });
  return children;
}

function namesOf(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  const names: string[] = [];
  const waiting: ts.BindingName[] = [name];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (ts.isIdentifier(next)) names.push(next.text);
    else for (const element of next.elements) if (ts.isBindingElement(element)) waiting.push(element.name);
  }
  return names;
}

/** The name whose member a node is, where that is read without asking whether it is there. */
function takenFrom(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) && !ts.isOptionalChain(node)
    ? pathOf(node.expression)
    : undefined;
}

function isLinkOfChain(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isOptionalChain(parent) && parent.expression === node;
}

function isPlainAssignment(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function isAnd(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

function isOr(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
}

/** Whether the right side runs where the left side holds (`&&`), or where it does not (`||`, `??`). */
function shortCircuit(kind: ts.SyntaxKind): boolean | undefined {
  switch (kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return true;
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return false;
    default:
      return undefined;
  }
}

/** The code that a node runs in: the nearest function around it, or its file. Undefined inside a class's own code. */
export function codeAround(node: ts.Node): Code | undefined {
  for (let up = node.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    if (isFunctionNode(up) || ts.isSourceFile(up)) return up;
    if (ts.isPropertyDeclaration(up) || ts.isClassStaticBlockDeclaration(up)) return undefined;
  }
  return undefined;
}
