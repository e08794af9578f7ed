/**
 * LangChain's runnables: models, prompts, retrievers, tools and what is made of them. A run that is started within another takes
 * over what is not given from that one's options, which Node's async context carries: its signal, its callbacks, its tags.
 * https://github.com/langchain-ai/langchainjs (`ensureConfig` in libs/langchain-core/src/runnables/config.ts)
 */
import type { LibraryModel } from '../vocabulary.js';

const run = { signalCarried: true } as const;
const ask = { ...run, waitsFor: 'network' } as const;

export const langchainCore = {
  package: '@langchain/core',
  tested: '1.x',
  docs: 'https://docs.langchain.com/oss/javascript/langchain/overview',
  calls: {
    'Runnable#invoke': run,
    'Runnable#batch': run,
    'Runnable#stream': run,
    'RunnableBinding#invoke': run,
    'RunnableBinding#batch': run,
    'RunnableBinding#stream': run,
    'RunnableSequence#invoke': run,
    'RunnableSequence#batch': run,
    'RunnableLambda#invoke': run,
    'RunnableLambda#stream': run,
    'RunnableMap#invoke': run,
    'RunnableMap#stream': run,
    'RunnableEach#invoke': run,
    'RunnableRetry#invoke': run,
    'RunnableWithFallbacks#invoke': run,
    'RunnableAssign#invoke': run,
    'RunnablePick#invoke': run,
    'BaseChatModel#invoke': ask,
    'BaseLLM#invoke': ask,
    'BaseRetriever#invoke': run,
    'StructuredTool#invoke': run,
  },
} as const satisfies LibraryModel;
