/**
 * The cases of the two analyzers of .NET that know most about cancellation, told in TypeScript: what they say of each,
 * what `require-signal-forwarding` says, and why where that is not the same.
 */

/** What an analyzer says of a call: nothing, a finding, one with choices to make, one that it repairs. */
export type Outcome = 'silent' | 'finding' | 'suggestion' | 'fix';

/** One case of theirs in our language. */
export interface ParityCase {
  /** `CA2016` of the .NET SDK, `MA0040` of Meziantou.Analyzer with its relatives. */
  readonly of: 'CA2016' | 'MA0040' | 'MA0032' | 'MA0079' | 'MA0080';
  /** Their name for it, without what all names have in common. */
  readonly name: string;
  readonly theirs: Outcome;
  readonly ours: Outcome;
  /** Why we differ, where we report or stay silent as they do not, or repair what they do not. */
  readonly because?: string;
  readonly code: string;
}

/** What the cases call. */
export const prelude = `
declare function none(text?: string): Promise<void>;
declare function opt(signal?: AbortSignal): Promise<void>;
declare function bag(url: string, options?: { method?: string; signal?: AbortSignal }): Promise<void>;
declare function over(): Promise<void>;
declare function over(signal: AbortSignal): Promise<void>;
declare const other: { opt(signal?: AbortSignal): Promise<void>; over: typeof over; sync(signal?: AbortSignal): number };
export { bag, none, opt, other, over };
`;

const left =
  'nobody waits for it here: a promise that is dropped on purpose goes on by itself, and `no-floating-promises` asks whether it was meant';
const values =
  'nothing is waited for: a call that returns a value has returned before anything could abort it';
const overload = 'the call would use another overload, which is likely right and not certain: a suggestion';

