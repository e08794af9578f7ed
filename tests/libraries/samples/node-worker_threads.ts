import { MessageChannel, Worker, parentPort } from 'node:worker_threads';

const listener = (): void => undefined;
const worker = new Worker('./worker.js');
//                 ^? runsFile arg0, spawns thread, acquires {what worker, at result, release Worker#terminate}
worker.on('message', listener);
//     ^? listens {listener arg1, remove EventEmitter#off}
worker.off('message', listener);
//     ^? releases arg1
worker.postMessage(1);
//     ^? unknown
await worker.terminate();
//           ^? waitsFor event, releases this
parentPort?.on('message', listener);
//          ^? listens {listener arg1, remove MessagePort#off}
const { port1 } = new MessageChannel();
port1.addListener('message', listener);
//    ^? listens {listener arg1, remove MessagePort#off}
port1.once('message', listener);
//    ^? listens {listener arg1, remove MessagePort#off}
port1.off('message', listener);
//    ^? releases arg1
port1.removeListener('message', listener);
//    ^? releases arg1
