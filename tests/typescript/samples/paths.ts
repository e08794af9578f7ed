declare function acquire(): Promise<Held>;
declare function acquireNow(): Held;
declare function release(held?: unknown): Promise<void>;
declare function releaseNow(held?: unknown): void;
declare function work(...given: readonly unknown[]): Promise<number>;
declare function fail(): never;
declare const log: { info(text: string): void };
declare const flag: boolean;
declare const kind: 'a' | 'b' | 'c';
declare const items: readonly string[];
declare const stream: AsyncIterable<string>;

interface Held extends AsyncDisposable {
  release(): Promise<void>;
  done: boolean;
}

// want: throw work
export async function straight() {
  await acquire();
  await work();
  await release();
}

// want silent work: no
export async function straightWithoutThrows() {
  await acquire();
  await work();
  await release();
}

// want silent work: end
export async function never() {
  await acquire();
  await work();
}

// want: no
export async function inFinally() {
  await acquire();
  try {
    await work();
  } finally {
    await release();
  }
}

// want: throw info
export async function beforeTry() {
  await acquire();
  log.info('acquired');
  try {
    await work();
  } finally {
    await release();
  }
}

// want: throw work
export async function throwsBeforeInFinally() {
  await acquire();
  try {
    items.length;
  } finally {
    await work();
    await release();
  }
}

// want: no
export async function throwsBehindInFinally() {
  await acquire();
  try {
    await work();
  } finally {
    await release();
    await work();
  }
}

// want: no
export async function nestedFinally() {
  await acquire();
  try {
    await work();
  } finally {
    try {
      await work();
    } finally {
      await release();
    }
  }
}

// want: throw info after work
export async function onlyInTry() {
  await acquire();
  try {
    await work();
    await release();
  } finally {
    log.info('done');
  }
}

// want: end
export async function onlyInCatch() {
  await acquire();
  try {
    await work();
  } catch {
    await release();
  }
}

// want: end after work
export async function swallowed() {
  await acquire();
  try {
    await work();
    await release();
  } catch {
    items.length;
  }
}

// want: no
export async function inBoth() {
  await acquire();
  try {
    await work();
    await release();
  } catch (error) {
    await release();
    throw error;
  }
}

// want: throw throw
export async function explicitThrow() {
  await acquire();
  if (flag) throw 'no';
  await release();
}

// want: return return
export async function earlyReturn() {
  await acquire();
  if (flag) return;
  await release();
}

// want: no
export async function earlyReturnInTry() {
  await acquire();
  try {
    if (flag) return 1;
    return await work();
  } finally {
    await release();
  }
}

// want: no
export async function acquiredInTry() {
  try {
    await acquire();
    await work();
  } finally {
    await release();
  }
}

// want: no
export async function returnsInFinally() {
  await acquire();
  try {
    await work();
  } finally {
    releaseNow();
    return 1;
  }
}

// want silent work: end after continue
export async function continues() {
  for (const item of items) {
    await acquire();
    if (item === 'skip') continue;
    await work(item);
    await release();
  }
}

// want silent work once: end after continue
export async function continuesToTheEnd() {
  for (const item of items) {
    await acquire();
    if (item === 'skip') continue;
    await work(item);
    await release();
  }
}

// want silent work: end after break
export async function breaks() {
  while (true) {
    await acquire();
    if (flag) break;
    await release();
  }
}

// want silent work: no
export async function breaksTowardsRelease() {
  await acquire();
  while (true) {
    if (await work()) break;
  }
  await release();
}

// want silent work: end after break
export async function breaksOuter() {
  outer: for (;;) {
    for (const item of items) {
      await acquire();
      if (item === '') break outer;
      await release();
    }
  }
}

// want silent work: no
export async function breaksBlock() {
  await acquire();
  here: {
    if (flag) break here;
    await work();
  }
  await release();
}

// want silent work: no
export async function breaksThroughFinally() {
  for (const item of items) {
    await acquire();
    try {
      if (item === 'a') continue;
      if (item === 'b') break;
    } finally {
      await release();
    }
  }
}

// want silent work: end
export async function switchesPast() {
  await acquire();
  switch (kind) {
    case 'a':
      await release();
      break;
    case 'b':
    case 'c':
      await work();
  }
}

// want silent work: no
export async function switchesFully() {
  await acquire();
  switch (kind) {
    case 'a':
      await work();
    case 'b':
      await release();
      break;
    default:
      await release();
  }
}

// want: throw await
export async function forAwait() {
  await acquire();
  for await (const item of stream) item.at(0);
  await release();
}

// want silent at: throw await
export async function forAwaitWithoutCalls() {
  await acquire();
  for await (const item of stream) item.at(0);
  await release();
}

// want: no
export async function exits() {
  await acquire();
  if (flag) process.exit(1);
  await release();
}

// want: throw fail_
export async function failsAlways() {
  await acquire();
  if (flag) fail_();
  await release();
}

function fail_(): never {
  throw new Error('no');
}

// want: throw fail
export async function failsElsewhere() {
  await acquire();
  if (flag) return fail();
  await release();
}

// want silent work: no
export async function inDo() {
  await acquire();
  do {
    await work();
  } while (flag);
  await release();
}

// want silent work: end
export async function inFor() {
  await acquire();
  for (let index = 0; index < items.length; index += 1) await release();
}

// want: no
export async function used() {
  await using held = await acquire();
  await work(held);
}

// want: throw work
export const asArrow = async () => (await acquire()) && work();

// want silent work: return acquire
export const arrowReturns = async () => await acquire();

// want: return return
export async function conditionalExpression() {
  await acquire();
  return flag ? release() : 1;
}

// want: no
export async function bothSides() {
  await acquire();
  return flag ? release() : releaseNow();
}

// want: return return
export async function shortCircuit() {
  await acquire();
  return flag && release();
}

// want: no
export async function handedOn() {
  await acquire();
  return () => release();
}

// want: throw yield 1
export async function* yields() {
  await acquire();
  yield 1;
  await release();
}

// want silent work: throw acquire, no
export async function twice() {
  const first = acquireNow();
  const second = await acquire();
  await Promise.all([release(first), release(second)]);
}
