import 'stripe-20';
import Stripe from 'stripe';

const stripe = new Stripe('key');
stripe;
// ^? role client
await stripe.customers.create({ email: '' }, { timeout: 1000 });
//                     ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.customers.retrieve('id');
//                     ^? waitsFor network, timeout {at arg2.timeout, default 80000}
const page = await stripe.customers.list({ limit: 3 });
//                                  ^? waitsFor network, timeout {at arg1.timeout, default 80000}
void page;
//   ^? role page
await stripe.customers.list().autoPagingToArray({ limit: 1000 });
//                            ^? waitsFor network, atMost arg0.limit
await stripe.subscriptions.update('id', {});
//                         ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.subscriptions.cancel('id');
//                         ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.subscriptionSchedules.release('id');
//                                 ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.subscriptionItems.list({ subscription: 'id' });
//                             ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.checkout.sessions.create({});
//                             ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.billingPortal.sessions.create({ customer: 'id' });
//                                  ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.billing.meterEvents.create({ event_name: 'read', payload: {} });
//                               ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.invoices.createPreview({});
//                    ^? waitsFor network, timeout {at arg1.timeout, default 80000}
await stripe.invoices.pay('id');
//                    ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.accounts.retrieve('id');
//                    ^? waitsFor network
await stripe.accounts.listExternalAccounts('id');
//                    ^? waitsFor network
await stripe.accounts.createLoginLink('id');
//                    ^? waitsFor network, timeout {at arg2.timeout, default 80000}
await stripe.transfers.create({ currency: 'eur', destination: 'id' });
//                     ^? waitsFor network, timeout {at arg1.timeout, default 80000}

// Verified here, over the network nowhere.
stripe.webhooks.constructEvent('', '', '');
//              ^? unknown
