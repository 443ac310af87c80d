import { applyDecorators, Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../http/admin/admin.guard.js';
import { PageFiles } from './page-files.js';
import { PAGE_POLICY } from './page-policy.js';

const AsPage = () =>
  applyDecorators(
    Header('Content-Security-Policy', PAGE_POLICY),
    Header('Content-Type', 'text/html; charset=utf-8'),
    Header('Cache-Control', 'no-cache'),
  );

/**
 * The console: one page, whatever the address below /console, and the files that it is made of. They
 * are the same for everybody and tell nothing; what the page shows it asks of the API.
 */
@ApiExcludeController()
@Public()
@Controller('console')
export class PagesController {
  constructor(private readonly files: PageFiles) {}

  @Get('assets/*name')
  asset(@Param('name') name: string[], @Res() response: Response): Promise<void> {
    return this.files.send(name.join('/'), response);
  }

  @Get()
  @AsPage()
  page(): Promise<string> {
    return this.files.page();
  }

  /** The page decides what it shows there. */
  @Get('*place')
  @AsPage()
  place(): Promise<string> {
    return this.files.page();
  }
}
