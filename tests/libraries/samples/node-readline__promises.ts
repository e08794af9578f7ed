import readline, { createInterface } from 'node:readline/promises';
import * as callbacks from 'node:readline';

declare const signal: AbortSignal;
const terminal = createInterface({ input: process.stdin, signal });
//               ^? signal arg0.signal
await terminal.question('Name? ');
//             ^? waitsFor event, signal arg1.signal
await terminal.question('Name? ', { signal });
//             ^? waitsFor event, signal arg1.signal
readline.createInterface(process.stdin);
//       ^? signal arg0.signal
callbacks.createInterface(process.stdin).question('Name? ', () => undefined);
//                                       ^? unknown
