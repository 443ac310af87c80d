import { Module } from '@nestjs/common';
import { PagesController } from './pages/pages.controller.js';
import { PageFiles } from './pages/page-files.js';
import { RootController } from './pages/root.controller.js';

/** What a person sees in a browser: the console's page. Its data are the API's. */
@Module({
  controllers: [RootController, PagesController],
  providers: [PageFiles],
})
export class ConsoleModule {}
