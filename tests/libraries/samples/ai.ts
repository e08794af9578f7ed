import {
  ToolLoopAgent,
  embed,
  embedMany,
  experimental_generateVideo,
  generateImage,
  generateObject,
  generateText,
  jsonSchema,
  rerank,
  stepCountIs,
  streamObject,
  streamText,
} from 'ai';

declare const signal: AbortSignal;
declare const agent: ToolLoopAgent;
declare const reranker: Parameters<typeof rerank>[0]['model'];

await generateText({ model: 'm', prompt: '', abortSignal: signal, timeout: 1000 });
//    ^? waitsFor network, signal arg0.abortSignal, timeout {at arg0.timeout, default none}
streamText({ model: 'm', prompt: '', abortSignal: signal });
// ^? signal arg0.abortSignal, timeout {at arg0.timeout, default none}
await generateObject({ model: 'm', prompt: '', schema: jsonSchema({}) });
//    ^? waitsFor network, signal arg0.abortSignal
streamObject({ model: 'm', prompt: '', schema: jsonSchema({}) });
// ^? signal arg0.abortSignal
await embed({ model: 'm', value: '' });
//    ^? waitsFor network, signal arg0.abortSignal
await embedMany({ model: 'm', values: [], maxParallelCalls: 2 });
//    ^? waitsFor network, signal arg0.abortSignal, keepsSize arg0.values, concurrency {at arg0.maxParallelCalls, default unlimited}
await generateImage({ model: 'm', prompt: '' });
//    ^? waitsFor network, signal arg0.abortSignal
await experimental_generateVideo({ model: 'm', prompt: '' });
//    ^? waitsFor network, signal arg0.abortSignal
await rerank({ model: reranker, documents: [''], query: '' });
//    ^? waitsFor network, signal arg0.abortSignal
await agent.generate({ prompt: '', abortSignal: signal });
//          ^? waitsFor network, signal arg0.abortSignal, timeout {at arg0.timeout, default none}
await agent.stream({ prompt: '' });
//          ^? waitsFor network, signal arg0.abortSignal, timeout {at arg0.timeout, default none}
stepCountIs(3);
// ^? unknown
