/** AI SDK. Everything stands in one object, the abort signal too; `embedMany` sends its batches all at once. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', signal: 'arg0.abortSignal' } as const;
const timed = { ...asks, timeout: { at: 'arg0.timeout', default: 'none' } } as const;

export const ai = {
  package: 'ai',
  tested: '6.x, 7.x',
  docs: 'https://ai-sdk.dev/docs/reference',
  calls: {
    generateText: timed,
    'ToolLoopAgent#generate': timed,
    'ToolLoopAgent#stream': timed,
    // Streams are returned at once: what waits is who reads them.
    streamText: { signal: 'arg0.abortSignal', timeout: { at: 'arg0.timeout', default: 'none' } },
    streamObject: { signal: 'arg0.abortSignal' },
    generateObject: asks,
    generateImage: asks,
    generateSpeech: asks,
    experimental_generateVideo: asks,
    transcribe: asks,
    embed: asks,
    embedMany: {
      ...asks,
      keepsSize: 'arg0.values',
      concurrency: { at: 'arg0.maxParallelCalls', default: 'unlimited' },
    },
    rerank: asks,
  },
} as const satisfies LibraryModel;
