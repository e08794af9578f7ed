/**
 * Stripe. Lists come in pages of at most 100. A request takes 80 seconds at most unless its options, which stand last,
 * say otherwise; there is no abort signal.
 */
import type { LibraryModel } from '../vocabulary.js';

/** `create(params, options)`, `list(params, options)`. */
const second = { waitsFor: 'network', timeout: { at: 'arg1.timeout', default: 80_000 } } as const;
/** `retrieve(id, params, options)`. */
const third = { waitsFor: 'network', timeout: { at: 'arg2.timeout', default: 80_000 } } as const;
/** `retrieve(parentId, id, params, options)`. */
const fourth = { waitsFor: 'network', timeout: { at: 'arg3.timeout', default: 80_000 } } as const;

export const stripe = {
  package: 'stripe',
  tested: '23.x',
  docs: 'https://docs.stripe.com/api/pagination',
  types: {
    Stripe: 'client',
    ApiList: 'page',
    ApiSearchResult: 'page',
    V2List: 'page',
    V2SearchResult: 'page',
  },
  likewise: {
    // The base of all resources: what differs from customers is listed by its class.
    StripeResource: 'CustomerResource',
    ApiSearchResultPromise: 'ApiListPromise',
    V2ListPromise: 'ApiListPromise',
    V2SearchResultPromise: 'ApiListPromise',
  },
  results: {
    ApiListPromise: { waitsFor: 'network' },
    ApiSearchResultPromise: { waitsFor: 'network' },
    V2ListPromise: { waitsFor: 'network' },
  },
  calls: {
    'CustomerResource#create': second,
    'CustomerResource#list': second,
    'CustomerResource#search': second,
    'CustomerResource#retrieve': third,
    'CustomerResource#update': third,
    'CustomerResource#del': third,
    'BalanceResource#retrieve': second,
    'BalanceSettingResource#retrieve': second,
    'BalanceSettingResource#update': second,
    'SettingResource#retrieve': second,
    'SettingResource#update': second,
    'CreditBalanceSummaryResource#retrieve': second,
    'PersonResource#create': third,
    'PersonResource#list': third,
    'PersonResource#retrieve': fourth,
    'PersonResource#update': fourth,
    'PersonResource#del': fourth,
    'PersonTokenResource#create': third,
    'PersonTokenResource#retrieve': fourth,
    'PaymentIntentResource#confirm': third,
    'PaymentIntentResource#capture': third,
    'PaymentIntentResource#cancel': third,
    'SetupIntentResource#confirm': third,
    'SetupIntentResource#cancel': third,
    'ChargeResource#capture': third,
    'PaymentMethodResource#attach': third,
    'PaymentMethodResource#detach': third,
    'SubscriptionResource#cancel': third,
    'SubscriptionResource#resume': third,
    'SubscriptionScheduleResource#cancel': third,
    'SubscriptionScheduleResource#release': third,
    'InvoiceResource#createPreview': second,
    'InvoiceResource#finalizeInvoice': third,
    'InvoiceResource#listLineItems': third,
    'InvoiceResource#pay': third,
    'InvoiceResource#sendInvoice': third,
    'InvoiceResource#voidInvoice': third,
    'SessionResource#expire': third,
    'SessionResource#listLineItems': third,
    'RefundResource#cancel': third,
    'PayoutResource#cancel': third,
    'CustomerResource#listPaymentMethods': third,
    'CustomerResource#createBalanceTransaction': third,
    'ApiListPromise#autoPagingToArray': { waitsFor: 'network', atMost: 'arg0.limit' },
    // The next item waits for the handler's promise.
    'ApiListPromise#autoPagingEach': {
      waitsFor: 'network',
      runs: { callback: 'arg0', times: 'each', limited: true },
    },
  },
} as const satisfies LibraryModel;
