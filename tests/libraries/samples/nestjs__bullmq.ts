import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { Queue, type Job } from 'bullmq';

@Processor('mail', { concurrency: 5 })
// ^? concurrency {at arg1.concurrency, default 1}, handles {callback decorated, event job}
export class Mailer extends WorkerHost {
  constructor(@InjectQueue('audit') private readonly audit: Queue) {
    //         ^? unknown
    super();
  }

  async process(job: Job): Promise<void> {
    await this.audit.add('sent', job.data);
    //               ^? waitsFor network, enqueues {job arg1, kind arg0, bulk Queue#addBulk, each {name arg0, data arg1, opts arg2}}
  }
}

@Processor({ name: 'audit' })
// ^? concurrency {at arg1.concurrency, default 1}, handles {callback decorated, event job}
export class Auditor extends WorkerHost {
  async process(): Promise<void> {}
}

declare const host: WorkerHost;
host;
// ^? role worker
