import {
  chunk,
  delay,
  limitAsync,
  mapAsync,
  Mutex,
  reduceAsync,
  retry,
  Semaphore,
  take,
  uniq,
  withTimeout,
} from 'es-toolkit';
import { filterAsync, forEachAsync, groupBy } from 'es-toolkit/array';
import { delay as delayed, sortBy } from 'es-toolkit/compat';
import { debounce } from 'es-toolkit/function';
import { range } from 'es-toolkit/math';
import { mapValuesAsync } from 'es-toolkit/object';

const ids = [1, 2, 3];
const { signal } = new AbortController();
declare function load(id: number): Promise<boolean>;

chunk(ids, 2);
// ^? chunksBy arg1, keepsSize arg0
uniq(ids);
// ^? keepsSize arg0
sortBy(ids);
// ^? keepsSize arg0
take(ids, 2);
// ^? keepsSize arg0, atMost arg1
// How many groups there are, nobody can see.
groupBy(ids, id => id);
// ^? unknown
range(3);
// ^? atMost arg0
range(3, 100);
// ^? unknown
await mapAsync(ids, load);
//    ^? runs {callback arg1, times each}, concurrency {at arg2.concurrency, default unlimited}, keepsSize arg0
await mapAsync(ids, load, { concurrency: 2 });
//    ^? runs {callback arg1, times each, limited}, concurrency {at arg2.concurrency, default unlimited}, keepsSize arg0
await filterAsync(ids, load);
//    ^? runs {callback arg1, times each}, concurrency {at arg2.concurrency, default unlimited}, keepsSize arg0
await forEachAsync(ids, async () => {}, { concurrency: 2 });
//    ^? runs {callback arg1, times each, limited}, concurrency {at arg2.concurrency, default unlimited}, keepsSize arg0
await mapValuesAsync({ a: 1 }, load);
//    ^? runs {callback arg1, times each}, concurrency {at arg2.concurrency, default unlimited}, keepsSize arg0
await reduceAsync(ids, async sum => sum, 0);
//    ^? runs {callback arg1, times each, limited}
const limited = limitAsync(load, 2);
//              ^? runs {callback arg0, times later, limited}, concurrency {at arg1, default unlimited}
await limited(1);
//    ^? unknown
const semaphore = new Semaphore(2);
//                    ^? concurrency {at arg0, default unlimited}
semaphore;
// ^? role limiter
await semaphore.acquire();
//              ^? waitsFor lock, takesPermit, acquires {what permit, at this, release Semaphore#release}
semaphore.release();
//        ^? releases this
const mutex = new Mutex();
mutex;
// ^? role lock
await mutex.acquire();
//          ^? waitsFor lock, takesPermit, acquires {what lock, at this, release Mutex#release}
mutex.release();
//    ^? releases this
await delay(100, { signal });
//    ^? waitsFor timer, signal arg1.signal
await withTimeout(() => load(1), 100);
//    ^? runs {callback arg0, times once}, timeout {at arg1, default none}, signal arg2.signal
await retry(() => load(1), { retries: 2, signal });
//    ^? runs {callback arg0, times once}, signal arg1.signal
debounce(() => {}, 100, { signal });
// ^? runs {callback arg0, times later}
delayed(() => {}, 100);
// ^? runs {callback arg0, times later}
