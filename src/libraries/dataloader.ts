/** DataLoader. Keys that are loaded in the same tick go to the batch function together. */
import type { LibraryModel } from '../vocabulary.js';

export const dataloader = {
  package: 'dataloader',
  tested: '2.x',
  docs: 'https://github.com/graphql/dataloader#batching',
  calls: {
    'new DataLoader': { runs: { callback: 'arg0', times: 'later' } },
    'DataLoader#load': { batches: true },
    'DataLoader#loadMany': { batches: true, keepsSize: 'arg0' },
  },
} as const satisfies LibraryModel;
