/** node:util. What `promisify` makes runs the function it was made of, and waits for a callback that a blocking one has not. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodePromisify = {
  package: 'node:util',
  tested: '20.x, 22.x, 24.x',
  docs: 'https://nodejs.org/api/util.html#utilpromisifyoriginal',
  calls: { promisify: { runs: { callback: 'arg0', times: 'later' } } },
} as const satisfies LibraryModel;
