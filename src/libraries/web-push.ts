/** web-push. One request for each subscription, which waits for the push service as long as it takes. */
import type { LibraryModel } from '../vocabulary.js';

export const webPush = {
  package: 'web-push',
  tested: '3.x',
  docs: 'https://github.com/web-push-libs/web-push#sendnotificationpushsubscription-payload-options',
  calls: {
    sendNotification: {
      waitsFor: 'network',
      timeout: {
        at: 'arg2.timeout',
        default: 'none',
        of: 'request',
        elsewhere: ['arg2.agent', 'arg2.proxy'],
      },
    },
  },
} as const satisfies LibraryModel;
