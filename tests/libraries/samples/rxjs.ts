import {
  concatMap,
  defer,
  exhaustMap,
  expand,
  forkJoin,
  from,
  map,
  mergeAll,
  mergeMap,
  of,
  reduce,
  switchMap,
  tap,
} from 'rxjs';
import { mergeMap as mergeMapOld } from 'rxjs/operators';

async function load(id: number): Promise<number> {
  return id;
}
const ids = from([1, 2, 3]);
const most = 4;
ids.pipe(
  mergeMap(load),
  // ^? runs {callback arg0, times each}, concurrency {at arg1, default unlimited}
  mergeMap(async id => load(id), 4),
  // ^? runs {callback arg0, times each, limited}, concurrency {at arg1, default unlimited}
  mergeMapOld(async id => load(id), most),
  // ^? runs {callback arg0, times each, limited}, concurrency {at arg1, default unlimited}
  mergeMap(load, undefined, 4),
  // ^? runs {callback arg0, times each, limited}, concurrency {at arg2, default unlimited}
  mergeMap(load, outer => outer),
  // ^? runs {callback arg0, times each}, concurrency {at arg2, default unlimited}
  concatMap(load),
  // ^? runs {callback arg0, times each, limited}
  exhaustMap(load),
  // ^? runs {callback arg0, times each, limited}
  switchMap(load),
  // ^? runs {callback arg0, times each}
  expand(load, 2),
  reduce(sum => sum, 0),
  // ^? runs {callback arg0, times each, limited}
);
from(ids);
// ^? keepsSize arg0
ids.pipe(map(load), mergeAll(4), tap(console.log));
//       ^? runs {callback arg0, times each}
//                  ^? concurrency {at arg0, default unlimited}
//                               ^? runs {callback arg0, times each}
forkJoin([load(1), load(2)]);
// ^? combines arg0
const subscription = ids.subscribe(id => void id);
//                       ^? listens {listener arg0, remove Subscription#unsubscribe}
ids.subscribe({ next: id => void id });
//  ^? listens {listener arg0.next, remove Subscription#unsubscribe}
subscription.unsubscribe();
//           ^? unknown
await defer(() => of(1)).forEach(id => void id);
//    ^? runs {callback arg0, times once}
//                       ^? runs {callback arg0, times each}

// The array's, not the operator's.
[1].map(load);
//  ^? keepsSize this, runs {callback arg0, times each}
