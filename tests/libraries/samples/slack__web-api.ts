import { WebClient } from '@slack/web-api';

const slack = new WebClient('token');
slack;
// ^? role client
await slack.chat.postMessage({ channel: 'c', text: 'Hello' });
//               ^? waitsFor network
await slack.conversations.list();
//                        ^? waitsFor network
await slack.conversations.invite({ channel: 'c', users: 'u' });
//                        ^? waitsFor network
await slack.users.info({ user: 'u' });
//                ^? waitsFor network
await slack.auth.test();
//               ^? waitsFor network
await slack.apiCall('chat.postMessage', { channel: 'c' });
//          ^? waitsFor network
await slack.filesUploadV2({ channel_id: 'c', file: 'a.txt', filename: 'a.txt' });
//          ^? waitsFor network
await slack.paginate('conversations.list', {}, () => false);
//          ^? waitsFor network
for await (const page of slack.paginate('conversations.list')) void page;
class Notifier {
  constructor(private readonly client: WebClient) {}
  send = (text: string) => this.client.chat.postMessage({ channel: 'c', text });
  //                                        ^? waitsFor network
}
void Notifier;
