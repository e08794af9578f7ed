import { Cron, Interval, Timeout } from '@nestjs/schedule';

export class Reminders {
  @Cron('0 3 * * *')
  // ^? handles {callback decorated, event schedule, overlap may}
  async nightly(): Promise<void> {}

  @Cron('0 4 * * *', { waitForCompletion: true })
  // ^? handles {callback decorated, event schedule, overlap never}
  async afterwards(): Promise<void> {}

  @Interval(1000)
  // ^? handles {callback decorated, event schedule, overlap may}
  async often(): Promise<void> {}

  @Timeout(1000)
  // ^? handles {callback decorated, event schedule, overlap never}
  async once(): Promise<void> {}
}
