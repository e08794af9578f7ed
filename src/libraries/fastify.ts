/** fastify. A server that listens takes requests from then on. */
import type { LibraryModel } from '../vocabulary.js';

export const fastify = {
  package: 'fastify',
  tested: '5.x',
  docs: 'https://fastify.dev/docs/latest/Reference/Server/#listen',
  calls: { 'FastifyInstance#listen': { declares: 'service' } },
} as const satisfies LibraryModel;
