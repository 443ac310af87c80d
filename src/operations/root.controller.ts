import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Endpoints } from '../config/endpoints.js';
import { Public } from '../http/admin/admin.guard.js';
import { prefixOf } from '../http/edge/path-prefix.js';

/** Redirects the bare address to the page that shows the API. */
@ApiExcludeController()
@Public()
@Controller()
export class RootController {
  constructor(private readonly endpoints: Endpoints) {}

  /** The path prefix is included: a proxy may remove it, but the browser must still ask with it. */
  @Get()
  @Redirect()
  show(): { url: string } {
    return { url: `${prefixOf(this.endpoints.publicUrl)}/docs` };
  }
}
