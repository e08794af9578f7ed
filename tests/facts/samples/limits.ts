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
