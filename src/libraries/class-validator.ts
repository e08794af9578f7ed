/** class-validator. Decorators of a request's class say what its properties may hold. */
import type { LibraryModel } from '../vocabulary.js';

export const classValidator = {
  package: 'class-validator',
  tested: '0.14.x, 0.15.x',
  docs: 'https://github.com/typestack/class-validator#validation-decorators',
  calls: {
    ArrayMaxSize: { atMost: 'arg0' },
    validate: { waitsFor: 'nothing' },
    validateOrReject: { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
