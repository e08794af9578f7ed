/**
 * What is known of one line and from where, as text for a person: which declaration each call resolved to, what its
 * model says, which facts hold with the chain of calls that shows why, and how a rule came to its verdict.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import path from 'node:path';
import { isTestFile } from './concepts/test-file.js';
import { isAtStart } from './facts/at-start.js';
import { acceptsSignal } from './facts/accepts-signal.js';
import { blocks } from './facts/blocks.js';
import { collectionSize } from './facts/collection-size.js';
import { type Fact } from './facts/engine.js';
import { shortName } from './facts/steps.js';
import { enqueues } from './facts/enqueues.js';
import { fansOut } from './facts/fans-out.js';
import { handlesResource } from './facts/handles-resource.js';
import { dependenceOf } from './facts/iterations.js';
import { mayLimit } from './facts/may-limit.js';
import { catalogueFor, declareFor, modelOf } from './facts/model-of.js';
import { opensTransaction } from './facts/opens-transaction.js';
import { queriesOn } from './facts/queries-on.js';
import { reachedFrom } from './facts/reached-from.js';
import { runsAtStart } from './facts/runs-at-start.js';
import { setAside } from './facts/set-aside.js';
import { startsOf, textOf, type Start } from './facts/started-operations.js';
import { loopedOver, turnsAround } from './facts/turns.js';
import { waitsForIo } from './facts/waits-for-io.js';
import { waitsForNetwork } from './facts/waits-for-network.js';
import { catalogueOfSettings } from './settings.js';
import { ts } from './typescript/compiler.js';
import {
  calleeName,
  calleeOf,
  calleeSymbol,
  isCall,
  originOf,
  resultTypeNames,
  type Call,
} from './typescript/origin.js';
import { isOwnFile } from './typescript/own-files.js';
import { typesOf, type Types } from './typescript/types-of.js';
import { argumentAt } from './typescript/value-at.js';
import { walk } from './typescript/walk.js';
import type { CallModel, Step, Why } from './vocabulary.js';

/** Facts that are a yes with a chain, by name. */
const facts: Readonly<Record<string, Fact>> = {
  'waits-for-io': waitsForIo,
  'waits-for-network': waitsForNetwork,
  blocks,
  enqueues,
  'may-limit': mayLimit,
};

/** Facts that say what happens at which value path. */
const summaries = {
  'accepts-signal': acceptsSignal,
  'opens-transaction': opensTransaction,
  'handles-resource': handlesResource,
  'fans-out': fansOut,
} as const;

type FunctionNode = Parameters<typeof reachedFrom>[1];

/** What the types of a file do not tell. */
export interface Surroundings {
  /** What files are shown relative to. */
  readonly cwd: string;
  /** Rules leave test files out. */
  readonly isTestFile: boolean;
}

/** Explains the line of the file that ESLint is at, by the settings that hold for it; undefined without types. */
export function explainIn(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  line: number,
  cwd: string,
): string | undefined {
  const types = typesOf(context);
  if (!types) return undefined;
  declareFor(types, catalogueOfSettings(context.settings, context.cwd));
  return explain(types, line, { cwd, isTestFile: isTestFile(types) });
}

/**
 * Explains a line of a file.
 *
 * @param line 1-based
 */
export function explain(
  types: Types,
  line: number,
  { cwd, isTestFile }: Surroundings = { cwd: types.program.getCurrentDirectory(), isTestFile: false },
): string {
  return new Explanation(types, cwd, isTestFile).of(line);
}

class Explanation {
  readonly #types: Types;
  readonly #cwd: string;
  readonly #isTestFile: boolean;

  constructor(types: Types, cwd: string, isTestFile: boolean) {
    this.#types = types;
    this.#cwd = cwd;
    this.#isTestFile = isTestFile;
  }

