import DataLoader from 'dataloader';

const users = new DataLoader<string, string>(async keys => keys);
//                ^? runs {callback arg0, times later}
await users.load('1');
//          ^? batches
await users.loadMany(['1', '2']);
//          ^? batches, keepsSize arg0
users.clear('1');
//    ^? unknown
