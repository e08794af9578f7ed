/**
 * Answers about functions that call each other, each worked out once: recursion is solved as a least fixpoint, and
 * how deep calls are followed is bounded without the order of the questions changing an answer.
 */
import type { FunctionNode } from '../typescript/walk.js';

/** What is known of one function. An answer that the depth left cut short is known for that depth alone. */
interface Kept<A> {
  /** Holds whichever depth is left, if that is at least its height: how many calls below it were needed. */
  whole?: { readonly answer: A | undefined; readonly height: number };
  /** Up to this depth left, nothing was found. */
  nothingUpTo?: number;
  /** What was found before the depth left ran out, by the depth left. */
  cut?: Map<number, A>;
}

/** Of most functions nothing holds, whatever they call: one answer serves all of them. */
const nothing: Kept<never> = Object.freeze({ whole: Object.freeze({ answer: undefined, height: 0 }) });

/** What has been answered so far, for one program. */
export type Answers<A> = Map<FunctionNode, Kept<A>>;

/** An answer that leans on a function still being looked at. */
interface Assumed<A> {
  readonly body: FunctionNode;
  readonly answer: A | undefined;
  readonly left: number;
  /** The outermost function it leans on, as an index into the open ones. */
  reach: number;
}

/** A function that is being looked at. */
interface Frame {
  readonly body: FunctionNode;
  reach: number;
  /** Whether the depth left cut something short below. */
  cut: boolean;
  height: number;
}

/** One question and the questions below it. */
export class LeastFixpoint<A> {
  readonly #answers: Answers<A>;
  readonly #deepest: number;
  readonly #isWhole: (answer: A) => boolean;
  readonly #open: Frame[] = [];
  readonly #indexOf = new Map<FunctionNode, number>();
  /** Innermost last; those that one open function assumed stand together at the end while it is open. */
  readonly #assumed: Assumed<A>[] = [];
  readonly #assumedOf = new Map<FunctionNode, Assumed<A>>();

  /**
   * @param answers what is remembered between questions
   * @param deepest how many calls deep to look
   * @param isWhole whether more knowledge of other functions could not change an answer, as it can not change a yes
   */
  constructor(answers: Answers<A>, deepest: number, isWhole: (answer: A) => boolean) {
    this.#answers = answers;
    this.#deepest = deepest;
    this.#isWhole = isWhole;
  }

  /** The answer for a function: remembered, or worked out by `ask`, which asks the same of what the function calls. */
  of(body: FunctionNode, ask: () => A | undefined): A | undefined {
    const left = this.#deepest - this.#open.length;
    const index = this.#indexOf.get(body);
    if (index !== undefined) {
      this.#lean(index);
      return undefined;
    }
    const kept = this.#remembered(body, left);
    if (kept) return kept.answer;
    const assumed = this.#assumedOf.get(body);
    if (assumed && assumed.left >= left) {
      this.#lean(assumed.reach);
      return assumed.answer;
    }
    if (left <= 0) {
      const frame = this.#open.at(-1);
      if (frame) frame.cut = true;
      return undefined;
    }
    return this.#enter(body, left, ask);
  }

  #lean(index: number): void {
    const frame = this.#open.at(-1);
    if (frame) frame.reach = Math.min(frame.reach, index);
  }

  #remembered(body: FunctionNode, left: number): { answer: A | undefined } | undefined {
    const kept = this.#answers.get(body);
    if (!kept) return undefined;
    const frame = this.#open.at(-1);
    if (kept.whole && kept.whole.height <= left) {
      if (frame && kept.whole.answer !== undefined)
        frame.height = Math.max(frame.height, kept.whole.height + 1);
      return kept.whole;
    }
    const cut = kept.cut?.get(left);
    if (cut === undefined && (kept.nothingUpTo ?? 0) < left) return undefined;
    if (frame) frame.cut = true;
    return { answer: cut };
  }

  #enter(body: FunctionNode, left: number, ask: () => A | undefined): A | undefined {
    const index = this.#open.length;
    const frame: Frame = { body, reach: Number.POSITIVE_INFINITY, cut: false, height: 1 };
    const firstAssumed = this.#assumed.length;
    this.#open.push(frame);
    this.#indexOf.set(body, index);
    let answer: A | undefined;
    try {
      answer = ask();
    } finally {
      this.#open.pop();
      this.#indexOf.delete(body);
    }
    const outer = this.#open.at(-1);
    if (outer && answer !== undefined) outer.height = Math.max(outer.height, frame.height + 1);
    if (answer !== undefined && this.#isWhole(answer)) {
      this.#keptOf(body).whole = { answer, height: frame.height };
      // What was answered while this one was taken for nothing must be asked again.
      this.#forget(firstAssumed);
      return answer;
    }
    if (outer) outer.cut ||= frame.cut;
    if (frame.reach >= index) this.#settle(frame, answer, left, firstAssumed);
    else this.#assume({ body, answer, left, reach: frame.reach }, firstAssumed);
    return answer;
  }

  /** No cycle leads further out: the answer is final, and where nothing was found, so is all that leaned on it. */
  #settle(frame: Frame, answer: A | undefined, left: number, firstAssumed: number): void {
    const below = this.#assumed.slice(firstAssumed);
    this.#forget(firstAssumed);
    this.#keep(frame.body, answer, left, frame);
    if (answer !== undefined || below.some(each => each.answer !== undefined)) return;
    for (const each of below) this.#keep(each.body, undefined, each.left, frame);
  }

  #keep(body: FunctionNode, answer: A | undefined, left: number, { cut, height }: Frame): void {
    if (this.#answers.get(body) === nothing) return;
    if (!cut && answer === undefined) {
      this.#answers.set(body, nothing);
      return;
    }
    const kept = this.#keptOf(body);
    if (!cut) kept.whole = { answer, height };
    else if (answer === undefined) kept.nothingUpTo = Math.max(kept.nothingUpTo ?? 0, left);
    else (kept.cut ??= new Map()).set(left, answer);
  }

  #keptOf(body: FunctionNode): Kept<A> {
    let kept = this.#answers.get(body);
    if (!kept || kept === nothing) this.#answers.set(body, (kept = {}));
    return kept;
  }

  #assume(assumed: Assumed<A>, firstAssumed: number): void {
    // What leaned on this one leans on what this one leans on.
    for (const each of this.#assumed.slice(firstAssumed)) each.reach = Math.min(each.reach, assumed.reach);
    this.#assumed.push(assumed);
    this.#assumedOf.set(assumed.body, assumed);
    this.#lean(assumed.reach);
  }

  #forget(firstAssumed: number): void {
    for (const { body } of this.#assumed.splice(firstAssumed)) this.#assumedOf.delete(body);
  }
}
