import pLimit, { limitFunction, type LimitFunction } from 'p-limit';

const limit = pLimit(4);
//            ^? concurrency {at arg0, default unlimited}
await limit(() => fetch('/'));
//    ^? runs {callback arg0, times once, limited}
await limit.map(['/', '/a'], url => fetch(url));
//          ^? runs {callback arg1, times each, limited}, keepsSize arg0
limit.clearQueue();
//    ^? unknown

class Shop {
  readonly #limit: LimitFunction = pLimit({ concurrency: 2 });
  //                                ^? concurrency {at arg0.concurrency, default unlimited}
  sell(): Promise<Response> {
    return this.#limit(() => fetch('/'));
    //          ^? runs {callback arg0, times once, limited}
  }
}
void Shop;
declare const take: LimitFunction;
await take(() => fetch('/'));
//    ^? runs {callback arg0, times once, limited}

const load = limitFunction(async (url: string) => fetch(url), { concurrency: 2 });
//           ^? unknown
await load('/');
//    ^? unknown
const unlimited = (task: () => Promise<Response>) => task();
await unlimited(() => fetch('/'));
//    ^? unknown
void ['/'].map(url => limit(() => fetch(url)));
//         ^? keepsSize this, runs {callback arg0, times each}
