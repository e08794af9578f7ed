import { MessageChannel, Worker, parentPort } from 'node:worker_threads';

const listener = (): void => undefined;
const worker = new Worker('./worker.js');
//                 ^? ?
worker.on('message', listener);
//     ^? ?
worker.off('message', listener);
//     ^? ?
worker.postMessage(1);
//     ^? ?
await worker.terminate();
//           ^? ?
parentPort?.on('message', listener);
//          ^? ?
const { port1 } = new MessageChannel();
port1.addListener('message', listener);
//    ^? ?
port1.once('message', listener);
//    ^? ?
port1.off('message', listener);
//    ^? ?
port1.removeListener('message', listener);
//    ^? ?