/** The cases of CA2016, in the order of its test file. */
export const ca2016: readonly ParityCase[] = [
  // CA2016, silent -----------------------------------------------------------------------------------------------
  {
    of: 'CA2016',
    name: 'NoParentToken_AsyncNoToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m() { await none(); }`,
  },
  {
    of: 'CA2016',
    name: 'NoParentToken_SyncNoToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export function m() { other.sync(); }`,
  },
  {
    of: 'CA2016',
    name: 'NoParentToken_TokenDefault',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m() { await opt(); }`,
  },
  {
    of: 'CA2016',
    name: 'NoToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await none(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadArgumentsDontMatch',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(i: number, s: string): Promise<void>;
declare function run(i: number, ct: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(5, 'Hello world'); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Overload_AlreadyPassingToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await over(ct); }`,
  },
  {
    of: 'CA2016',
    name: 'Default_AlreadyPassingToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await opt(ct); }`,
  },
  {
    of: 'CA2016',
    name: 'PassingTokenFromSource',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { const cts = new AbortController(); await over(cts.signal); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'PassingExplicitDefault',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await opt(undefined); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'PassingExplicitDefaultCancellationToken',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await bag('', { signal: undefined }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'PassingExplicitCancellationTokenNone',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await opt(new AbortController().signal); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadTokenNotLastParameter',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(): Promise<void>;
declare function run(x: number, ct: AbortSignal, s: string): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadWithMultipleTokens',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(): Promise<void>;
declare function run(c1: AbortSignal, c2: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadWithMultipleTokensSeparated',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(): Promise<void>;
declare function run(x: number, c1: AbortSignal, s: string, c2: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'NamedTokenUnordered',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal) { await bag('', { signal: undefined, method: 'GET' }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'CancellationTokenSource_ParamsUsed_Order',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function link(...signals: AbortSignal[]): Promise<void>;
export async function m(ct: AbortSignal) { await link(ct); }`,
  },
  {
    of: 'CA2016',
    name: 'ExtensionMethodTakesToken',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function none2(text: string, signal: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await none('x'); return [ct, none2]; }`,
  },
  {
    of: 'CA2016',
    name: 'ParametersDifferMoreThanOne',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(i: number): Promise<void>;
declare function run(i: number, b: boolean): Promise<void>;
declare function run(i: number, b: boolean, c: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(1); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'LambdaAndExtensionMethod_NoTokenInLambda',
    theirs: 'silent',
    ours: 'suggestion',
    because:
      'callbacks of `map`, `forEach` and of whatever runs them at once belong to the work around them; in JavaScript nearly all loops over asynchronous work are written so',
    code: `export async function m(ids: string[], ct: AbortSignal) { await Promise.all(ids.map(async id => { await bag(id); })); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'AnonymousDelegateAndExtensionMethod_NoTokenInAnonymousDelegate',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function later(work: () => Promise<void>): void;
export async function m(ct: AbortSignal) { later(async () => { await opt(); }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ReturnTypesDiffer',
    theirs: 'silent',
    ours: 'silent',
    code: `declare function run(s: string): Promise<void>;
declare function run(s: string, ct: AbortSignal): number;
export async function m(ct: AbortSignal) { await run(''); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ArgList',
    theirs: 'silent',
    ours: 'silent',
    code: `export async function m(ct: AbortSignal, ...args: [url: string, options?: { signal?: AbortSignal }]) { await bag(...args); return ct; }`,
  },
  // CA2016, reported without a repair ----------------------------------------------------------------------------
  {
    of: 'CA2016',
    name: 'OverloadWithNamedParametersUnordered',
    theirs: 'finding',
    ours: 'fix',
    because: 'properties have no order, so the signal can stand anywhere',
    code: `export async function m(ct: AbortSignal) { await bag('', { method: 'GET' }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'CancellationTokenSource_ParamsEmpty',
    theirs: 'finding',
    ours: 'silent',
    because: 'making a signal is no work to be stopped',
    code: `export async function m(ct: AbortSignal) { const linked = AbortSignal.any([]); return [ct, linked]; }`,
  },
  {
    of: 'CA2016',
    name: 'StaticLocalMethod',
    theirs: 'finding',
    ours: 'suggestion',
    because: 'there are no static local functions: the signal can be seen from inside',
    code: `export async function m(ct: AbortSignal) {
  await local();
  async function local() { await opt(); }
  return ct;
}`,
  },
  {
    of: 'CA2016',
    name: 'LocalMethod_InsideOf_StaticLocalMethod_TokenInTopParent',
    theirs: 'finding',
    ours: 'suggestion',
    because: 'the same',
    code: `export async function m(ct: AbortSignal) {
  await outer();
  async function outer() { await inner(); async function inner() { await opt(); } }
  return ct;
}`,
  },
  // CA2016, repaired ---------------------------------------------------------------------------------------------
  {
    of: 'CA2016',
    name: 'Class_TokenDefault',
    theirs: 'fix',
    ours: 'fix',
    code: `export class C { async m(ct: AbortSignal) { await this.run(); return ct; } run(c?: AbortSignal): Promise<void> { return opt(c); } }`,
  },
  {
    of: 'CA2016',
    name: 'NoAwait',
    theirs: 'fix',
    ours: 'silent',
    because: left,
    code: `export function m(ct: AbortSignal) { void opt(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'SaveTask',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal) { const task = opt(); await task; return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ClassStaticMethod_TokenDefault',
    theirs: 'fix',
    ours: 'fix',
    code: `export class C { static async m(ct: AbortSignal) { await C.run(); return ct; } static run(c?: AbortSignal): Promise<void> { return opt(c); } }`,
  },
  {
    of: 'CA2016',
    name: 'OtherClass_TokenDefault',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal) { await other.opt(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Struct_TokenDefault',
    theirs: 'fix',
    ours: 'fix',
    code: `export const m = async (ct: AbortSignal) => { await opt(); return ct; };`,
  },
  {
    of: 'CA2016',
    name: 'OverloadToken',
    theirs: 'fix',
    ours: 'suggestion',
    because: overload,
    code: `export async function m(ct: AbortSignal) { await over(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadTokenDefault',
    theirs: 'fix',
    ours: 'suggestion',
    because: overload,
    code: `export async function m(ct: AbortSignal) { await other.over(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'OverloadsArgumentsMatch',
    theirs: 'fix',
    ours: 'suggestion',
    because: overload,
    code: `declare function run(x: number, s: string): Promise<void>;
declare function run(x: number, s: string, ct: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(5, 'Hello'); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ActionDelegateAwait',
    theirs: 'fix',
    ours: 'fix',
    code: `export const m: (ct: AbortSignal) => Promise<void> = async ct => { await opt(); ct.throwIfAborted(); };`,
  },
  {
    of: 'CA2016',
    name: 'ActionDelegateNoAwait',
    theirs: 'fix',
    ours: 'silent',
    because: left,
    code: `export const m: (ct: AbortSignal) => void = ct => { void opt(); ct.throwIfAborted(); };`,
  },
  {
    of: 'CA2016',
    name: 'FuncDelegateAwait',
    theirs: 'fix',
    ours: 'fix',
    code: `export const m: (ct: AbortSignal) => Promise<boolean> = async ct => { await opt(); return ct.aborted; };`,
  },
  {
    of: 'CA2016',
    name: 'FuncDelegateAwaitOutside',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m() { const run: (ct: AbortSignal) => Promise<void> = ct => { ct.throwIfAborted(); return opt(); }; await run(AbortSignal.timeout(5)); }`,
  },
  {
    of: 'CA2016',
    name: 'NestedFunctionAwait',
    theirs: 'fix',
    ours: 'suggestion',
    because:
      'a fix is offered for the nearest function alone; a local function may also be called with another signal in mind',
    code: `export async function m(ct: AbortSignal) {
  await local();
  async function local() { await opt(); }
  return ct;
}`,
  },
  {
    of: 'CA2016',
    name: 'NestedFunctionNoAwait',
    theirs: 'fix',
    ours: 'silent',
    because: left,
    code: `export function m(ct: AbortSignal) {
  local();
  function local() { void opt(); }
  return ct;
}`,
  },
  {
    of: 'CA2016',
    name: 'NestedFunctionAwaitOutside',
    theirs: 'fix',
    ours: 'suggestion',
    because: 'the same as of the awaiting one',
    code: `export async function m(ct: AbortSignal) {
  await local();
  function local() { return opt(); }
  return ct;
}`,
  },
  {
    of: 'CA2016',
    name: 'AliasTokenInDefault',
    theirs: 'fix',
    ours: 'fix',
    code: `type Token = AbortSignal;
declare function run(c?: Token): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Default_AliasTokenInMethodParameter',
    theirs: 'fix',
    ours: 'fix',
    code: `type Token = AbortSignal;
export async function m(ct: Token) { await opt(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Overload_AliasTokenInMethodParameter',
    theirs: 'fix',
    ours: 'suggestion',
    because: overload,
    code: `type Token = AbortSignal;
export async function m(ct: Token) { await over(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Default_WithAllDefaultParametersImplicit',
    theirs: 'fix',
    ours: 'suggestion',
    because: 'the arguments in between have to be written as `undefined`',
    code: `declare function run(x?: number, y?: boolean, ct?: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Default_WithSomeDefaultParameters',
    theirs: 'fix',
    ours: 'fix',
    code: `declare function run(x: number, y?: boolean, ct?: AbortSignal): Promise<void>;
export async function m(ct: AbortSignal) { await run(5, true); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Default_WithNamedParameters',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal) { await bag('', { method: 'POST' }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'Default_WithNamedParametersUnordered',
    theirs: 'fix',
    ours: 'fix',
    code: `declare function run(options: { z?: string; x: number; signal?: AbortSignal; y?: boolean }): Promise<void>;
export async function m(ct: AbortSignal) { await run({ y: true, x: 5 }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'WithLock',
    theirs: 'fix',
    ours: 'suggestion',
    because: 'a lock is taken by a callback, and a fix is offered for the nearest function alone',
    code: `import { Mutex } from 'async-mutex';
const mutex = new Mutex();
export async function m(ct: AbortSignal) { await mutex.runExclusive(async () => { await opt(); }); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'DereferencePossibleNullReference',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal, o?: typeof other) { await o?.opt(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'WithTrivia',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal) { await /* a */ opt(/* b */) /* c */; return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'MultiNesting_TopMethod',
    theirs: 'fix',
    ours: 'suggestion',
    because: 'the signal is two functions away',
    code: `export async function m(ct: AbortSignal) {
  await one();
  async function one() { await two(); async function two() { await opt(); } }
  return ct;
}`,
  },
  {
    of: 'CA2016',
    name: 'MultiNesting_LocalMethod',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(signal: AbortSignal) {
  await one(signal);
  async function one(ct: AbortSignal) { await opt(); return ct; }
}`,
  },
  {
    of: 'CA2016',
    name: 'GenericTypeParamOnInstanceMethod',
    theirs: 'fix',
    ours: 'fix',
    code: `declare const store: { get<T>(key: string, ct?: AbortSignal): Promise<T> };
export async function m(ct: AbortSignal) { await store.get<number>('a'); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'NullCoalescedDelegates',
    theirs: 'fix',
    ours: 'fix',
    code: `export async function m(ct: AbortSignal, a?: typeof opt) { await (a ?? opt)(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ReturnTypeIsConvertable',
    theirs: 'fix',
    ours: 'suggestion',
    because: overload,
    code: `declare function run(): Promise<object>;
declare function run(ct: AbortSignal): Promise<string[]>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'SpecialCaseTaskLikeReturnTypes',
    theirs: 'fix',
    ours: 'silent',
    because: 'a `PromiseLike` is no `Promise` to whoever gets the result',
    code: `declare function run(): Promise<string>;
declare function run(ct: AbortSignal): PromiseLike<string>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'ParamsArray',
    theirs: 'fix',
    ours: 'silent',
    because: 'no API of JavaScript takes signals as a rest parameter to be stopped by any of them',
    code: `declare function run(...signals: AbortSignal[]): Promise<void>;
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'a nullable token (issue 6496)',
    theirs: 'silent',
    ours: 'fix',
    because: 'a signal that may be missing is the usual case here, and every API takes `undefined` for none',
    code: `export async function m(ct?: AbortSignal) { await opt(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'an obsolete overload (issue 6819)',
    theirs: 'silent',
    ours: 'silent',
    code: `declare const run: {
  (): Promise<void>;
  /** @deprecated */
  (ct: AbortSignal): Promise<void>;
};
export async function m(ct: AbortSignal) { await run(); return ct; }`,
  },
  {
    of: 'CA2016',
    name: 'a call without anything to wait for',
    theirs: 'fix',
    ours: 'silent',
    because: values,
    code: `export function m(ct: AbortSignal) { const n = other.sync(); return [n, ct]; }`,
  },
  {
    of: 'CA2016',
    name: 'a call in a catch block',
    theirs: 'fix',
    ours: 'silent',
    because: 'clean-up has to run when the signal has fired: that is `no-aborted-cleanup`',
    code: `export async function m(ct: AbortSignal) { try { await opt(ct); } catch { await opt(); } finally { await opt(); } }`,
  },
  {
    of: 'CA2016',
    name: 'two tokens in the enclosing method',
    theirs: 'silent',
    ours: 'suggestion',
    because: 'one suggestion for each, and the author chooses',
    code: `export async function m(one: AbortSignal, two: AbortSignal) { await opt(); return [one, two]; }`,
  },
];
