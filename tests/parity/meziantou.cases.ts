/** The cases of Meziantou.Analyzer: tokens are looked for in variables and members as well, and one property away. */
import type { ParityCase } from './signals.cases.js';

/** In the order of its test file. */
export const meziantou: readonly ParityCase[] = [
  {
    of: 'MA0032',
    name: 'CallingMethodWithoutCancellationToken',
    theirs: 'finding',
    ours: 'silent',
    because: 'without a signal in hand there is nothing to pass: `require-timeout` asks for a limit instead',
    code: `export async function m() { await over(); }`,
  },
  {
    of: 'MA0032',
    name: 'CallingMethodWithDefaultValueWithoutCancellationToken',
    theirs: 'finding',
    ours: 'silent',
    because: 'the same',
    code: `export async function m() { await opt(); }`,
  },
  {
    of: 'MA0040',
    name: 'CallingMethodWithCancellationToken (given)',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m() { await opt(AbortSignal.timeout(5)); }`,
  },
  {
    of: 'MA0032',
    name: 'CallingMethodWithATaskInContext',
    theirs: 'finding',
    ours: 'silent',
    because: 'the same',
    code: `export async function m(task: Promise<void>) { await opt(); await task; }`,
  },
  {
    of: 'MA0040',
    name: 'CallingMethodWithCancellationToken (parameter)',
    theirs: 'suggestion',
    ours: 'fix',
    because: 'exactly one signal, and nothing else changes',
    code: `export async function m(ct: AbortSignal) { await opt(); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'ClassThatContainsAProperty',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `interface Request1 { token: AbortSignal; id: string }
export async function m(request: Request1) { await none(request.id); await opt(); }`,
  },
  {
    of: 'MA0040',
    name: 'RecordPropsThatContainsAProperty',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `interface Options { readonly stop?: AbortSignal; readonly id: string }
export async function m(options: Options) { await none(options.id); await opt(); }`,
  },
  {
    of: 'MA0040',
    name: 'CallingMethodWithProperty',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `export class C { readonly token = AbortSignal.timeout(5); constructor(readonly signal: AbortSignal) {} async m() { await opt(); } }`,
  },
  {
    of: 'MA0040',
    name: 'CallingMethodWithInstanceProperty',
    theirs: 'suggestion',
    ours: 'silent',
    because:
      'what an object was made with may be for one thing that it does; only a method that asks it says that it is meant',
    code: `export class C { constructor(readonly context: { signal: AbortSignal }) {} async m() { await opt(); } }`,
  },
  {
    of: 'MA0040',
    name: 'CallingMethod_WithVariables',
    theirs: 'suggestion',
    ours: 'silent',
    because: 'a signal that is made here is made for some of the calls, and for which only the author knows',
    code: `export async function m() { const ct = AbortSignal.timeout(5); await opt(); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'a variable that holds the given token',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `export async function m(options: { signal: AbortSignal }) { const { signal: ct } = options; await opt(); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'InterfaceImplicit_WithProperty',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `interface Held { readonly signal: AbortSignal } interface Context extends Held { readonly id: string }
export async function m(context: Context) { await none(context.id); await opt(); }`,
  },
  {
    of: 'MA0040',
    name: 'an inaccessible member (issue 796)',
    theirs: 'silent',
    ours: 'silent',
    code: `class Job { private readonly signal = AbortSignal.timeout(5); readonly id = String(this.signal.aborted); }
export async function m(job: Job) { await none(job.id); await opt(); }`,
  },
  {
    of: 'MA0040',
    name: 'CancellationTokenSourceCreate (issue 586)',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { const both = AbortSignal.any([ct, AbortSignal.timeout(5)]); await opt(both); }`,
  },
  {
    of: 'MA0040',
    name: 'OverloadWithMultipleParametersOfSameType',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `declare function run(a: string, b: string): Promise<void>;
declare function run(a: string, b: string, ct: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run('a', 'b'); return ct; }`,
  },
  {
    of: 'MA0079',
    name: 'AwaitForEach',
    theirs: 'suggestion',
    ours: 'fix',
    because:
      'the signal goes to the function that makes the values: there is no `WithCancellation` beside it',
    code: `declare function pages(signal?: AbortSignal): AsyncGenerator<string>;
export async function m(ct: AbortSignal) { for await (const page of pages()) await none(page); return ct; }`,
  },
  {
    of: 'MA0080',
    name: 'AwaitForEach without a token in hand',
    theirs: 'finding',
    ours: 'silent',
    because: 'without a signal in hand there is nothing to pass',
    code: `declare function pages(signal?: AbortSignal): AsyncGenerator<string>;
export async function m() { for await (const page of pages()) await none(page); }`,
  },
  {
    of: 'MA0079',
    name: 'AwaitForEach_WithCancellation',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function pages(signal?: AbortSignal): AsyncGenerator<string>;
export async function m(ct: AbortSignal) { for await (const page of pages(ct)) await none(page); }`,
  },
  {
    of: 'MA0079',
    name: 'AwaitForEach_NoNeedForCancellationToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal, pages: AsyncIterable<string>) { for await (const page of pages) await none(page); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'DisposeAsync_NoNeedForCancellationToken',
    theirs: 'silent',
    ours: 'silent',
    code: `declare const file: AsyncDisposable;
export async function m(ct: AbortSignal) { await file[Symbol.asyncDispose](); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'ExtensionMethodOnCancellationToken (issue 228)',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { ct.addEventListener('abort', () => undefined, {}); await none(); }`,
  },
  {
    of: 'MA0040',
    name: 'CancellationTokenAvailableAsLambdaParameter',
    theirs: 'suggestion',
    ours: 'fix',
    because: 'exactly one signal, of the nearest function',
    code: `declare function each(work: (ct: AbortSignal) => Promise<void>): Promise<void>;
export async function m() { await each(async ct => { await opt(); ct.throwIfAborted(); }); }`,
  },
  {
    of: 'MA0040',
    name: 'CancellationTokenAvailableAsParentLambdaParameter',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `declare function each(work: (ct: AbortSignal) => Promise<void>): Promise<void>;
export async function m(ids: string[]) { await each(async ct => { await Promise.all(ids.map(id => bag(id))); ct.throwIfAborted(); }); }`,
  },
  {
    of: 'MA0040',
    name: 'CancellationTokenAvailableAsLocalFunctionParameter',
    theirs: 'suggestion',
    ours: 'fix',
    because: 'exactly one signal, of the nearest function',
    code: `export async function m() { await local(AbortSignal.timeout(5)); async function local(ct: AbortSignal) { await opt(); return ct; } }`,
  },
  {
    of: 'MA0040',
    name: 'CancellationTokenNotAvailableAsVariableDeclarator',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m() { const done = await opt(); const ct = AbortSignal.timeout(5); return [done, ct]; }`,
  },
  {
    of: 'MA0040',
    name: 'SuggestOverloadWithOptionalParameters',
    theirs: 'suggestion',
    ours: 'suggestion',
    code: `declare function run(): Promise<void>;
declare function run(ct: AbortSignal, tries?: number): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'MA0040',
    name: 'Xunit3: the token of the test context',
    theirs: 'suggestion',
    ours: 'silent',
    because: 'files that declare tests are left out: what a test starts ends with it',
    code: `import { it } from 'vitest';
it('runs', async ({ signal }) => { await opt(); signal.throwIfAborted(); });`,
  },
  {
    of: 'MA0040',
    name: 'TopLevelStatements',
    theirs: 'suggestion',
    ours: 'silent',
    because: 'a module has no caller who could stop it, and its signals are made for some of its calls',
    code: `const ct = AbortSignal.timeout(5);
await opt();
export { ct };`,
  },
];
