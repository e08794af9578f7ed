import pLimit from 'p-limit';

// want fans-out: over arg0, operation arg1
export const mapAsync = <T, R>(items: readonly T[], map: (item: T) => Promise<R>) =>
  Promise.all(items.map(map));

// want fans-out: over arg0, operation arg1
export async function forEachAsync<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const pending: Promise<void>[] = [];
  for (const item of items) pending.push(work(item));
  await Promise.all(pending);
}

// want fans-out: over arg1, operation arg0
export const flipped = <T>(work: (item: T) => Promise<void>, items: readonly T[]) => mapAsync(items, work);

// want fans-out: no
export const limited = (items: readonly string[], map: (item: string) => Promise<void>) => {
  const limit = pLimit(4);
  return Promise.all(items.map(item => limit(() => map(item))));
};

// want returns-size: data
export const unique = (ids: readonly string[]) => [...new Set(ids)];
// want returns-size: fixed
export const pair = () => ['a', 'b'];
// want returns-size: fixed
export const first = (ids: readonly string[]) => ids.slice(0, 10);
