import yargs from 'yargs';

yargs(['seed']).command(
  //            ^? declares command
  'seed',
  'Fills the database.',
  given => given,
  async () => undefined,
);
