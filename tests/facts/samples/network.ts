import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from '@upstash/redis';
import axios from 'axios';

// want waits-for-network: axios.post
export async function charge(amount: number) {
  const { data } = await axios.post<{ id: string }>('https://pay.example.com', { amount });
  return data.id;
}

// want waits-for-network: charge -> axios.post
export async function settle(amounts: number[]) {
  for (const amount of amounts) await charge(amount);
}

// want waits-for-network: no
export function startAndLeave() {
  void charge(1);
  charge(2);
}

// want waits-for-network: no
// want waits-for-io: readFile
export const local = () => readFile('a');

// want waits-for-network: no
// want waits-for-io: no
export const pause = () => sleep(10);

// want waits-for-io: no
export const ready = () => Promise.resolve(1);

declare const remote: { load(id: string): Promise<string> };

// Nothing but its type is known: it gives a promise, which is enough to count it as work, not as the network.
// want waits-for-io: remote.load
// want waits-for-network: no
export const declaredOnly = (id: string) => remote.load(id);

// want waits-for-io: no
export const handedIn = (load: (id: string) => Promise<string>) => load('a');

async function retried<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

// want waits-for-io: retried -> charge -> axios.post
export const wrapped = () => retried(() => charge(1));

declare const cache: Redis;

// What is called in one tick goes out as one request.
// want waits-for-io: cache.get
// want waits-for-network: cache.get
// want waits-by-itself: no
// want may-limit: no
export const cached = async (id: string) => (await cache.get<string>(id)) ?? '';

// want waits-for-io: cached -> cache.get
// want waits-by-itself: charge -> axios.post
export async function charged(id: string) {
  const known = await cached(id);
  return known === '' ? '' : charge(Number(known));
}

// want waits-by-itself: cache.hgetall
export const whole = (id: string) => cache.hgetall(id);
