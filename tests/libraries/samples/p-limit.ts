import pLimit, { limitFunction, type LimitFunction } from 'p-limit';

const limit = pLimit(4);
//            ^? ?
await limit(() => fetch('/'));
//    ^? ?
await limit.map(['/', '/a'], url => fetch(url));
//          ^? ?
limit.clearQueue();
//    ^? ?

class Shop {
  readonly #limit: LimitFunction = pLimit({ concurrency: 2 });
  sell(): Promise<Response> {
    return this.#limit(() => fetch('/'));
//              ^? ?
  }
  static buy(take: LimitFunction): Promise<Response> {
    return take(() => fetch('/'));
//         ^? ?
  }
}
void Shop;

const load = limitFunction(async (url: string) => fetch(url), { concurrency: 2 });
//           ^? ?
await load('/');
//    ^? ?
const unlimited = (task: () => Promise<Response>) => task();
await unlimited(() => fetch('/'));
//    ^? ?
void ['/'].map(url => limit(() => fetch(url)));
//         ^? ?
