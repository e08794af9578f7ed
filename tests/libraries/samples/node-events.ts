import events, { EventEmitter, on, once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

declare const signal: AbortSignal;
class Shop extends EventEmitter {}
const shop = new Shop();
const sell = (): void => undefined;

shop.on('sale', sell);
//   ^? ?
shop.addListener('sale', sell);
//   ^? ?
shop.prependListener('sale', sell);
//   ^? ?
shop.once('sale', sell);
//   ^? ?
shop.prependOnceListener('sale', sell);
//   ^? ?
shop.off('sale', sell);
//   ^? ?
shop.removeListener('sale', sell);
//   ^? ?
shop.emit('sale');
//   ^? ?
await once(shop, 'sale', { signal });
//    ^? ?
await events.once(shop, 'sale');
//           ^? ?
await EventEmitter.once(shop, 'sale');
//                 ^? ?
for await (const sale of on(shop, 'sale', { signal })) void sale;
//                       ^? ?

process.on('SIGTERM', sell);
//      ^? ?
process.stdin.on('data', sell);
//            ^? ?
process.off('SIGTERM', sell);
//      ^? ?
createReadStream('a').on('data', sell);
//                    ^? ?
connect(80).on('close', sell).off('close', sell);
//          ^? ?
createInterface(process.stdin).on('line', sell);
//                             ^? ?

const lamp = { on: (colour: string, _then: () => void) => colour };
lamp.on('red', sell);
//   ^? ?
