import { Module } from '@nestjs/common';
import { PagesController } from './pages/pages.controller.js';
import { PageFiles } from './pages/page-files.js';
import { RootController } from './pages/root.controller.js';
import { SignInModule } from './sign-in/sign-in.module.js';

/** What a person sees in a browser: the console's page, and the way in. Its data are the API's. */
@Module({
  imports: [SignInModule],
  controllers: [RootController, PagesController],
  providers: [PageFiles],
})
export class ConsoleModule {}
