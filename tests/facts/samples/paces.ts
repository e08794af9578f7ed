import { Mutex } from 'async-mutex';
import PQueue from 'p-queue';
import { setTimeout as later } from 'node:timers/promises';

// want paces: yes
export const pause = () => later(100);

// want paces: yes
export const sleep = (ms: number) =>
  new Promise<void>(resolve => {
    setTimeout(resolve, ms);
  });

// want paces: yes
export async function politely(url: string) {
  await sleep(100);
  return fetch(url);
}

const queue = new PQueue({ concurrency: 4 });

// want paces: yes
export async function inTurn(url: string) {
  await queue.onSizeLessThan(10);
  return fetch(url);
}

const mutex = new Mutex();

// want paces: yes
export async function locked(url: string) {
  const release = await mutex.acquire();
  return fetch(url).finally(release);
}

// want paces: no
export const settled = (urls: string[]) =>
  new Promise<void>(resolve => {
    void Promise.all(urls.map(url => fetch(url))).then(() => {
      resolve();
    });
  });

// want paces: no
export const ask = async (url: string) => (await fetch(url)).status;

// A pause four calls below is somebody else's.
// want paces: no
export const far = (url: string) => first(url);
const first = (url: string) => second(url);
const second = (url: string) => third(url);
const third = (url: string) => politely(url);
