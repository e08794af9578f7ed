import pAll from 'p-all';

const tasks = [async () => 1, async () => 2];
await pAll(tasks);
//    ^? runs {callback arg0, times each}, concurrency {at arg1.concurrency, default unlimited}, keepsSize arg0
await pAll(tasks, { concurrency: 2 });
//    ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default unlimited}, keepsSize arg0
