import pMap, { pMapIterable, pMapKeyed, pMapSettled } from 'p-map';
import map from 'p-map';

const urls = ['/', '/a'];
await pMap(urls, url => fetch(url), { concurrency: 2 });
//    ^? ?
await map(urls, url => fetch(url));
//    ^? ?
for await (const response of pMapIterable(urls, url => fetch(url))) void response;
//                           ^? ?
await pMapSettled(urls, url => fetch(url));
//    ^? ?
await pMapKeyed({ home: '/' }, url => fetch(url));
//    ^? ?
