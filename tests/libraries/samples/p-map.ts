import pMap, { pMapIterable, pMapKeyed, pMapSettled } from 'p-map';
import map from 'p-map';

const urls = ['/', '/a'];
await pMap(urls, url => fetch(url), { concurrency: 2 });
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}, signal arg2.signal
await map(urls, url => fetch(url));
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}, signal arg2.signal
for await (const response of pMapIterable(urls, url => fetch(url))) void response;
//                           ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}
await pMapSettled(urls, url => fetch(url));
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}, signal arg2.signal
await pMapKeyed({ home: '/' }, url => fetch(url));
//    ^? unknown
