/** Every library model, in one list. */
import type { LibraryModel } from '../vocabulary.js';
import { global } from './global.js';
import { pLimit } from './p-limit.js';
import { pMap } from './p-map.js';
import { pQueue } from './p-queue.js';
import { stripe } from './stripe.js';
import { testFrameworks } from './test-frameworks.js';

export const libraries: readonly LibraryModel[] = [global, pLimit, pMap, pQueue, stripe, testFrameworks];
