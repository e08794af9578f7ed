import { CronJob } from 'cron';

async function work(): Promise<void> {}

const job = new CronJob('* * * * *', work);
//              ^? handles {callback arg1, event schedule, overlap may}
new CronJob('* * * * *', work, null, true, null, null, false, null, false, true);
//  ^? handles {callback arg1, event schedule, overlap never}
CronJob.from({ cronTime: '* * * * *', onTick: work, start: true });
//      ^? handles {callback arg0.onTick, event schedule, overlap may}
CronJob.from({ cronTime: '* * * * *', onTick: async () => work(), waitForCompletion: true });
//      ^? handles {callback arg0.onTick, event schedule, overlap never}
job.addCallback(work);
//  ^? handles {callback arg0, event schedule}
job.start();
//  ^? unknown
