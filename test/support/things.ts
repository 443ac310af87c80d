import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { IsInt, IsString, Max } from 'class-validator';
import { Page, paged } from '../../src/http/page.js';
import { Problem } from '../../src/http/problems/problem.js';
import { Public } from '../../src/http/admin/admin.guard.js';
import { Exact } from '../../src/http/validation.js';
import { StorageError } from '../../src/storage/storage.error.js';

@Exact()
class Thing {
  @IsString()
  name: string;
  @IsInt({ message: 'must be a whole number' })
  @Max(9, { message: 'must be at most 9' })
  size: number;
}

/** Routes of every kind, to see what each request passes. */
@Controller('api/v1')
export class ThingsController {
  @Get('things')
  list(@Query() page: Page) {
    return paged([page.limit], page.cursor);
  }
  @Get('things/:id')
  one(@Param('id') id: string) {
    return { id };
  }
  @Put('things')
  put(@Body() thing: Thing) {
    return { made: thing instanceof Thing, ...thing };
  }
  @Post('knowledge/documents')
  document(@Body() body: { text: string }) {
    return { length: body.text.length };
  }
  @Public()
  @Post('whatsapp/webhook')
  webhook(@Body() body: Record<string, string>) {
    return { names: Object.keys(body), values: Object.values(body) };
  }
  @Post('whatsapp/nested')
  nested(@Body() body: unknown) {
    return { body };
  }
  @Public()
  @Get('breaks')
  breaks(@Query('how') how: string) {
    if (how === 'store') throw new StorageError('disk I/O error at /secret/place');
    if (how === 'mongo')
      throw Object.assign(new Error('no primary at db.internal'), { name: 'MongoNetworkError' });
    if (how === 'problem')
      throw new Problem(409, 'Conflict', 'Do that first.', { headers: { 'Retry-After': '9' } });
    throw new Error('the password is hunter2');
  }
}
