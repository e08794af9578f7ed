import { Array as List, Effect, Option, pipe, Stream } from 'effect';

const ids = [1, 2, 3];
const load = (id: number): Effect.Effect<number> => Effect.succeed(id);

Effect.forEach(ids, load, { concurrency: 4 });
//     ^? runs {callback arg1, times each, limited}, concurrency {at arg2.concurrency, default 1}
Effect.forEach(ids, load, { concurrency: 'unbounded' });
//     ^? runs {callback arg1, times each}, concurrency {at arg2.concurrency, default unlimited}
pipe(ids, Effect.forEach(load, { concurrency: 'unbounded' }));
//               ^? runs {callback arg0, times each}, concurrency {at arg1.concurrency, default unlimited}
pipe(ids, Effect.forEach(load, { concurrency: 4 }));
//               ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}
// One by one: nothing here tells it from the other modules' functions of the same name.
Effect.forEach(ids, load);
//     ^? unknown
List.forEach(ids, id => void id);
//   ^? unknown
Effect.all(ids.map(load), { concurrency: 4 });
//     ^? keepsSize arg0, concurrency {at arg1.concurrency, default 1}
Effect.all(ids.map(load), { concurrency: 'unbounded' });
//     ^? keepsSize arg0, concurrency {at arg1.concurrency, default unlimited}
Effect.gen(function* () {
  //   ^? runs {callback arg0, times once}
  yield* Effect.promise(async () => 1);
  //            ^? runs {callback arg0, times once}
  yield* Effect.tryPromise(async () => 1);
  //            ^? runs {callback arg0, times once}
  yield* Effect.tryPromise({ try: async () => 1, catch: String });
  //            ^? runs {callback arg0.try, times once}
});
Option.all([Option.some(1)]);
//     ^? unknown
Stream.mapEffect(Stream.fromIterable(ids), load, { concurrency: 4 });
//     ^? runs {callback arg1, times each, limited}, concurrency {at arg2.concurrency, default 1}
await Effect.runPromise(Effect.succeed(1), { signal: AbortSignal.timeout(1000) });
//           ^? signal arg1.signal
