import fastify from 'fastify';

await fastify().listen({ port: 80 });
//              ^? declares service
