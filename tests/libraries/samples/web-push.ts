import webPush, { type PushSubscription } from 'web-push';

declare const subscription: PushSubscription;
await webPush.sendNotification(subscription, 'Hello', { timeout: 1000 });
//            ^? waitsFor network, timeout {at arg2.timeout, default none, of request, elsewhere [arg2.agent, arg2.proxy]}
webPush.generateVAPIDKeys();
//      ^? unknown
