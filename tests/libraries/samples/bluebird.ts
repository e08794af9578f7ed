import Bluebird from 'bluebird';
import { map } from 'bluebird';

const urls = ['/', '/a'];
await Bluebird.map(urls, url => fetch(url), { concurrency: 2 });
//             ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}
await map(urls, url => fetch(url));
//    ^? runs {callback arg1, times each, limited}, keepsSize arg0, concurrency {at arg2.concurrency, default unlimited}
await Bluebird.mapSeries(urls, url => fetch(url));
//             ^? runs {callback arg1, times each, limited}, keepsSize arg0
await Bluebird.resolve(urls).map(url => fetch(url));
//                           ^? runs {callback arg0, times each, limited}, keepsSize this, concurrency {at arg1.concurrency, default unlimited}
await Bluebird.resolve(urls).each(url => fetch(url));
//                           ^? runs {callback arg0, times each, limited}, keepsSize this
await Bluebird.all(urls.map(url => fetch(url)));
//             ^? combines arg0, keepsSize arg0
await Bluebird.race(urls.map(url => fetch(url)));
//             ^? combines arg0
await Bluebird.delay(10).then(() => urls);
//             ^? waitsFor timer
await Bluebird.delay(10).then(() => urls);
//                       ^? runs {callback arg0, times once}
await Bluebird.try(() => urls);
//             ^? runs {callback arg0, times once}
await Bluebird.props({ home: fetch('/') });
//             ^? unknown
