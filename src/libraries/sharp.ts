/** sharp. Images, on threads of libvips: nothing is read or computed before one of these is called. */
import type { LibraryModel } from '../vocabulary.js';

export const sharp = {
  package: 'sharp',
  tested: '0.35.x',
  docs: 'https://sharp.pixelplumbing.com',
  calls: {
    'Sharp#toFile': [
      { when: { arg1: 'function' }, runs: { callback: 'arg1', times: 'later' } },
      { waitsFor: 'worker' },
    ],
    'Sharp#toBuffer': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'later' } },
      { when: { arg1: 'function' }, runs: { callback: 'arg1', times: 'later' } },
      { waitsFor: 'worker' },
    ],
    'Sharp#toUint8Array': { waitsFor: 'worker' },
    'Sharp#metadata': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'later' } },
      { waitsFor: 'worker' },
    ],
    'Sharp#stats': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'later' } },
      { waitsFor: 'worker' },
    ],
  },
} as const satisfies LibraryModel;
