declare function acquire(): Promise<Held>;
declare function acquireNow(): Held | undefined;
declare function acquirePair(): Promise<[Held, () => void]>;
declare function release(held?: unknown): Promise<void>;
declare function releaseNow(held?: unknown): void;
declare function work(...given: readonly unknown[]): Promise<number>;
declare const flag: boolean;

interface Held {
  release(): void;
  done: boolean;
}

// want: no
export async function nullCheck() {
  let held: Held | undefined;
  try {
    held = await acquire();
    await work();
  } finally {
    if (held) await release();
  }
}

// want: no
export async function nullComparison() {
  let held: Held | null = null;
  try {
    held = await acquire();
    await work();
  } finally {
    if (held !== null) await release();
  }
}

// want: no
export async function optionalCall() {
  let held: Held | undefined;
  try {
    held = await acquire();
    await work();
  } finally {
    held?.release();
  }
}

// want: no
export async function notAcquired() {
  const held = acquireNow();
  if (!held) return;
  try {
    await work();
  } finally {
    held.release();
  }
}

// want: no
export async function notAcquiredThrows() {
  const held = acquireNow();
  if (held === undefined) throw new Error('busy');
  releaseNow(held);
}

// want: no
export async function sameFlag(own: boolean) {
  if (own) await acquire();
  try {
    await work();
  } finally {
    if (own) await release();
  }
}

// want silent work: end
export async function otherFlag(own: boolean, other: boolean) {
  if (own) await acquire();
  try {
    await work();
  } finally {
    if (other) await release();
  }
}

// want: no
export async function ownConnection(given?: Held) {
  const held = given ?? (await acquire());
  try {
    await work(held);
  } finally {
    if (!given) held.release();
  }
}

// want: no
export async function ownsAsFlag(given?: Held) {
  const owns = !given;
  const held = given || (await acquire());
  try {
    await work(held);
  } finally {
    if (owns) held.release();
  }
}

// want: no
export async function ownsAsFlagReassigned(given?: Held) {
  const owns = given === undefined;
  if (!given) given = await acquire();
  try {
    await work();
  } finally {
    if (owns) given.release();
  }
}

// want: no
export async function ownsByTypeof(given?: Held) {
  const owns = typeof given === 'undefined';
  const held = owns ? await acquire() : given;
  try {
    await work();
  } finally {
    if (owns) held.release();
  }
}

// want: no
export async function remembered() {
  let locked = false;
  try {
    await acquire();
    locked = true;
    await work();
  } finally {
    if (locked) await release();
  }
}

// want: throw work
export async function rememberedLate() {
  let locked = false;
  try {
    await acquire();
    await work();
    locked = true;
  } finally {
    if (locked) await release();
  }
}

// want silent work: end
export async function forgotten() {
  let held: Held | undefined = await acquire();
  await work();
  held = undefined;
  if (held) await release();
}

// want: no
export async function sameComparison(mode: string, other: string) {
  if (mode === 'locked') await acquire();
  try {
    await work();
  } finally {
    if (mode !== 'locked') {
      await work(other);
    } else {
      await release();
    }
  }
}

// want silent work: no
export async function sameMember(options: { lock?: { key: string } }) {
  if (options.lock) await acquire();
  try {
    await work();
  } finally {
    if (options.lock?.key) await work();
    if (options.lock) await release();
  }
}

// want: throw work after work
export async function sameMemberLater(options: { lock?: { key: string } }) {
  if (options.lock) await acquire();
  try {
    await work();
  } finally {
    if (options.lock?.key) await work();
    if (options.lock) await release();
  }
}

// want silent work: end
export async function changedMember(options: { lock?: boolean }) {
  if (options.lock) await acquire();
  options.lock = flag;
  if (options.lock) await release();
}

// want: no
export async function bothFlags(first: boolean, second: boolean) {
  const needed = first && !second;
  if (needed) await acquire();
  try {
    await work();
  } finally {
    if (needed) await release();
  }
}

// want: no
export async function destructured() {
  const [held, releaseIt] = await acquirePair();
  try {
    await work(held);
  } finally {
    if (held) releaseIt();
  }
}

// want: no
export class Owner {
  held: Held | undefined;

  async run() {
    this.held = await acquire();
    try {
      await work();
    } finally {
      if (this.held) this.held.release();
    }
  }
}

// want: no
export async function alias() {
  const held = await acquire();
  const same = held;
  try {
    await work();
  } finally {
    if (same) same.release();
  }
}

// want: no
export async function loopUntilFree() {
  for (;;) {
    const held = acquireNow();
    if (!held) {
      await work();
      continue;
    }
    try {
      return await work(held);
    } finally {
      held.release();
    }
  }
}

// want: end after work
export async function caught() {
  const held = await acquire().catch(() => undefined);
  if (!held) return;
  try {
    await work();
    held.release();
  } catch {}
}

// want silent other: end
export async function conditionAssigned(other: () => Promise<Held | undefined>) {
  let held: Held | undefined;
  if ((held = await acquire()) && flag) held.release();
  held = await other();
}

interface Gate {
  acquire(): Promise<void>;
  release(): Promise<void>;
}

// want: no
export async function begunOnWhatIsThere(open: () => Promise<Gate>) {
  let gate: Gate | undefined;
  try {
    gate = await open();
    await gate.acquire();
    await work();
    await gate.release();
  } catch (error) {
    await gate?.release();
    throw error;
  }
}

// want: no
export function chained() {
  return acquire()
    .then(() => work())
    .finally(() => release());
}

// want: return return
export function chainedWithoutRelease() {
  return acquire().then(() => work());
}
