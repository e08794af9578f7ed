/** Resend. One request each; a batch takes up to 100 mails at once, and lists come in pages of at most 100. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const resend = {
  package: 'resend',
  tested: '4.x, 6.x',
  docs: 'https://resend.com/docs/api-reference/introduction',
  types: { Resend: 'client' },
  calls: {
    'Emails#send': asks,
    'Emails#create': asks,
    'Emails#get': asks,
    'Emails#update': asks,
    'Emails#cancel': asks,
    // Its bundler tells it from another class of that name; before that came, it needed not.
    'Batch$1#send': asks,
    'Batch$1#create': asks,
    'Batch#send': asks,
    'Batch#create': asks,
    'Broadcasts#create': asks,
    'Broadcasts#send': asks,
    'Broadcasts#get': asks,
    'Broadcasts#list': asks,
    'Broadcasts#update': asks,
    'Broadcasts#remove': asks,
    'Contacts#create': asks,
    'Contacts#get': asks,
    'Contacts#list': asks,
    'Contacts#update': asks,
    'Contacts#remove': asks,
    'Domains#create': asks,
    'Domains#get': asks,
    'Domains#list': asks,
    'Domains#update': asks,
    'Domains#remove': asks,
    'Domains#verify': asks,
    'ApiKeys#create': asks,
    'ApiKeys#list': asks,
    'ApiKeys#remove': asks,
  },
} as const satisfies LibraryModel;
