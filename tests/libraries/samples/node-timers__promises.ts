import { setTimeout as sleep, setImmediate, setInterval, scheduler } from 'node:timers/promises';
import timers from 'node:timers';
import { promisify } from 'node:util';

declare const signal: AbortSignal;

await sleep(100, undefined, { signal });
//    ^? waitsFor timer, signal arg2.signal
await setImmediate(undefined, { signal });
//    ^? waitsFor nothing, signal arg1.signal
for await (const _ of setInterval(100, undefined, { signal })) break;
//                    ^? signal arg2.signal
await scheduler.wait(100, { signal });
//              ^? waitsFor timer, signal arg1.signal
await scheduler.yield();
//              ^? waitsFor nothing
await timers.promises.setTimeout(100);
//                    ^? waitsFor timer, signal arg2.signal
const later = promisify(globalThis.setTimeout);
await later(100);
//    ^? waitsFor timer, signal arg2.signal
timers.setTimeout(() => undefined, 100);
//     ^? runs {callback arg0, times later}
