import Stripe from 'stripe';

const stripe = new Stripe('key');
//                 ^? unknown

await stripe.customers.create({ email: '' }, { timeout: 1000 });
//                     ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.customers.retrieve('id');
//                     ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.customers.update('id', {});
//                     ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.customers.del('id');
//                     ^? waitsFor network, timeout {at arg2.timeout, default 80000}
const page = await stripe.customers.list({ limit: 3 });
//                                  ^? waitsFor network, timeout {at arg1.timeout, default 80000}
void page;
//   ^? role page
const found = await stripe.customers.search({ query: '' });
//                                   ^? waitsFor network, timeout {at arg1.timeout, default 80000}
void found;
//   ^? role page
await stripe.customers.list().autoPagingToArray({ limit: 1000 });
//                            ^? waitsFor network, atMost arg0.limit
await stripe.customers.search({ query: '' }).autoPagingToArray({ limit: 1000 });
//                                           ^? waitsFor network, atMost arg0.limit
await stripe.customers.list().autoPagingEach(async customer => {
  //                            ^? waitsFor network, runs {callback arg0, times each, limited}
  await stripe.customers.del(customer.id);
});
stripe;
// ^? role client

// Other resources are like customers, but for their own methods.
await stripe.paymentIntents.create({ amount: 1, currency: 'eur' });
//                          ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.paymentIntents.confirm('id');
//                          ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.checkout.sessions.create({});
//                             ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.billingPortal.sessions.create({ customer: 'id' });
//                                  ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.subscriptions.cancel('id');
//                         ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.refunds.create({ charge: 'id' });
//                   ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.paymentIntents.list();
//                          ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.balance.retrieve();
//                   ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.v2.core.accounts.persons.retrieve('account', 'id');
//                                    ^? waitsFor network, timeout {at arg3.timeout, default 80000}

// Verified here, over the network nowhere.
stripe.webhooks.constructEvent('', '', '');
//              ^? unknown
// A list of one's own with the same members is no page.
const list = { object: 'list', data: [1], has_more: false, url: '' };
void list;
//   ^? no role
