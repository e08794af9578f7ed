/** Trigger.dev. A task is triggered one payload at a time or many in a batch, from its own value or by its name. */
import type { LibraryModel } from '../vocabulary.js';

const runs = { callback: 'arg0.run', event: 'job', signal: 'arg0.run.param1.signal' } as const;

export const triggerDevSdk = {
  package: '@trigger.dev/sdk',
  tested: '4.x',
  docs: 'https://trigger.dev/docs/triggering',
  declaredIn: ['@trigger.dev/core'],
  likewise: { TaskWithSchema: 'Task' },
  types: { Task: 'queue', TaskWithSchema: 'queue' },
  calls: {
    'Task#trigger': {
      waitsFor: 'network',
      enqueues: { job: 'arg0', bulk: 'Task#batchTrigger', each: { payload: 'arg0', options: 'arg1' } },
    },
    'Task#batchTrigger': { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    'Task#triggerAndWait': {
      waitsFor: 'network',
      enqueues: { job: 'arg0', bulk: 'Task#batchTriggerAndWait' },
    },
    'Task#batchTriggerAndWait': { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    trigger: { waitsFor: 'network', enqueues: { job: 'arg1', bulk: 'batchTrigger' } },
    batchTrigger: { waitsFor: 'network', enqueues: { job: 'arg1', many: true } },
    triggerAndWait: { waitsFor: 'network', enqueues: { job: 'arg1', bulk: 'batchTriggerAndWait' } },
    batchTriggerAndWait: { waitsFor: 'network', enqueues: { job: 'arg1', many: true } },
    batchTriggerById: { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    batchTriggerByIdAndWait: { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    batchTriggerTasks: { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    batchTriggerAndWaitTasks: { waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
    createTask: { handles: runs },
    createSchemaTask: { handles: runs },
    // The package's own, and the function of the same name in `schedules`, whose runs are jobs as well.
    task: { handles: runs },
    schemaTask: { handles: runs },
  },
} as const satisfies LibraryModel;
