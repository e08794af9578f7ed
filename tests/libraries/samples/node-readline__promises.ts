import readline, { createInterface } from 'node:readline/promises';
import * as callbacks from 'node:readline';

declare const signal: AbortSignal;
const terminal = createInterface({ input: process.stdin, signal });
//               ^? ?
await terminal.question('Name? ');
//             ^? ?
await terminal.question('Name? ', { signal });
//             ^? ?
readline.createInterface(process.stdin);
//       ^? ?
callbacks.createInterface(process.stdin).question('Name? ', () => undefined);
//                                       ^? ?
