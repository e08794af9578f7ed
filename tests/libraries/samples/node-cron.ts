import cron, { createTask, schedule } from 'node-cron';

async function work(): Promise<void> {}

const task = cron.schedule('* * * * *', async () => work());
//                ^? handles {callback arg1, event schedule, overlap may}
schedule('* * * * *', work, { timezone: 'Europe/Berlin' });
// ^? handles {callback arg1, event schedule, overlap may}
schedule('* * * * *', work, { noOverlap: true });
// ^? handles {callback arg1, event schedule, overlap never}
createTask('* * * * *', work, { noOverlap: false });
// ^? handles {callback arg1, event schedule, overlap may}
schedule('* * * * *', './background.js');
// ^? unknown
task.on('execution:failed', () => undefined);
//   ^? listens {listener arg1, remove ScheduledTask#off}
