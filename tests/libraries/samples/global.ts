declare const tasks: readonly Promise<number>[];
declare const signal: AbortSignal;
declare const key: CryptoKey;
declare const bytes: Uint8Array<ArrayBuffer>;
declare const stream: ReadableStream<string>;
declare const sink: WritableStream<string>;

await Promise.all(tasks);
//            ^? combines arg0, keepsSize arg0
await Promise.allSettled(tasks);
//            ^? combines arg0, keepsSize arg0
await Promise.any(tasks);
//            ^? combines arg0
await Promise.race(tasks);
//            ^? combines arg0
await Promise.resolve(1);
//            ^? waitsFor nothing
await Promise.reject(new Error('no'));
//            ^? waitsFor nothing
await Promise.all(tasks).then(() => 1);
//                       ^? runs {callback arg0, times once}
await Promise.all(tasks).catch(() => 1);
//                       ^? runs {callback arg0, times once}
await Promise.all(tasks).finally(() => undefined);
//                       ^? runs {callback arg0, times once}

const items = Array.from(tasks, task => task);
//                  ^? keepsSize arg0, runs {callback arg1, times each}
void new Array(5);
//       ^? atMost arg0
void Array(5);
//   ^? atMost arg0
void Math.min(1, 2);
//        ^? isLeast
void tasks.map(task => task);
//         ^? keepsSize this, runs {callback arg0, times each}
void items.filter(Boolean);
//         ^? keepsSize this, runs {callback arg0, times each}
void items.flatMap(item => [item]);
//         ^? keepsSize this, runs {callback arg0, times each}
void items.sort();
//         ^? keepsSize this
void items.toSorted();
//         ^? keepsSize this
void items.reverse();
//         ^? keepsSize this
void tasks.toReversed();
//         ^? keepsSize this
void tasks.concat([]);
//         ^? keepsSize this, appends
void tasks.slice(0, 5);
//         ^? keepsSize this, cutsTo arg1
void tasks.toSpliced(0, 5);
//         ^? keepsSize this
void tasks.with(0, Promise.resolve(1));
//         ^? keepsSize this
void items.fill(Promise.resolve(1));
//         ^? keepsSize this
void tasks.flat();
//         ^? keepsSize this
void tasks.values();
//         ^? keepsSize this
void tasks.keys();
//         ^? keepsSize this
void tasks.entries();
//         ^? keepsSize this
void tasks.forEach(task => task);
//         ^? runs {callback arg0, times each}
void tasks.some(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.every(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.find(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.findIndex(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.findLast(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.findLastIndex(Boolean);
//         ^? runs {callback arg0, times each}
void tasks.reduce(task => task);
//         ^? runs {callback arg0, times each}
void tasks.reduceRight(task => task);
//         ^? runs {callback arg0, times each}
void tasks.at(0);
//         ^? unknown
const set = new Set(tasks);
//              ^? keepsSize arg0
void set.values();
//       ^? keepsSize this
void set.keys();
//       ^? keepsSize this
void set.entries();
//       ^? keepsSize this
void set.forEach(task => task);
//       ^? runs {callback arg0, times each}
const map: ReadonlyMap<number, string> = new Map([[1, 'a']]);
//                                           ^? keepsSize arg0
void map.values();
//       ^? keepsSize this
void map.keys();
//       ^? keepsSize this
void map.entries();
//       ^? keepsSize this
void map.forEach(value => value);
//       ^? runs {callback arg0, times each}
void Object.keys({ a: 1 });
//          ^? listsKeysOf arg0
void Object.values({ a: 1 });
//          ^? listsKeysOf arg0
void Object.entries({ a: 1 });
//          ^? listsKeysOf arg0
void structuredClone(items);
//   ^? keepsSize arg0

await crypto.subtle.digest('SHA-256', bytes);
//                  ^? waitsFor nothing
await crypto.subtle.sign('HMAC', key, bytes);
//                  ^? waitsFor nothing
await crypto.subtle.verify('HMAC', key, bytes, bytes);
//                  ^? waitsFor nothing
await crypto.subtle.importKey('raw', bytes, 'HMAC', true, []);
//                  ^? waitsFor nothing
await crypto.subtle.exportKey('raw', key);
//                  ^? waitsFor nothing
await crypto.subtle.encrypt('AES-GCM', key, bytes);
//                  ^? waitsFor nothing
await crypto.subtle.decrypt('AES-GCM', key, bytes);
//                  ^? waitsFor nothing
await crypto.subtle.deriveBits('HKDF', key, 8);
//                  ^? waitsFor nothing
await crypto.subtle.deriveKey('HKDF', key, 'HMAC', true, []);
//                  ^? waitsFor nothing
await crypto.subtle.generateKey('Ed25519', true, []);
//                  ^? waitsFor nothing
await crypto.subtle.wrapKey('raw', key, key, 'AES-KW');
//                  ^? waitsFor nothing
await crypto.subtle.unwrapKey('raw', bytes, key, 'AES-KW', 'HMAC', true, []);
//                  ^? waitsFor nothing

const response = await fetch('/', { signal });
//                     ^? waitsFor network, signal arg1.signal, timeout {at arg1.signal, default none, of request, elsewhere [arg0.signal, arg1.dispatcher], globally setGlobalDispatcher}
await response.json();
//             ^? waitsFor nothing
await response.text();
//             ^? waitsFor nothing
await response.arrayBuffer();
//             ^? waitsFor nothing
await response.bytes();
//             ^? waitsFor nothing
await response.formData();
//             ^? waitsFor nothing
const blob = await response.blob();
//                          ^? waitsFor nothing
await blob.text();
//         ^? waitsFor nothing
await blob.arrayBuffer();
//         ^? waitsFor nothing
await blob.bytes();
//         ^? waitsFor nothing
const request = new Request('/', { signal });
//                  ^? signal arg1.signal
await request.json();
//            ^? waitsFor nothing
await stream.pipeTo(sink, { signal });
//           ^? signal arg1.signal
void stream.pipeThrough(new TextEncoderStream() as never, { signal });
//          ^? signal arg1.signal
void Response.json({});
//            ^? unknown

await navigator.locks.request('sale', async () => fetch('/'));
//                    ^? runs {callback arg1, times once, limited}, scope {kind critical-section, body arg1}, signal arg1.signal
await navigator.locks.request('sale', { signal }, async () => fetch('/'));
//                    ^? runs {callback arg2, times once, limited}, scope {kind critical-section, body arg2}, signal arg1.signal
void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
//           ^? blocks wait, timeout {at arg3, default none}
void Atomics.notify(new Int32Array(new SharedArrayBuffer(4)), 0);
//           ^? unknown

const tick = (): void => undefined;
const timer = setTimeout(tick, 100);
//            ^? runs {callback arg0, times later}
void clearTimeout(timer);
//   ^? releases arg0
const ticking = setInterval(tick, 100);
//              ^? repeats {callback arg0, stop clearInterval}
void clearInterval(ticking);
//   ^? releases arg0
const immediate = setImmediate(tick);
//                ^? runs {callback arg0, times later}
void clearImmediate(immediate);
//   ^? releases arg0
void window.setTimeout(tick, 100);
//          ^? runs {callback arg0, times later}
void self.setInterval(tick, 100);
//        ^? repeats {callback arg0, stop clearInterval}
void window.clearTimeout(1);
//          ^? releases arg0
void window.clearInterval(1);
//          ^? releases arg0
void window.queueMicrotask(tick);
//          ^? runs {callback arg0, times later}
void window.requestAnimationFrame(tick);
//          ^? runs {callback arg0, times later}
void window.requestIdleCallback(tick);
//          ^? runs {callback arg0, times later}
void window.structuredClone(tasks);
//          ^? keepsSize arg0
await window.fetch('/');
//           ^? waitsFor network, signal arg1.signal, timeout {at arg1.signal, default none, of request, elsewhere [arg0.signal, arg1.dispatcher], globally setGlobalDispatcher}
void globalThis.setTimeout(tick, 100);
//              ^? runs {callback arg0, times later}
void queueMicrotask(tick);
//   ^? runs {callback arg0, times later}
void requestAnimationFrame(tick);
//   ^? runs {callback arg0, times later}
void requestIdleCallback(tick);
//   ^? runs {callback arg0, times later}

document.body.addEventListener('click', tick, { signal });
//            ^? listens {listener arg1, remove EventTarget#removeEventListener}, signal arg2.signal
document.body.removeEventListener('click', tick);
//            ^? releases arg1
signal.addEventListener('abort', tick, { once: true });
//     ^? listens {listener arg1, remove EventTarget#removeEventListener}, signal arg2.signal
void new EventTarget().addEventListener('x', tick);
//                     ^? listens {listener arg1, remove EventTarget#removeEventListener}, signal arg2.signal
window.addEventListener('resize', tick);
//     ^? listens {listener arg1, remove EventTarget#removeEventListener}, signal arg2.signal
void addEventListener('resize', tick);
//   ^? listens {listener arg1, remove removeEventListener}, signal arg2.signal
void removeEventListener('resize', tick);
//   ^? releases arg1

// A type literal's members carry no name of their own: nothing can be said of `AbortSignal.timeout`.
void AbortSignal.timeout(100);
//               ^? unknown
void AbortSignal.any([signal]);
//               ^? unknown
