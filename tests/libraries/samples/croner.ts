import { Cron } from 'croner';

async function work(): Promise<void> {}

new Cron('* * * * *', async () => work());
//  ^? handles {callback arg1, event schedule, overlap may}
new Cron('* * * * *', { protect: true }, work);
//  ^? handles {callback arg2, event schedule, overlap never}
new Cron('* * * * *', { protect: job => job.stop() }, work);
//  ^? handles {callback arg2, event schedule, overlap never}
new Cron('* * * * *', { protect: false }, work);
//  ^? handles {callback arg2, event schedule, overlap may}
new Cron('* * * * *', work, { protect: true });
//  ^? handles {callback arg1, event schedule, overlap never}
const job = new Cron('* * * * *');
//              ^? unknown
job.schedule(work);
//  ^? handles {callback arg0, event schedule}
