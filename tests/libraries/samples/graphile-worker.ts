import { makeWorkerUtils, quickAddJob, run, runOnce, type JobHelpers, type Task } from 'graphile-worker';

const utils = await makeWorkerUtils({ connectionString: 'postgres://localhost' });
//                  ^? waitsFor network, acquires {what connection, at result, release WorkerUtils#release}
utils;
// ^? role queue
await utils.addJob('mail', { id: 1 });
//          ^? waitsFor pool, enqueues {job arg1, bulk WorkerUtils#addJobs}
await utils.addJobs([{ identifier: 'mail', payload: { id: 1 } }]);
//          ^? waitsFor pool, enqueues {job arg0, many}, keepsSize arg0
await utils.migrate();
//          ^? waitsFor pool
await utils.release();
//          ^? releases this
await quickAddJob({ connectionString: 'postgres://localhost' }, 'mail', { id: 1 });
//    ^? waitsFor network, enqueues {job arg2, bulk WorkerUtils#addJobs}

const mail: Task = async (_payload, { addJob, withPgClient }) => {
  await addJob('audit', {});
  //    ^? waitsFor pool, enqueues {job arg1, bulk WorkerUtils#addJobs}
  await withPgClient(client => client.query('select 1'));
  //    ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
};
async function audit(_payload: unknown, helpers: JobHelpers): Promise<void> {
  await helpers.addJob('mail', {});
  //            ^? waitsFor pool, enqueues {job arg1, bulk WorkerUtils#addJobs}
  await helpers.withPgClient(client => client.query('select 1'));
  //            ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
  await helpers.query('select 1');
  //            ^? waitsFor pool, queries {sql arg0}
}

const runner = await run({ concurrency: 5, taskList: { mail, audit } });
//                   ^? waitsFor network, concurrency {at arg0.concurrency, default 1}
runner;
// ^? role worker
await runner.addJob('mail', {});
//           ^? waitsFor pool, enqueues {job arg1, bulk WorkerUtils#addJobs}
await runOnce({ taskList: { mail } });
//    ^? waitsFor event
