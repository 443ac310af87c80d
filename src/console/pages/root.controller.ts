import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../http/admin/admin.guard.js';
import { PageFiles } from './page-files.js';

/** Redirects the bare address to the console. */
@ApiExcludeController()
@Public()
@Controller()
export class RootController {
  constructor(private readonly files: PageFiles) {}

  /** The path prefix is included: a proxy may remove it, but the browser must still ask with it. */
  @Get()
  @Redirect()
  show(): { url: string } {
    return { url: this.files.base };
  }
}
