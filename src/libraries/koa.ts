/** koa. An application that listens takes requests from then on. */
import type { LibraryModel } from '../vocabulary.js';

export const koa = {
  package: 'koa',
  tested: '2.x',
  docs: 'https://koajs.com/#app-listen-',
  calls: { 'Application#listen': { declares: 'service' } },
} as const satisfies LibraryModel;
