import pMap, { pMapIterable, pMapKeyed, pMapSettled } from 'p-map';
import map from 'p-map';

const urls = ['/', '/a'];
await pMap(urls, url => fetch(url), { concurrency: 2 });
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0
await map(urls, url => fetch(url));
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0
for await (const response of pMapIterable(urls, url => fetch(url))) void response;
//                           ^? runs {callback arg1, times each, limited}, keepsSize arg0
await pMapSettled(urls, url => fetch(url));
//    ^? unknown
await pMapKeyed({ home: '/' }, url => fetch(url));
//    ^? unknown
