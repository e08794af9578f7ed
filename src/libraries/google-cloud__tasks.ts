/** Google Cloud Tasks. One request puts one task into a queue, whose own settings limit how many run. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', timeout: { at: 'arg1.timeout', default: 20_000 } } as const;

export const googleCloudTasks = {
  package: '@google-cloud/tasks',
  tested: '6.x',
  docs: 'https://cloud.google.com/nodejs/docs/reference/tasks/latest',
  types: { CloudTasksClient: 'queue' },
  calls: {
    'CloudTasksClient#createTask': { ...asks, enqueues: { job: 'arg0.task' } },
    'CloudTasksClient#getTask': asks,
    'CloudTasksClient#listTasks': asks,
    'CloudTasksClient#deleteTask': asks,
    'CloudTasksClient#runTask': asks,
    'CloudTasksClient#getQueue': asks,
    'CloudTasksClient#listQueues': asks,
    'CloudTasksClient#createQueue': asks,
    'CloudTasksClient#updateQueue': asks,
    'CloudTasksClient#deleteQueue': asks,
    'CloudTasksClient#purgeQueue': asks,
    'CloudTasksClient#pauseQueue': asks,
    'CloudTasksClient#resumeQueue': asks,
  },
} as const satisfies LibraryModel;
