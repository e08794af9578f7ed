import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseLLM } from '@langchain/core/language_models/llms';
import type { BaseRetriever } from '@langchain/core/retrievers';
import {
  type Runnable,
  type RunnableAssign,
  type RunnableBinding,
  type RunnableEach,
  RunnableLambda,
  type RunnableMap,
  type RunnablePick,
  type RunnableRetry,
  type RunnableSequence,
  type RunnableWithFallbacks,
} from '@langchain/core/runnables';
import type { DynamicTool } from '@langchain/core/tools';

declare const runs: Runnable<string, string>;
declare const bound: RunnableBinding<string, string>;
declare const inOrder: RunnableSequence<string, string>;
declare const atOnce: RunnableMap<string, { a: string }>;
declare const forEach: RunnableEach<string, string, object>;
declare const retried: RunnableRetry<string, string>;
declare const secured: RunnableWithFallbacks<string, string>;
declare const assigned: RunnableAssign;
declare const picked: RunnablePick;
declare const chats: BaseChatModel;
declare const llms: BaseLLM;
declare const finds: BaseRetriever;
declare const tools: DynamicTool;

await runs.invoke('a');
//         ^? signalCarried
await runs.batch(['a']);
//         ^? signalCarried
await runs.stream('a');
//         ^? signalCarried
await bound.invoke('a');
//          ^? signalCarried
await bound.batch(['a']);
//          ^? signalCarried
await bound.stream('a');
//          ^? signalCarried
await inOrder.invoke('a');
//            ^? signalCarried
await inOrder.batch(['a']);
//            ^? signalCarried
const lambda = RunnableLambda.from((text: string) => text);
//                            ^? unknown
await lambda.invoke('a');
//           ^? signalCarried
await lambda.stream('a');
//           ^? signalCarried
await atOnce.invoke('a');
//           ^? signalCarried
await atOnce.stream('a');
//           ^? signalCarried
await forEach.invoke(['a']);
//            ^? signalCarried
await retried.invoke('a');
//            ^? signalCarried
await secured.invoke('a');
//            ^? signalCarried
await assigned.invoke({});
//             ^? signalCarried
await picked.invoke({});
//           ^? signalCarried
await chats.invoke('a');
//          ^? signalCarried, waitsFor network
await llms.invoke('a');
//         ^? signalCarried, waitsFor network
await finds.invoke('a');
//          ^? signalCarried
await tools.invoke('a');
//          ^? signalCarried
