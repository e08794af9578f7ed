import { createServer } from 'node:http';
import { Cron } from '@nestjs/schedule';
import { Queue, Worker, type Job } from 'bullmq';

const queue = new Queue('mail');

// want enqueues: queue.add
// want reached-from: unknown
export async function later(id: string) {
  await queue.add('send', { id });
}

// want enqueues: later -> queue.add
export async function all(ids: string[]) {
  for (const id of ids) await later(id);
}

// want enqueues: no
// want reached-from: job by Worker -> send
async function send(id: string) {
  return id.length;
}

export const worker = new Worker('mail', async (job: Job<{ id: string }>) => send(job.data.id));

// want reached-from: request by createServer -> render
function render(name: string) {
  return `<p>${name}</p>`;
}

export const server = createServer((_request, response) => {
  response.end(render('a'));
});

// want reached-from: start-up by prepare
function prepare() {
  return new Map<string, string>();
}

export const cache = prepare();

// want reached-from: unknown
export function nobody() {
  return 1;
}

export class Nightly {
  // want reached-from: schedule by Cron
  @Cron('0 3 * * *')
  async run() {
    return this.one();
  }

  // want reached-from: schedule by Cron -> this.one
  private async one() {
    return 1;
  }
}
