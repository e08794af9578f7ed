/**
 * LangGraph. A graph is a runnable of LangChain: within another run it takes over that one's signal. What reads or writes the
 * state of a graph takes options of the same type, and heeds no signal.
 */
import type { LibraryModel } from '../vocabulary.js';

const run = { signalCarried: true } as const;

export const langchainLanggraph = {
  package: '@langchain/langgraph',
  tested: '1.x',
  docs: 'https://docs.langchain.com/oss/javascript/langgraph/overview',
  calls: {
    'Pregel#invoke': run,
    'Pregel#stream': run,
    'Pregel#getState': run,
    'Pregel#updateState': run,
  },
} as const satisfies LibraryModel;
