import { batch, schedules, schemaTask, task, tasks } from '@trigger.dev/sdk';

export const mail = task({
  //                ^? handles {callback arg0.run, event job, signal arg0.run.param1.signal}
  id: 'mail',
  queue: { concurrencyLimit: 5 },
  run: async (payload: { id: number }, { signal }) => {
    await fetch(`https://example.com/${payload.id}`, { signal });
  },
});
mail;
// ^? role queue
export const typed = schemaTask({ id: 'typed', run: async () => 1 });
//                   ^? handles {callback arg0.run, event job, signal arg0.run.param1.signal}
export const nightly = schedules.task({ id: 'nightly', cron: '0 0 * * *', run: async () => 1 });
//                               ^? handles {callback arg0.run, event job, signal arg0.run.param1.signal}

await mail.trigger({ id: 1 });
//         ^? waitsFor network, enqueues {job arg0, bulk Task#batchTrigger, each {payload arg0, options arg1}}
await mail.batchTrigger([{ payload: { id: 1 } }]);
//         ^? waitsFor network, enqueues {job arg0, many}
await mail.triggerAndWait({ id: 1 });
//         ^? waitsFor network, enqueues {job arg0, bulk Task#batchTriggerAndWait}
await mail.batchTriggerAndWait([{ payload: { id: 1 } }]);
//         ^? waitsFor network, enqueues {job arg0, many}
await tasks.trigger<typeof mail>('mail', { id: 1 });
//          ^? waitsFor network, enqueues {job arg1, bulk batchTrigger}
await tasks.batchTrigger<typeof mail>('mail', [{ payload: { id: 1 } }]);
//          ^? waitsFor network, enqueues {job arg1, many}
await tasks.triggerAndWait<typeof mail>('mail', { id: 1 });
//          ^? waitsFor network, enqueues {job arg1, bulk batchTriggerAndWait}
await batch.trigger<typeof mail>([{ id: 'mail', payload: { id: 1 } }]);
//          ^? waitsFor network, enqueues {job arg0, many}
