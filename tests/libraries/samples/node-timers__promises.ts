import { setTimeout as sleep, setImmediate, setInterval, scheduler } from 'node:timers/promises';
import timers from 'node:timers';
import { promisify } from 'node:util';

declare const signal: AbortSignal;

await sleep(100, undefined, { signal });
//    ^? ?
await setImmediate(undefined, { signal });
//    ^? ?
for await (const _ of setInterval(100, undefined, { signal })) break;
//                    ^? ?
await scheduler.wait(100, { signal });
//              ^? ?
await scheduler.yield();
//              ^? ?
await timers.promises.setTimeout(100);
//                    ^? ?
await promisify(setTimeout)(100);
//    ^? ?
timers.setTimeout(() => undefined, 100);
//     ^? ?
