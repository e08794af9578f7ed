import async, { eachLimit, mapLimit, mapSeries, parallelLimit } from 'async';

const ids = [1, 2, 3];
async function load(id: number): Promise<number> {
  return id;
}
const tasks = ids.map(id => async () => load(id));

await async.map(ids, load);
//          ^? runs {callback arg1, times each}, concurrency {at result, default unlimited}, keepsSize arg0
await async.each(ids, load);
//          ^? runs {callback arg1, times each}, concurrency {at result, default unlimited}
await async.forEach(ids, load);
//          ^? runs {callback arg1, times each}, concurrency {at result, default unlimited}
await async.parallel(tasks);
//          ^? runs {callback arg0, times each}, keepsSize arg0, concurrency {at result, default unlimited}
await mapLimit(ids, 4, load);
//    ^? runs {callback arg2, times each, limited}, concurrency {at arg1, default unlimited}, keepsSize arg0
await eachLimit(ids, 4, load);
//    ^? runs {callback arg2, times each, limited}, concurrency {at arg1, default unlimited}
await async.forEachLimit(ids, 4, load);
//          ^? runs {callback arg2, times each, limited}, concurrency {at arg1, default unlimited}
await parallelLimit(tasks, 4);
//    ^? runs {callback arg0, times each, limited}, keepsSize arg0, concurrency {at arg1, default unlimited}
await async.series(tasks);
//          ^? runs {callback arg0, times each, limited}, keepsSize arg0
await mapSeries(ids, load);
// Declared as `typeof map`: the resolver asks for `map` before it asks for `mapSeries`.
//    ? runs {callback arg1, times each, limited}, keepsSize arg0

const queue = async.queue(load, 4);
//                  ^? runs {callback arg0, times later, limited}, concurrency {at arg1, default 1}
queue;
// ^? role limiter
await queue.push(1);
//          ^? waitsFor event
await queue.drain();
//          ^? waitsFor event
const urgent = async.priorityQueue(load, 4);
//                   ^? runs {callback arg0, times later, limited}, concurrency {at arg1, default 1}
urgent;
// ^? role limiter
await urgent.push(1, 5);
//           ^? waitsFor event
await urgent.drain();
//           ^? waitsFor event
