/**
 * Slack's Web API. Every method is a property of a callable type, told by its name alone; one client has at most 100
 * requests in flight, unless its options say otherwise, and repeats those that come too often.
 */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const slackWebApi = {
  package: '@slack/web-api',
  tested: '6.x, 7.x',
  docs: 'https://docs.slack.dev/tools/node-slack-sdk/web-api/',
  types: { WebClient: 'client' },
  names: [
    ...['access', 'add', 'archive', 'completeUploadExternal', 'create', 'delete', 'get'],
    ...['getPermalink', 'getUploadURLExternal', 'history', 'info', 'invite', 'inviteShared', 'join'],
    ...['kick', 'leave', 'list', 'lookupByEmail', 'members', 'open', 'postEphemeral', 'postMessage'],
    ...['publish', 'push', 'remove', 'rename', 'replies', 'revoke', 'scheduleMessage', 'set'],
    ...['setPurpose', 'setStatus', 'setTopic', 'test', 'unfurl', 'update', 'upload'],
  ],
  calls: {
    'MethodWithRequiredArgument#()': asks,
    'MethodWithOptionalArgument#()': asks,
    // Before 7.
    'Method#()': asks,
    'WebClient#apiCall': asks,
    'WebClient#filesUploadV2': asks,
    'WebClient#paginate': [{ when: { arg2: 'function' }, ...asks }, {}],
  },
} as const satisfies LibraryModel;
