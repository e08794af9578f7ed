import { InvokeCommand, Lambda, LambdaClient } from '@aws-sdk/client-lambda';

const client = new LambdaClient({});
client;
// ^? role client
await client.send(new InvokeCommand({ FunctionName: 'resize' }));
//           ^? waitsFor network, signal arg1.abortSignal

const functions = new Lambda({});
functions;
// ^? role client
await functions.invoke({ FunctionName: 'resize' });
//              ^? waitsFor network, signal arg1.abortSignal
await functions.getFunction({ FunctionName: 'resize' });
//              ^? waitsFor network, signal arg1.abortSignal
await functions.listFunctions({});
//              ^? waitsFor network, signal arg1.abortSignal
