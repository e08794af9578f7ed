import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 4 });

// want may-limit: yes
export const later = (work: () => Promise<void>) => queue.add(work);

// want may-limit: yes
export const through = (id: string) => later(async () => void id);

class Turns {
  readonly #waiting: (() => void)[] = [];
  // want may-limit: yes
  async acquire() {
    await new Promise<void>(resolve => {
      this.#waiting.push(resolve);
    });
  }
}

// want may-limit: yes
export const withTurns = async (turns: Turns) => {
  await turns.acquire();
};

// want may-limit: no
export const plain = async (id: string) => id.toUpperCase();

// want may-limit: no
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return work();
  }
}

class Line {
  #tail: Promise<unknown> = Promise.resolve();
  #first: Promise<string> | undefined;

  // want may-limit: yes
  next(id: string): Promise<string> {
    const turn = this.#tail.then(() => plain(id));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  // want may-limit: no
  async once(id: string): Promise<number> {
    this.#first ??= plain(id);
    return this.#first.then(text => text.length);
  }
}
export const line = new Line();

const lines = new Map<string, Promise<unknown>>();

// want may-limit: yes
export function inLine(key: string, id: string): Promise<string> {
  const before = lines.get(key) ?? Promise.resolve();
  const turn = before.then(() => plain(id));
  lines.set(key, turn);
  return turn;
}
