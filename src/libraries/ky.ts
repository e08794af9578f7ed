/** ky. `fetch` with retries; a request and its retries take 10 seconds at most unless told otherwise. */
import type { LibraryModel } from '../vocabulary.js';

const request = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', default: 10_000 },
} as const;

export const ky = {
  package: 'ky',
  tested: '1.x, 2.x',
  docs: 'https://github.com/sindresorhus/ky#readme',
  types: { KyInstance: 'client' },
  calls: {
    'KyInstance#()': request,
    'KyInstance#get': request,
    'KyInstance#post': request,
    'KyInstance#put': request,
    'KyInstance#delete': request,
    'KyInstance#patch': request,
    'KyInstance#head': request,
  },
} as const satisfies LibraryModel;
