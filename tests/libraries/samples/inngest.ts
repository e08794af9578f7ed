import { Inngest } from 'inngest';

const inngest = new Inngest({ id: 'app' });
inngest;
// ^? role queue
await inngest.send({ name: 'user/created', data: { id: 1 } });
//            ^? waitsFor network, enqueues {job arg0, bulk Inngest#send}
await inngest.send([{ name: 'user/created', data: { id: 1 } }]);
//            ^? waitsFor network, enqueues {job arg0, many}
export const welcome = inngest.createFunction(
  //                           ^? handles {callback arg1, event job}
  { id: 'welcome', concurrency: 5, triggers: { event: 'user/created' } },
  async ({ step }) => {
    // Members of a type without a name: nothing tells them from other functions called `run`.
    await step.run('mail', async () => 1);
    //         ^? unknown
  },
);
