declare const tasks: readonly Promise<number>[];
declare const signal: AbortSignal;
declare const key: CryptoKey;
declare const bytes: Uint8Array<ArrayBuffer>;
declare const stream: ReadableStream<string>;
declare const sink: WritableStream<string>;

await Promise.all(tasks);
//            ^? ?
await Promise.allSettled(tasks);
//            ^? ?
await Promise.any(tasks);
//            ^? ?
await Promise.race(tasks);
//            ^? ?
await Promise.resolve(1);
//            ^? ?
await Promise.reject(new Error('no'));
//            ^? ?
await Promise.all(tasks).then(() => 1);
//                       ^? ?
await Promise.all(tasks).catch(() => 1);
//                       ^? ?
await Promise.all(tasks).finally(() => undefined);
//                       ^? ?

const items = Array.from(tasks, task => task);
//                  ^? ?
void tasks.map(task => task);
//         ^? ?
void items.filter(Boolean);
//         ^? ?
void items.flatMap(item => [item]);
//         ^? ?
void items.sort();
//         ^? ?
void items.toSorted();
//         ^? ?
void items.reverse();
//         ^? ?
void tasks.toReversed();
//         ^? ?
void tasks.concat([]);
//         ^? ?
void tasks.slice(0, 5);
//         ^? ?
void tasks.toSpliced(0, 5);
//         ^? ?
void tasks.with(0, Promise.resolve(1));
//         ^? ?
void items.fill(Promise.resolve(1));
//         ^? ?
void tasks.flat();
//         ^? ?
void tasks.values();
//         ^? ?
void tasks.keys();
//         ^? ?
void tasks.entries();
//         ^? ?
void tasks.forEach(task => task);
//         ^? ?
void tasks.some(Boolean);
//         ^? ?
void tasks.every(Boolean);
//         ^? ?
void tasks.find(Boolean);
//         ^? ?
void tasks.findIndex(Boolean);
//         ^? ?
void tasks.findLast(Boolean);
//         ^? ?
void tasks.findLastIndex(Boolean);
//         ^? ?
void tasks.reduce(task => task);
//         ^? ?
void tasks.reduceRight(task => task);
//         ^? ?
void tasks.at(0);
//         ^? ?
const set = new Set(tasks);
//              ^? ?
void set.values();
//       ^? ?
void set.keys();
//       ^? ?
void set.entries();
//       ^? ?
void set.forEach(task => task);
//       ^? ?
const map: ReadonlyMap<number, string> = new Map([[1, 'a']]);
//                                           ^? ?
void map.values();
//       ^? ?
void map.keys();
//       ^? ?
void map.entries();
//       ^? ?
void map.forEach(value => value);
//       ^? ?
void Object.keys({ a: 1 });
//          ^? ?
void Object.values({ a: 1 });
//          ^? ?
void Object.entries({ a: 1 });
//          ^? ?
void structuredClone(items);
//   ^? ?

await crypto.subtle.digest('SHA-256', bytes);
//                  ^? ?
await crypto.subtle.sign('HMAC', key, bytes);
//                  ^? ?
await crypto.subtle.verify('HMAC', key, bytes, bytes);
//                  ^? ?
await crypto.subtle.importKey('raw', bytes, 'HMAC', true, []);
//                  ^? ?
await crypto.subtle.exportKey('raw', key);
//                  ^? ?
await crypto.subtle.encrypt('AES-GCM', key, bytes);
//                  ^? ?
await crypto.subtle.decrypt('AES-GCM', key, bytes);
//                  ^? ?
await crypto.subtle.deriveBits('HKDF', key, 8);
//                  ^? ?
await crypto.subtle.deriveKey('HKDF', key, 'HMAC', true, []);
//                  ^? ?
await crypto.subtle.generateKey('Ed25519', true, []);
//                  ^? ?
await crypto.subtle.wrapKey('raw', key, key, 'AES-KW');
//                  ^? ?
await crypto.subtle.unwrapKey('raw', bytes, key, 'AES-KW', 'HMAC', true, []);
//                  ^? ?

const response = await fetch('/', { signal });
//                     ^? ?
await response.json();
//             ^? ?
await response.text();
//             ^? ?
await response.arrayBuffer();
//             ^? ?
await response.bytes();
//             ^? ?
await response.formData();
//             ^? ?
const blob = await response.blob();
//                          ^? ?
await blob.text();
//         ^? ?
await blob.arrayBuffer();
//         ^? ?
await blob.bytes();
//         ^? ?
const request = new Request('/', { signal });
//                  ^? ?
await request.json();
//            ^? ?
await stream.pipeTo(sink, { signal });
//           ^? ?
void stream.pipeThrough(new TextEncoderStream() as never, { signal });
//          ^? ?
void Response.json({});
//            ^? ?

await navigator.locks.request('sale', async () => fetch('/'));
//                    ^? ?
await navigator.locks.request('sale', { signal }, async () => fetch('/'));
//                    ^? ?
void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
//           ^? ?
void Atomics.notify(new Int32Array(new SharedArrayBuffer(4)), 0);
//           ^? ?

const tick = (): void => undefined;
const timer = setTimeout(tick, 100);
//            ^? ?
void clearTimeout(timer);
//   ^? ?
const ticking = setInterval(tick, 100);
//              ^? ?
void clearInterval(ticking);
//   ^? ?
const immediate = setImmediate(tick);
//                ^? ?
void clearImmediate(immediate);
//   ^? ?
void window.setInterval(tick, 100);
//          ^? ?
void globalThis.setTimeout(tick, 100);
//              ^? ?
void queueMicrotask(tick);
//   ^? ?
void requestAnimationFrame(tick);
//   ^? ?
void requestIdleCallback(tick);
//   ^? ?

document.body.addEventListener('click', tick, { signal });
//            ^? ?
document.body.removeEventListener('click', tick);
//            ^? ?
signal.addEventListener('abort', tick, { once: true });
//     ^? ?
void new EventTarget().addEventListener('x', tick);
//                     ^? ?
window.addEventListener('resize', tick);
//     ^? ?
void addEventListener('resize', tick);
//   ^? ?
void removeEventListener('resize', tick);
//   ^? ?

// A type literal's members carry no name of their own: nothing can be said of `AbortSignal.timeout`.
void AbortSignal.timeout(100);
//               ^? ?
void AbortSignal.any([signal]);
//               ^? ?
