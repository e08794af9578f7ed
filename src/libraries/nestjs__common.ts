/** Nest's controllers. `@Get` and its like make a method the handler of requests; what it returns is the answer. */
import type { LibraryModel } from '../vocabulary.js';

const route = { handles: { callback: 'decorated', event: 'request' } } as const;

export const nestjsCommon = {
  package: '@nestjs/common',
  tested: '12.x',
  docs: 'https://docs.nestjs.com/controllers',
  calls: {
    All: route,
    Delete: route,
    Get: route,
    Head: route,
    Options: route,
    Patch: route,
    Post: route,
    Put: route,
    RequestMapping: route,
    Search: route,
    Sse: route,
  },
} as const satisfies LibraryModel;
