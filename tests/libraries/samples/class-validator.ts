import { ArrayMaxSize, validate } from 'class-validator';

export class Import {
  @ArrayMaxSize(100)
  // ^? atMost arg0
  ids!: string[];
}

await validate(new Import());
//    ^? waitsFor nothing