  of(line: number): string {
    const file = this.#types.sourceFile;
    const all = callsOf(file);
    const calls = all.filter(call => lineOf(calleeOf(call)) === line);
    const place = this.#place({ file: file.fileName, line });
    const [first] = calls;
    if (!first) return `${place} holds no call.${nearest(all, line)}\n`;
    const blocksOfText = [
      [place + this.#around(first), ...this.#reached(first)],
      ...calls.map(call => this.#call(call)),
      ...this.#loops(calls),
      ['no-unbounded-fan-out', ...indent(this.#verdicts(calls))],
    ];
    return `${blocksOfText.map(lines => lines.join('\n')).join('\n\n')}\n`;
  }

  // Where the line stands -----------------------------------------------------------------------------------------

  #around(call: Call): string {
    const named = functionsAround(call)
      .map(nameOf)
      .find(name => name !== undefined);
    return named === undefined ? '' : ` in \`${named}\``;
  }

  #reached(call: Call): string[] {
    // A callback written in place runs for whatever the function around it runs for.
    for (const body of functionsAround(call)) {
      const aside = setAside(this.#types, body.getSourceFile());
      if (aside !== undefined) {
        const why =
          aside === 'worker'
            ? 'a worker: its event loop is its own'
            : 'a command: whoever starts it waits for it';
        return [`set aside   the file is ${why}`];
      }
      const start = runsAtStart(this.#types, body, file => setAside(this.#types, file) !== undefined);
      if (start)
        return [
          'runs only while the process starts, by all who call it, such as:',
          ...indent(this.#chain(start)),
        ];
      const reach = reachedFrom(this.#types, body);
      if (reach.from === 'unknown') continue;
      const from = reach.from === 'handler' ? `a handler of a ${reach.event}` : 'start-up';
      return [`reached from ${from}:`, ...indent(this.#chain(reach.why))];
    }
    return [];
  }

  // One call ------------------------------------------------------------------------------------------------------

  #call(call: Call): string[] {
    return [
      nameOfCall(call),
      ...indent([
        `declared  ${this.#declared(call)}`,
        `known     ${this.#known(call)}`,
        ...this.#facts(call),
        ...this.#summaries(call),
      ]),
    ];
  }

  #declared(call: Call): string {
    const origin = originOf(this.#types, call);
    const own = ownDeclaration(this.#types, call);
    const names = origin?.paths.slice(0, 4).map(name => `\`${name}\``) ?? [];
    if (!origin || (own && names.length === 0)) {
      return own
        ? `by this project: ${this.#placeOf(own)}`
        : 'nowhere in sight: its type is `any`, or its package is not installed';
    }
    if (origin.package.startsWith('file:')) {
      return `by this project: ${names.join(', ')}${own ? `, ${this.#placeOf(own)}` : ''}`;
    }
    return `by \`${origin.package}\`: ${names.join(', ')}`;
  }

  #known(call: Call): string {
    const model = modelOf(this.#types, call);
    if (model) {
      const words = inWords(model);
      return `${words === '' ? 'nothing to mention' : words} (${this.#source(call, model)})${because(model)}`;
    }
    const origin = originOf(this.#types, call);
    const own = ownDeclaration(this.#types, call);
    if (origin && catalogueFor(this.#types).rowsOf(origin).length > 0) {
      return 'nothing: a model has rows for it, none of them for these arguments';
    }
    if (own && hasBody(own)) return 'its body, which was read';
    if (own && ts.isParameter(own)) return 'nothing: it is given by the caller, and looked at there';
    return origin ? 'its type alone: it has no body here and no model' : 'nothing';
  }

  /** Which row of which model was taken, and who wrote it. */
  #source(call: Call, model: CallModel): string {
    const origin = originOf(this.#types, call);
    const builtIn = catalogueOfSettings({}, this.#cwd);
    const called = calleeName(call) ?? '';
    const row = origin?.paths.find(name =>
      catalogueFor(this.#types)
        .rowsOf({ package: origin.package, paths: [name] })
        .includes(model),
    );
    if (origin && row !== undefined) {
      return builtIn.rowsOf(origin).includes(model)
        ? `built-in model of \`${origin.package}\`, row \`${row}\``
        : `settings, row \`${row}\``;
    }
    const result = resultTypeNames(this.#types, call).find(
      ({ package: name, name: type }) => catalogueFor(this.#types).resultOf(name, type, called) === model,
    );
    const isBuiltIn = result && builtIn.resultOf(result.package, result.name, called) === model;
    const from = isBuiltIn
      ? `built-in model of \`${builtIn.libraryOf(model)?.package ?? result.package}\``
      : 'settings';
    return `${from}, by the type of its result`;
  }

  #facts(call: Call): string[] {
    // Facts mostly hold by the same chain: told once.
    const told = new Map<string, { readonly names: string[]; readonly why: Why }>();
    for (const [name, fact] of Object.entries(facts)) {
      const why = fact.of(this.#types, call);
      if (!why) continue;
      const key = JSON.stringify(why.steps);
      const other = told.get(key);
      told.set(key, {
        names: [...(other?.names ?? []), name],
        why: { ...why, model: other?.why.model ?? why.model },
      });
    }
    return [...told.values()].flatMap(({ names, why }) => [
      `holds     ${names.join(', ')}`,
      ...indent(this.#chain(why), 12),
    ]);
  }

  #summaries(call: Call): string[] {
    const lines = Object.entries(summaries).flatMap(([name, summary]) => {
      const found = summary.of(this.#types, call);
      const words = found ? inWords(found) : '';
      return words === '' ? [] : [`holds     ${name}: ${words}`];
    });
    for (const { on, steps } of queriesOn.of(this.#types, call) ?? []) {
      const over = on.kind === 'given' ? `what is given at ${on.at}` : `${on.kind} \`${on.name}\``;
      lines.push(`holds     queries-on: ${over}`, ...indent(this.#chain({ steps }), 12));
    }
    return lines;
  }

  // The loops around it -------------------------------------------------------------------------------------------

  /** What the rules about loops that wait ask: how long the list is, and whether a turn needs another. */
  #loops(calls: readonly Call[]): string[][] {
    const loops = new Set(calls.flatMap(call => turnsAround(call) ?? []));
    return [...loops].map(loop => {
      const over = loopedOver(loop);
      const head = loop
        .getText()
        .slice(0, loop.statement.getStart() - loop.getStart())
        .trim();
      const dependence = dependenceOf(this.#types, loop);
      return [
        `\`${head.replaceAll(/\s+/g, ' ')}\` (${this.#placeOf(loop)})`,
        ...indent([
          ...(over ? [`over      \`${textOf(over)}\`, ${sizes[collectionSize(this.#types, over)]}`] : []),
          `turns     ${dependence === undefined ? 'need nothing of each other, as far as can be seen' : `stay apart: ${dependence}`}`,
        ]),
      ];
    });
  }

  // What the rule makes of it -------------------------------------------------------------------------------------

  #verdicts(calls: readonly Call[]): string[] {
    const combinators = new Set(calls.flatMap(call => this.#combinatorAround(call) ?? []));
    if (combinators.size === 0)
      return ['Nothing to judge: no call here awaits a list, as `Promise.all` does.'];
    return [...combinators].flatMap(call => this.#fanOut(call));
  }

  /** The call itself, or the one whose list it helps to make, where that awaits a list of operations. */
  #combinatorAround(call: Call): ts.CallExpression | undefined {
    for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
      if (ts.isCallExpression(node) && modelOf(this.#types, node)?.combines) return node;
    }
    return undefined;
  }

  #fanOut(call: ts.CallExpression): string[] {
    const name = nameOfCall(call);
    const at = this.#placeOf(calleeOf(call));
    const combines = modelOf(this.#types, call)?.combines;
    const list = combines && argumentAt(call, combines);
    const starts = list ? startsOf(this.#types, list) : [];
    if (!list || starts.length === 0) {
      const isWritten = list !== undefined && ts.isArrayLiteralExpression(list);
      const why = isWritten
        ? 'its operations are written down one by one'
        : 'it cannot be seen that its list holds one operation for each item of a collection';
      return [`\`${name}\` (${at})`, `  Not reported: ${why}.`];
    }
    return [
      `\`${name}\` (${at})`,
      ...starts.flatMap(start => indent(this.#start(start))),
      ...indent([this.#verdict(call, starts)]),
    ];
  }

  #start(start: Start): string[] {
    const work = this.#whyOf(waitsForIo, start);
    const limit = start.mayBeLimited() ? (this.#whyOf(mayLimit, start) ?? { steps: [] }) : undefined;
    return [
      `over      \`${start.collection}\`, ${sizes[start.size]}`,
      ...labelled(
        'each      ',
        start.work() !== undefined && work
          ? this.#chain(work)
          : work?.assumed
            ? [...this.#chain(work), 'which gives a promise; what for, nobody described']
            : work?.model?.batches
              ? [...this.#chain(work), 'which goes out with those of the others, as one request']
              : ['waits for nothing outside this process, as far as can be seen'],
      ),
      ...labelled('limited   ', limit ? limited(this.#chain(limit)) : ['no']),
    ];
  }

  #whyOf(fact: Fact, { operation }: Start): Why | undefined {
    return fact.ofFunction(this.#types, operation) ?? fact.ofExpression(this.#types, operation);
  }

  #verdict(call: ts.CallExpression, starts: readonly Start[]): string {
    if (this.#isTestFile) return 'Not reported: the file declares tests.';
    const judged = starts.map(start => ({ start, excuse: excuseOf(start) }));
    const reported = judged.find(({ excuse }) => excuse === undefined)?.start;
    if (reported && isAtStart(this.#types, call))
      return 'Not reported: it runs only while the process starts, or for somebody who started a command.';
    if (reported) {
      return `Reported: one \`${reported.work() ?? ''}\` starts for every element of \`${reported.collection}\`, all at the same time.`;
    }
    return `Not reported: ${[...new Set(judged.map(({ excuse }) => excuse))].join('; ')}.`;
  }

  // Places --------------------------------------------------------------------------------------------------------

  #chain({ steps, model }: Why): string[] {
    if (steps.length === 0) return [];
    const width = Math.max(...steps.map(({ name }) => name.length));
    return steps.map((step, index) => {
      const isLeaf = index === steps.length - 1;
      const words = isLeaf && model ? `  ${inWords(decisive(model))}${because(model)}` : '';
      return `${step.name.padEnd(width)}  ${this.#place(step)}${words}`;
    });
  }

  #placeOf(node: ts.Node): string {
    return this.#place({ file: node.getSourceFile().fileName, line: startLineOf(node) });
  }

  #place({ file, line }: Pick<Step, 'file' | 'line'>): string {
    return `${path.relative(this.#cwd, file).replaceAll('\\', '/')}:${line}`;
  }
}

const sizes: Readonly<Record<Start['size'], string>> = {
  fixed: 'whose length the code says',
  data: 'which is as long as the data',
  unknown: 'whose length cannot be seen',
};

/** Why a start is no unbounded fan-out, or undefined where it is one. */
function excuseOf(start: Start): string | undefined {
  if (start.size === 'fixed') return `the code says how long \`${start.collection}\` is`;
  if (start.size === 'unknown') return `how long \`${start.collection}\` can get cannot be seen`;
  if (start.work() === undefined) return 'an operation waits for nothing outside this process that is known';
  if (start.sharesConnection()) return 'the operations share one connection, which takes them one by one';
  return start.mayBeLimited() ? 'the operations might take turns' : undefined;
}

/** The calls of a file in the order their callees end, dynamic imports left out. */
function callsOf(file: ts.SourceFile): readonly Call[] {
  const calls: Call[] = [];
  walk(file, node => {
    if (isCall(node) && calleeOf(node).kind !== ts.SyntaxKind.ImportKeyword) calls.push(node);
  });
  return calls.sort((a, b) => calleeOf(a).end - calleeOf(b).end);
}

function nearest(calls: readonly Call[], line: number): string {
  const lines = calls.map(call => lineOf(calleeOf(call)));
  const before = lines.findLast(each => each < line);
  const after = lines.find(each => each > line);
  const near = [before, after].filter(each => each !== undefined);
  if (near.length === 0) return ' Nor does any other line of the file.';
  return ` The nearest ${near.length === 1 ? 'is on line' : 'are on lines'} ${near.join(' and ')}.`;
}

/** Where a callee's last name stands: the line a reader means. */
function lineOf(callee: ts.Expression): number {
  return callee.getSourceFile().getLineAndCharacterOfPosition(callee.getEnd()).line + 1;
}

function startLineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The functions around a node, innermost first. */
function functionsAround(node: ts.Node): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let up: ts.Node = node.parent; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isFunctionLike(up) && hasBody(up)) found.push(up as FunctionNode);
  }
  return found;
}

/** `exportOrders`, `OrderService.export`; undefined for functions without a name. */
function nameOf(node: FunctionNode): string | undefined {
  if (ts.isConstructorDeclaration(node)) return `new ${node.parent.name?.text ?? 'class'}`;
  const { parent } = node;
  const named =
    node.name ??
    (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)
      ? parent.name
      : undefined);
  const holder = ts.isClassLike(parent) ? parent : ts.isClassLike(parent.parent) ? parent.parent : undefined;
  return named && [holder?.name?.text, named.getText()].filter(Boolean).join('.');
}

function nameOfCall(call: Call): string {
  return `${ts.isNewExpression(call) ? 'new ' : ''}${shortName(calleeOf(call))}`;
}

/** The declaration of a callee in the project's own files, the one with a body before others. */
function ownDeclaration(types: Types, call: Call): ts.Declaration | undefined {
  const own = (calleeSymbol(types, call)?.declarations ?? []).filter(declaration =>
    isOwnFile(types.program, declaration.getSourceFile()),
  );
  return own.find(hasBody) ?? own[0];
}

function hasBody(node: ts.Node): boolean {
  const { body, initializer } = node as { body?: ts.Node; initializer?: ts.Node };
  return body !== undefined || (initializer !== undefined && ts.isFunctionLike(initializer));
}

/** A model or a summary as one line: `waitsFor network, acquires {what connection, at result}`. `when` chose the row. */
function inWords(said: object): string {
  const value = (each: unknown): string => {
    if (Array.isArray(each)) return `[${each.map(value).join(', ')}]`;
    return typeof each === 'object' && each !== null ? `{${inWords(each)}}` : String(each);
  };
  return Object.entries(said)
    .filter(([word, each]) => word !== 'when' && word !== 'reason' && each !== undefined)
    .map(([word, each]) => (each === true ? word : `${word} ${value(each)}`))
    .join(', ');
}

/** The words of a model by which a fact holds. */
function decisive({ waitsFor, blocks, enqueues, runs, takesPermit, batches }: CallModel): object {
  return { waitsFor, blocks, enqueues, runs, takesPermit, batches };
}

function because({ reason }: CallModel): string {
  return reason === undefined ? '' : `: ${reason}`;
}

function limited(chain: readonly string[]): string[] {
  return chain.length === 0 ? ['perhaps, in its own body'] : ['perhaps, by', ...indent(chain)];
}

function labelled(label: string, [first = '', ...rest]: readonly string[]): string[] {
  return [label + first, ...indent(rest, label.length)];
}

function indent(lines: readonly string[], by = 2): string[] {
  return lines.map(line => ' '.repeat(by) + line);
}
