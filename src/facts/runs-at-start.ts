/**
 * Does this run only while the process starts, or once in its life? Worked out backwards, from a function to all who use
 * it: each of them stands at the top level of a module, in a command, in what a process is started to run, in a file that
 * is set aside, where the result is kept and found there the next time, or runs only at the start itself.
 */
import { takerOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import { isAssignment, isConst, isInEndlessLoop } from '../typescript/code-shapes.js';
import { readsOfProperty, usesOf, usesOfFunction, type ObjectMember } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';
import { enclosingFunction } from '../typescript/walk.js';
import type { Step, Why } from '../vocabulary.js';
import { callGiven, runsInPlace, servedAs } from './asynchronous-code.js';
import { isMain, isWholeCommand } from './ends-process.js';
import { stepOf } from './steps.js';
import { isKeptOnce } from './kept-once.js';
import { modelOf, modelOfOverridden } from './model-of.js';

/** Whether code of this file is no part of the running service: scripts, tests, tools, workers. */
export type IsAside = (file: ts.SourceFile) => boolean;

/** The chain from the top level of a module down to a function; undefined where it may run later, or nobody can tell. */
export function runsAtStart(types: Types, body: FunctionNode, isAside: IsAside): Why | undefined {
  const why = new Search(types, isAside).ofFunction(body);
  return why === again ? undefined : why;
}

/** What is found where a function is met again on the way up: when the others run, so does it, and by itself it never does. */
const again: Why = { steps: [] };

class Search {
  readonly #types: Types;
  readonly #isAside: IsAside;
  readonly #open = new Set<ts.Node>();

  constructor(types: Types, isAside: IsAside) {
    this.#types = types;
    this.#isAside = isAside;
  }

  ofFunction(body: FunctionNode): Why | undefined {
    return this.#once(body, () => this.#ofOpen(body));
  }

  #once(node: ts.Node, ask: () => Why | undefined): Why | undefined {
    if (this.#open.has(node)) return again;
    this.#open.add(node);
    try {
      return ask();
    } finally {
      this.#open.delete(node);
    }
  }

  #ofOpen(body: FunctionNode): Why | undefined {
    if (runsInPlace(this.#types, body)) {
      const keeper = keeperOf(this.#types, body);
      return keeper ? this.#ofValue(keeper) : this.#ofPlace(body);
    }
    if (isWholeCommand(this.#types, body) || isMain(this.#types, body)) return { steps: [] };
    const call = callGiven(body);
    const member = memberOf(body);
    // What becomes of an object that is handed to a function of the project, its type tells.
    if (call && !(member && modelOf(this.#types, call) === undefined)) return this.#ofCallback(call);
    // A method is its own member, which the search has just come to.
    if (member) return this.#ofReads(member);
    const maker = makerOf(body);
    if (maker) return this.#ofAll(usesOfFunction(this.#types, maker), use => this.#ofMade(use));
    const uses = usesOfFunction(this.#types, body);
    if ((uses === undefined || uses.length === 0) && isStartHook(this.#types, body)) return { steps: [] };
    return this.#ofAll(uses, use => this.#ofUse(use));
  }

  /** What holds for each use, and none of them is out of sight. */
  #ofAll(uses: readonly ts.Node[] | undefined, ask: (use: ts.Node) => Why | undefined): Why | undefined {
    let first: Why | undefined;
    for (const use of uses ?? []) {
      if (this.#isOfferedOnly(use)) continue;
      const why = ask(use);
      if (!why) return undefined;
      if (!first || first === again) first = why;
    }
    return first;
  }

  /**
   * `export default { start, create }` that nobody in sight reads: when others call it, the project does not show, and its
   * own uses say more.
   */
  #isOfferedOnly(use: ts.Node): boolean {
    const member = memberOf(use);
    if (!member || !ts.isExportAssignment(member.parent.parent)) return false;
    return (readsOfProperty(this.#types, member) ?? []).length === 0;
  }

  /** `const migrate = makeMigrate(options)`: what a function made goes where its call stands. */
  #ofMade(use: ts.Node): Why | undefined {
    if (this.#isAside(use.getSourceFile())) return { steps: [] };
    const { parent } = use;
    return ts.isCallExpression(parent) && parent.expression === use ? this.#ofValue(parent) : undefined;
  }

  /** Code at the top level of a module runs when it is loaded. */
  #ofPlace(node: ts.Node, steps: readonly Step[] = []): Why | undefined {
    // A worker that goes on until it is stopped is the service itself.
    if (isInEndlessLoop(node)) return undefined;
    const around = enclosingFunction(node);
    if (!around || this.#isAside(node.getSourceFile()) || this.#isKept(node)) return { steps };
    const why = this.ofFunction(around);
    return why && why !== again ? { steps: [...why.steps, ...steps] } : why;
  }

  /** `if (!signer) signer = await makeSigner()`, also where the one is in a function around the other. */
  #isKept(node: ts.Node): boolean {
    for (let up: ts.Node | undefined = node; up; up = enclosingFunction(up))
      if (isKeptOnce(this.#types, up)) return true;
    return false;
  }

  #ofCallback(call: Call): Why | undefined {
    const model = modelOf(this.#types, call);
    if (model?.declares === 'command' || model?.declares === 'service') return { steps: [stepOf(call)] };
    const isLater = !model?.runs || servedAs(this.#types, model, call) !== undefined;
    return isLater ? undefined : this.#ofPlace(call, [stepOf(call)]);
  }

  #ofUse(use: ts.Node): Why | undefined {
    if (this.#isAside(use.getSourceFile())) return { steps: [] };
    const target = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    const { parent } = target;
    return ts.isTypeQueryNode(parent) ? { steps: [] } : this.#ofValue(target);
  }

  /** Where the function goes that an expression stands for: it is called, handed over, or put into an object. */
  #ofValue(value: ts.Node): Why | undefined {
    const { parent } = value;
    if (isCall(parent) && !ts.isTaggedTemplateExpression(parent)) {
      if (parent.expression === value) return this.#ofPlace(parent, [stepOf(parent)]);
      return this.#ofCallback(parent);
    }
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && isConst(parent))
      return this.#ofAll(usesOf(this.#types, parent.name), use => this.#ofUse(use));
    const member = memberOf(value);
    return member && this.#ofMember(member);
  }

  #ofMember(member: ObjectMember): Why | undefined {
    return this.#once(member, () => this.#ofReads(member));
  }

  #ofReads(member: ObjectMember): Why | undefined {
    return this.#ofAll(readsOfProperty(this.#types, member), use => this.#ofUse(use));
  }
}

/**
 * `handle(async request => { … })` of a function of the project that gives back another one, in which alone it calls what it
 * was given, or an object that holds it: that runs whenever somebody calls what came back.
 */
function keeperOf(types: Types, callback: FunctionNode): ts.CallExpression | undefined {
  const call = callback.parent;
  const taker = takerOf(types, callback);
  if (!taker || !ts.isCallExpression(call) || !ts.isIdentifier(taker.parameter.name)) return undefined;
  const uses = usesOf(types, taker.parameter.name);
  const isKept = (use: ts.Node): boolean => {
    if (isPutAway(use)) return true;
    for (
      let around = enclosingFunction(use);
      around && around !== taker.body;
      around = enclosingFunction(around)
    )
      if (!runsInPlace(types, around)) return true;
    return false;
  };
  return uses.length > 0 && uses.every(isKept) ? call : undefined;
}

/** Whether a use of a function neither calls it nor gives it to a call, but puts it where others find it. */
function isPutAway({ parent }: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isReturnStatement(parent) ||
    (ts.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind))
  );
}

/** The member of an object that a function or its name is put into. */
function memberOf(value: ts.Node): ObjectMember | undefined {
  const member = ts.isMethodDeclaration(value) ? value : value.parent;
  const isValue =
    ts.isMethodDeclaration(member) ||
    ts.isShorthandPropertyAssignment(member) ||
    (ts.isPropertyAssignment(member) && member.initializer === value);
  return isValue && ts.isObjectLiteralExpression(member.parent) ? (member as ObjectMember) : undefined;
}

/** The function that returns this one: `const makeMigrate = options => async () => { … }`. */
function makerOf(body: FunctionNode): FunctionNode | undefined {
  const isReturned = ts.isReturnStatement(body.parent) || ts.isArrowFunction(body.parent);
  return isReturned ? enclosingFunction(body) : undefined;
}

/**
 * `onModuleInit` of a class whose decorator says that a framework calls it when the process starts; `run` of a class that is a
 * command.
 */
function isStartHook(types: Types, body: FunctionNode): boolean {
  if (!ts.isMethodDeclaration(body) || !ts.isClassDeclaration(body.parent)) return false;
  if (modelOfOverridden(types, body)?.declares === 'command') return true;
  const name = body.name.getText();
  return (ts.getDecorators(body.parent) ?? []).some(
    ({ expression }) => isCall(expression) && modelOf(types, expression)?.startsBy?.includes(name),
  );
}
