import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({ text: Annotation<string> });
const graph = new StateGraph(State)
  //            ^? no role
  .addNode('only', async () => ({ text: 'a' }))
  .addEdge(START, 'only')
  .addEdge('only', END)
  .compile();

await graph.invoke({ text: 'a' });
//          ^? signalCarried
await graph.stream({ text: 'a' });
//          ^? signalCarried
await graph.getState({ configurable: {} });
//          ^? signalCarried
await graph.updateState({ configurable: {} }, { text: 'b' });
//          ^? signalCarried
