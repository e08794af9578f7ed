import events, { EventEmitter, on, once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

declare const signal: AbortSignal;
class Shop extends EventEmitter {}
const shop = new Shop();
const sell = (): void => undefined;

shop.on('sale', sell);
//   ^? listens {listener arg1, remove EventEmitter#off}
shop.addListener('sale', sell);
//   ^? listens {listener arg1, remove EventEmitter#off}
shop.prependListener('sale', sell);
//   ^? listens {listener arg1, remove EventEmitter#off}
shop.once('sale', sell);
//   ^? listens {listener arg1, remove EventEmitter#off}
shop.prependOnceListener('sale', sell);
//   ^? listens {listener arg1, remove EventEmitter#off}
shop.off('sale', sell);
//   ^? releases arg1
shop.removeListener('sale', sell);
//   ^? releases arg1
shop.emit('sale');
//   ^? unknown
await once(shop, 'sale', { signal });
//    ^? waitsFor event, signal arg2.signal
await events.once(shop, 'sale');
//           ^? waitsFor event, signal arg2.signal
await EventEmitter.once(shop, 'sale');
//                 ^? waitsFor event, signal arg2.signal
for await (const sale of on(shop, 'sale', { signal })) void sale;
//                       ^? signal arg2.signal

process.on('SIGTERM', sell);
//      ^? listens {listener arg1, remove EventEmitter#off}
process.stdin.on('data', sell);
//            ^? listens {listener arg1, remove EventEmitter#off}
process.off('SIGTERM', sell);
//      ^? releases arg1
createReadStream('a').on('data', sell);
//                    ^? listens {listener arg1, remove EventEmitter#off}
connect(80).on('close', sell).off('close', sell);
//          ^? listens {listener arg1, remove EventEmitter#off}
createInterface(process.stdin).on('line', sell);
//                             ^? listens {listener arg1, remove EventEmitter#off}

const lamp = { on: (colour: string, _then: () => void) => colour };
lamp.on('red', sell);
//   ^? unknown
