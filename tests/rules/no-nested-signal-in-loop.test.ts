import rule from '../../src/rules/no-nested-signal-in-loop.js';
import { testRule } from '../typed-rule-tester.js';

const reported = (
  name: string,
  code: string,
  data: { signal: string; loop: string },
  at: { line: number; column: number },
) => ({ name, code, errors: [{ messageId: 'nestedSignal' as const, data, ...at }] });

const silent = (name: string, code: string) => ({ name, code });

testRule('no-nested-signal-in-loop', rule, {
  invalid: [
    reported(
      'a field of the object',
      `export class Poller {
  constructor(private signal: AbortSignal) {}
  async run(urls: string[]) {
    for (const url of urls) {
      this.signal = AbortSignal.any([this.signal, AbortSignal.timeout(1000)]);
      await fetch(url, { signal: this.signal });
    }
  }
}`,
      { signal: 'this.signal', loop: 'for' },
      { line: 5, column: 7 },
    ),
    reported(
      'a parameter that is wrapped in each turn',
      `export async function work(urls: string[], signal: AbortSignal) {
  for (const url of urls) {
    signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
    await fetch(url, { signal });
  }
}`,
      { signal: 'signal', loop: 'for' },
      { line: 3, column: 5 },
    ),
    reported(
      'through a constant, in a while loop',
      `export async function work(next: () => string | undefined, root: AbortSignal) {
  let current = root;
  let url = next();
  while (url !== undefined) {
    const limited = AbortSignal.any([current, AbortSignal.timeout(1000)].filter(Boolean));
    current = limited;
    await fetch(url, { signal: current });
    url = next();
  }
}`,
      { signal: 'current', loop: 'while' },
      { line: 6, column: 5 },
    ),
    reported(
      'a function of the project makes the signal, in a callback for each item',
      `function limited(signal: AbortSignal | undefined, ms: number): AbortSignal {
  return signal ? AbortSignal.any([signal, AbortSignal.timeout(ms)]) : AbortSignal.timeout(ms);
}
export function work(urls: string[], given?: AbortSignal) {
  let signal = given;
  return urls.map(url => {
    signal = limited(signal, 1000);
    return fetch(url, { signal });
  });
}`,
      { signal: 'signal', loop: 'urls.map' },
      { line: 7, column: 5 },
    ),
    reported(
      'only in some turns',
      `export async function work(urls: string[], root: AbortSignal, slow: Set<string>) {
  let signal = root;
  do {
    const url = urls.pop() ?? '';
    if (slow.has(url)) signal = slow.size > 3 ? AbortSignal.any([AbortSignal.timeout(9), signal]) : signal;
    await fetch(url, { signal });
  } while (urls.length > 0);
}`,
      { signal: 'signal', loop: 'do' },
      { line: 5, column: 24 },
    ),
  ],
  valid: [
    silent(
      'a constant of the turn',
      `export async function work(urls: string[], root: AbortSignal) {
        for (const url of urls) {
          const signal = AbortSignal.any([root, AbortSignal.timeout(1000)]);
          await fetch(url, { signal });
        }
      }`,
    ),
    silent(
      'a variable that each turn sets anew',
      `export async function work(urls: string[], root: AbortSignal) {
        let signal = root;
        for (const url of urls) {
          signal = AbortSignal.any([root, AbortSignal.timeout(1000)]);
          await fetch(url, { signal });
        }
        for (const url of urls) {
          signal = root;
          if (url) signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
          await fetch(url, { signal });
        }
      }`,
    ),
    silent(
      'once, before the loop or at its end',
      `export async function work(urls: string[], signal: AbortSignal) {
        signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        for (const url of urls) {
          if (!url) {
            signal = AbortSignal.any([signal, AbortSignal.timeout(1)]);
            break;
          }
          await fetch(url, { signal });
        }
      }`,
    ),
    silent(
      'a variable of the turn',
      `export async function work(urls: string[], root: AbortSignal) {
        for (const url of urls) {
          let signal = root;
          if (url) signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
          await fetch(url, { signal });
        }
      }`,
    ),
    silent(
      'the same signal, unwrapped',
      `export function work(signals: AbortSignal[], root: AbortSignal) {
        let signal = root;
        for (const each of signals) signal = each.aborted ? each : signal;
        return signal;
      }`,
    ),
    silent(
      'other values that are made of themselves',
      `export function join(words: string[], signal: AbortSignal) {
        let text = '';
        for (const word of words) text = [text, word].join(signal.aborted ? '' : ' ');
        return text;
      }`,
    ),
    silent(
      'a field that each turn sets anew, and one that is set once',
      `export class Poller {
        private signal?: AbortSignal;
        constructor(private readonly root: AbortSignal, extra: AbortSignal[]) {
          for (const each of extra) console.log(each.aborted);
          this.signal = AbortSignal.any([root, ...extra]);
        }
        async run(urls: string[]) {
          for (const url of urls) {
            this.signal = this.root;
            this.signal = AbortSignal.any([this.signal, AbortSignal.timeout(1000)]);
            await fetch(url, { signal: this.signal });
          }
        }
      }`,
    ),
    silent(
      'MISSED: a field that each call of a method wraps once more',
      `export class Poller {
        private signal = new AbortController().signal;
        next() { this.signal = AbortSignal.any([this.signal, AbortSignal.timeout(1000)]); return this.signal; }
      }`,
    ),
  ],
});
