import { program } from 'commander';

program
  .command('seed')
  .hook('preAction', () => undefined)
  // ^? declares command
  .action(async () => undefined);
// ^? declares command
