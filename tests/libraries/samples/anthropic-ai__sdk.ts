import Anthropic from '@anthropic-ai/sdk';

declare const signal: AbortSignal;
const anthropic = new Anthropic();
//                    ^? unknown
const params = { model: 'claude', max_tokens: 1, messages: [] };

await anthropic.messages.create(params, { signal, timeout: 1000 });
//                       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await anthropic.beta.messages.create(params);
//                            ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
anthropic.messages.stream(params);
//                 ^? signal arg1.signal, timeout {at arg1.timeout, default 600000}
await anthropic.messages.countTokens({ model: 'claude', messages: [] });
//                       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await anthropic.messages.batches.create({ requests: [] });
//                               ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await anthropic.messages.batches.retrieve('id');
//                               ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default 600000}
await anthropic.messages.batches.results('id');
//                               ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default 600000}
await anthropic.beta.agents.list();
//                          ^? waitsFor network
await anthropic.get('/v1/models');
//              ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
const page = await anthropic.models.list();
//                                  ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
void page;
//   ^? role page
await page.getNextPage();
//         ^? waitsFor network
anthropic;
// ^? role client
