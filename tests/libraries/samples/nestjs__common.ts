import {
  All,
  Catch,
  Controller,
  Delete,
  Get,
  Head,
  type INestApplication,
  Injectable,
  Module,
  Options,
  Patch,
  Post,
  Put,
  RequestMapping,
  Search,
  Sse,
} from '@nestjs/common';

export class Orders {
  @All()
  // ^? handles {callback decorated, event request}
  all(): void {}

  @Delete(':id')
  // ^? handles {callback decorated, event request}
  remove(): void {}

  @Get(':id')
  // ^? handles {callback decorated, event request}
  find(): void {}

  @Head()
  // ^? handles {callback decorated, event request}
  head(): void {}

  @Options()
  // ^? handles {callback decorated, event request}
  options(): void {}

  @Patch(':id')
  // ^? handles {callback decorated, event request}
  change(): void {}

  @Post()
  // ^? handles {callback decorated, event request}
  create(): void {}

  @Put(':id')
  // ^? handles {callback decorated, event request}
  replace(): void {}

  @RequestMapping({ path: 'report' })
  // ^? handles {callback decorated, event request}
  report(): void {}

  @Search()
  // ^? handles {callback decorated, event request}
  search(): void {}

  @Sse('events')
  // ^? handles {callback decorated, event request}
  events(): void {}
}

@Controller()
// ^? startsBy [onModuleInit, onApplicationBootstrap]
export class Pages {}

@Injectable()
// ^? startsBy [onModuleInit, onApplicationBootstrap]
export class Keys {}

@Catch()
// ^? startsBy [onModuleInit, onApplicationBootstrap]
export class Errors {}

@Module({})
// ^? startsBy [onModuleInit, onApplicationBootstrap]
export class App {}

declare const application: INestApplication;
await application.listen(3000);
//                ^? declares service
