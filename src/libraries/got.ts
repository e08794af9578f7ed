/**
 * Got. `got(url)`, `got.post(url)` and instances made by `extend` are one callable type; requests have no timeout
 * unless `timeout.request` is given.
 */
import type { LibraryModel } from '../vocabulary.js';

const request = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout.request', default: 'none', of: 'request', elsewhere: ['arg1.agent'] },
} as const;

export const got = {
  package: 'got',
  tested: '14.x, 16.x',
  docs: 'https://github.com/sindresorhus/got/blob/main/documentation/2-options.md',
  types: { Got: 'client' },
  // `got(url).json()`: 14 calls the promise of a request one name, 16 another.
  results: { CancelableRequest: { waitsFor: 'network' }, RequestPromise: { waitsFor: 'network' } },
  names: ['buffer', 'delete', 'get', 'head', 'json', 'patch', 'post', 'put', 'query', 'stream', 'text'],
  calls: {
    'GotRequestFunction#()': [
      { when: { arg0: 'string' }, ...request },
      { when: { arg1: 'present' }, ...request },
      // One argument that is no string is a `URL`, or the options with the URL among them: types do not tell them apart.
      { waitsFor: 'network' },
    ],
    'Got#extend': { defaults: 'arg0' },
    'GotPaginate#all': [
      { when: { arg0: 'string' }, ...request },
      { when: { arg1: 'present' }, ...request },
      { waitsFor: 'network' },
    ],
    'GotStreamFunction#()': {
      signal: 'arg1.signal',
      timeout: { at: 'arg1.timeout.request', default: 'none' },
    },
  },
} as const satisfies LibraryModel;
