/** node-fetch. `fetch` for versions of Node without it; there is no timeout but a signal. */
import type { LibraryModel } from '../vocabulary.js';

export const nodeFetch = {
  package: 'node-fetch',
  tested: '3.x',
  docs: 'https://github.com/node-fetch/node-fetch#readme',
  calls: {
    fetch: {
      waitsFor: 'network',
      signal: 'arg1.signal',
      // `timeout` is an option of version 2.
      timeout: {
        at: 'arg1.signal',
        default: 'none',
        of: 'request',
        elsewhere: ['arg0.signal', 'arg1.timeout', 'arg1.agent'],
      },
    },
    // What is left of a body once its headers are here: the request that costs was the fetch.
    'BodyMixin#json': { waitsFor: 'nothing' },
    'BodyMixin#text': { waitsFor: 'nothing' },
    'BodyMixin#arrayBuffer': { waitsFor: 'nothing' },
    'BodyMixin#buffer': { waitsFor: 'nothing' },
    'BodyMixin#blob': { waitsFor: 'nothing' },
    'BodyMixin#formData': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
