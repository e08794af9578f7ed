/** Temporal's client. `start` puts a workflow into a task queue, `execute` waits for its result as well. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;
const starts = { waitsFor: 'network', enqueues: { job: 'arg1.args' } } as const;

export const temporalioClient = {
  package: '@temporalio/client',
  tested: '1.x',
  docs: 'https://typescript.temporal.io/api/namespaces/client',
  declaredIn: ['@temporalio/common'],
  likewise: { Connection: 'BaseClient' },
  types: { Client: 'client', Connection: 'connection', ScheduleClient: 'client', WorkflowClient: 'queue' },
  calls: {
    'WorkflowClient#start': starts,
    'WorkflowClient#execute': starts,
    'WorkflowClient#signalWithStart': starts,
    'WorkflowClient#result': asks,
    'WorkflowClient#count': asks,
    'WorkflowClient#executeUpdateWithStart': asks,
    'WorkflowClient#startUpdateWithStart': asks,
    'BaseWorkflowHandle#result': asks,
    'BaseWorkflowHandle#signal': asks,
    'WorkflowHandle#query': asks,
    'WorkflowHandle#executeUpdate': asks,
    'WorkflowHandle#startUpdate': asks,
    'WorkflowHandle#terminate': asks,
    'WorkflowHandle#cancel': asks,
    'WorkflowHandle#describe': asks,
    'WorkflowHandle#fetchHistory': asks,
    'WorkflowUpdateHandle#result': asks,
    'ScheduleClient#create': asks,
    'ScheduleHandle#describe': asks,
    'ScheduleHandle#trigger': asks,
    'ScheduleHandle#pause': asks,
    'ScheduleHandle#delete': asks,
    'BaseClient#withAbortSignal': { runs: { callback: 'arg1', times: 'once' }, signal: 'arg0' },
    'BaseClient#withDeadline': { runs: { callback: 'arg1', times: 'once' } },
    'BaseClient#withMetadata': { runs: { callback: 'arg1', times: 'once' } },
    'Connection.connect': {
      waitsFor: 'network',
      acquires: { what: 'connection', at: 'result', release: 'Connection#close' },
    },
    'Connection#ensureConnected': asks,
    'Connection#close': { waitsFor: 'network', releases: 'this' },
  },
} as const satisfies LibraryModel;
