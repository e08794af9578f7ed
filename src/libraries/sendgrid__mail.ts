/** SendGrid. One request sends one mail, or as many as its list holds. */
import type { LibraryModel } from '../vocabulary.js';

export const sendgridMail = {
  package: '@sendgrid/mail',
  tested: '8.x',
  docs: 'https://github.com/sendgrid/sendgrid-nodejs/tree/main/packages/mail',
  types: { MailService: 'client' },
  calls: {
    'MailService#send': { waitsFor: 'network' },
    'MailService#sendMultiple': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
