/**
 * Nest's controllers and providers. `@Get` and its like make a method the handler of requests; what it returns is the answer.
 * Methods with the names of its life cycle are called once, before the application listens.
 */
import type { LibraryModel } from '../vocabulary.js';

const route = { handles: { callback: 'decorated', event: 'request' } } as const;
const starts = { startsBy: ['onModuleInit', 'onApplicationBootstrap'] } as const;

export const nestjsCommon = {
  package: '@nestjs/common',
  tested: '12.x',
  docs: 'https://docs.nestjs.com/controllers',
  calls: {
    All: route,
    Catch: starts,
    Controller: starts,
    Delete: route,
    Get: route,
    Head: route,
    'INestApplication#listen': { declares: 'service' },
    Injectable: starts,
    Module: starts,
    Options: route,
    Patch: route,
    Post: route,
    Put: route,
    RequestMapping: route,
    Search: route,
    Sse: route,
  },
} as const satisfies LibraryModel;
