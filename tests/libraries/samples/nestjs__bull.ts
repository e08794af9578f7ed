import { InjectQueue, Process, Processor } from '@nestjs/bull';
import type { Job, Queue } from 'bull';

@Processor('mail')
// ^? unknown
export class Mailer {
  constructor(@InjectQueue('audit') private readonly audit: Queue) {}

  @Process({ name: 'welcome', concurrency: 5 })
  // ^? concurrency {at arg0.concurrency, default 1}, handles {callback decorated, event job}
  async welcome(job: Job): Promise<void> {
    await this.audit.add(job.data);
    //               ^? waitsFor network, enqueues {job arg0, bulk Queue#addBulk}
  }

  @Process('bye')
  // ^? concurrency {at arg0.concurrency, default 1}, handles {callback decorated, event job}
  async bye(): Promise<void> {}
}
