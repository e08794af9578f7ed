// Before 7 all methods were of one type.
import { WebClient } from 'slack-web-api-6';

const slack = new WebClient('token');
slack;
// ^? role client
await slack.chat.postMessage({ channel: 'c', text: 'Hello' });
//               ^? waitsFor network
await slack.conversations.history({ channel: 'c' });
//                        ^? waitsFor network
await slack.apiCall('chat.postMessage', { channel: 'c' });
//          ^? waitsFor network
