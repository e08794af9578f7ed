import { readFile } from 'node:fs';
import { promisify } from 'node:util';
import Bottleneck from 'bottleneck';
import { limitAsync } from 'es-toolkit';
import type { Redis } from 'ioredis';
import PQueue from 'p-queue';
import type { Pool } from 'pg';

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

declare const pool: Pool;
declare const redis: Redis;

// want may-limit: no
export async function logged<T>(work: () => Promise<T>): Promise<T> {
  await pool.query('INSERT INTO steps DEFAULT VALUES');
  return work();
}

// want may-limit: yes
export async function counted<T>(work: () => Promise<T>): Promise<T> {
  while ((await redis.incr('busy')) > 4) await redis.decr('busy');
  return work();
}

type Gate = <T>(task: () => Promise<T>) => Promise<T>;

function gateOf(most: number): Gate {
  let busy = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    if (busy < most && waiting.length > 0) {
      busy += 1;
      waiting.shift()?.();
    }
  };
  return <T>(task: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        task()
          .then(resolve, reject)
          .finally(() => {
            busy -= 1;
            next();
          });
      });
      next();
    });
}

const gate = gateOf(4);

// want may-limit: yes
export const throughGate = (url: string) => gate(() => fetch(url));

class Lane {
  #last: Promise<unknown> = Promise.resolve();
  readonly #given: Gate;
  constructor(given: Gate) {
    this.#given = given;
  }
  // want may-limit: yes
  inLine<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#last.then(job, job);
    this.#last = done.catch(() => undefined);
    return done;
  }
  // want may-limit: yes
  given(url: string) {
    return this.#given(() => fetch(url));
  }
}

// want may-limit: yes
export const inLane = (lane: Lane, url: string) => lane.inLine(() => fetch(url));

// What made it may let it run as often as it likes.
const readFew = limitAsync((url: string) => fetch(url), 3);
const spaced = new Bottleneck({ minTime: 100 }).wrap((url: string) => fetch(url));
const read = promisify(readFile);

// want may-limit: yes
export const readLimited = (url: string) => readFew(url);

// want may-limit: yes
export const readSpaced = (url: string) => spaced(url);

// want may-limit: no
export const readPromisified = (name: string) => read(name);

// A queue of its own for each call knows nothing of the other calls.
// want may-limit: no
export function alone(url: string) {
  const own = new PQueue({ concurrency: 2 });
  return own.add(() => fetch(url));
}

// want may-limit: yes
export function aloneAndTogether(url: string) {
  const own = new PQueue({ concurrency: 2 });
  return own.add(() => queue.add(() => fetch(url)));
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
