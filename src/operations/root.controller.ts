import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Endpoints } from '../config/endpoints.js';
import { Public } from '../http/admin/admin.guard.js';
import { prefixOf } from '../http/edge/path-prefix.js';

/** What a browser finds at the address alone: the page that shows the API. */
@ApiExcludeController()
@Public()
@Controller()
export class RootController {
  constructor(private readonly endpoints: Endpoints) {}

  /** With the path prefix: where a proxy takes it off, the browser must still ask for it. */
  @Get()
  @Redirect()
  show(): { url: string } {
    return { url: `${prefixOf(this.endpoints.publicUrl)}/docs` };
  }
}
