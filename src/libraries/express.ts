/** express. An application that listens takes requests from then on; what answers one is told by the reply it is handed. */
import type { LibraryModel } from '../vocabulary.js';

export const express = {
  package: 'express',
  tested: '5.x',
  docs: 'https://expressjs.com/en/5x/api.html#app.listen',
  declaredIn: ['express-serve-static-core'],
  calls: { 'Application#listen': { declares: 'service' } },
} as const satisfies LibraryModel;
