import { Command } from '@oclif/core';

declare const command: Command;
await command.run();
//            ^? declares command
