/**
 * nodemailer 7. A transport without `pool: true` opens a connection for each mail; with it, mails take turns over
 * `maxConnections`. Which one it is, only its options say, so no call of it is taken for limited.
 */
import type { LibraryModel } from '../vocabulary.js';

export const nodemailer = {
  package: 'nodemailer',
  tested: '7.x',
  docs: 'https://nodemailer.com/',
  calls: {
    createTestAccount: { waitsFor: 'network' },
    'Mail#sendMail': { waitsFor: 'network' },
    'Mail#verify': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
