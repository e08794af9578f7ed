import OpenAI, { AzureOpenAI } from 'openai';

declare const signal: AbortSignal;
const openai = new OpenAI();
//                 ^? unknown

await openai.chat.completions.create({ model: 'gpt', messages: [] }, { signal, timeout: 1000 });
//                            ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.chat.completions.create({ model: 'gpt', messages: [], stream: true });
//                            ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.chat.completions.parse({ model: 'gpt', messages: [] });
//                            ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
openai.chat.completions.stream({ model: 'gpt', messages: [] });
//                      ^? signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.chat.completions.update('id', { metadata: null });
//                            ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default 600000}
await openai.responses.create({ model: 'gpt', input: '' });
//                     ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.responses.retrieve('id');
//                     ^? waitsFor network
await openai.embeddings.create({ model: 'embedding', input: '' });
//                      ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.images.generate({ prompt: '' });
//                  ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.files.retrieve('id');
//                 ^? waitsFor network
await openai.files.waitForProcessing('id');
//                 ^? waitsFor network
await openai.vectorStores.search('id', { query: '' });
//                        ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default 600000}
await openai.beta.threads.messages.create('id', { role: 'user', content: '' });
//                                 ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default 600000}
await openai.containers.list();
//                      ^? waitsFor network
await openai.get('/models');
//           ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
await openai.webhooks.unwrap('', {});
//                    ^? waitsFor nothing
const page = await openai.models.list();
//                               ^? waitsFor network, signal arg0.signal, timeout {at arg0.timeout, default 600000}
void page;
//   ^? role page
await page.getNextPage();
//         ^? waitsFor network
openai;
// ^? role client

await new AzureOpenAI().chat.completions.create({ model: 'gpt', messages: [] });
//                                       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 600000}
// A class of the same name, in code of one's own.
class Completions {
  async create() {
    return openai;
  }
}
await new Completions().create();
//                      ^? unknown
