import { Body, Controller, Get, Module, Param, Post, Put, Query } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { IsInt, IsString, Max } from 'class-validator';
import request from 'supertest';
import { afterAll, beforeAll, expect } from 'vitest';
import { Env } from '../../src/env/env.js';
import { HttpModule } from '../../src/http/http.module.js';
import { Page, paged } from '../../src/http/page.js';
import { ConsoleSessions } from '../../src/http/admin/console-sessions.js';
import { type TokenHolder, TokenHolders } from '../../src/http/admin/token-holders.js';
import { Problem } from '../../src/http/problems/problem.js';
import { Public } from '../../src/http/admin/admin.guard.js';
import { Exact } from '../../src/http/validation.js';
import { useHttp } from '../../src/http/use-http.js';
import { StorageError } from '../../src/storage/storage.error.js';

export const TOKEN = 'a-token-for-tests';
export const BEARER = { Authorization: `Bearer ${TOKEN}` };

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

@Module({
  imports: [HttpModule],
  controllers: [ThingsController],
  providers: [
    { provide: Env, useValue: Object.assign(new Env(), { ADMIN_TOKEN: TOKEN }) },
    { provide: ConsoleSessions, useValue: { find: () => Promise.resolve() } },
    { provide: TokenHolders, useValue: onlyHolderOf(TOKEN) },
  ],
})
class EnvModule {}

/** The routes above behind the guard and the pipes of all, listening for a file; what asks them. */
export function things(): () => ReturnType<typeof request> {
  let app: NestExpressApplication;
  beforeAll(async () => void (app = await startThings()));
  afterAll(() => app.close());
  return () => request(app.getHttpServer());
}

async function startThings(): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule({
    imports: [
      {
        module: EnvModule,
        global: true,
        exports: [Env, ConsoleSessions, TokenHolders],
        providers: [],
      },
    ],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  useHttp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** A problem as the contract has it. */
export const problem = (status: number, title: string) => ({
  type: 'about:blank',
  title,
  status,
  detail: expect.any(String),
  request_id: expect.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
});

/** For an app of a few rooms, without a store: one token, which may do everything. */
export function onlyHolderOf(token: string): Pick<TokenHolders, 'holding'> {
  const holder: TokenHolder = { id: null, name: 'ADMIN_TOKEN', scope: 'admin', print: '' };
  return { holding: async (given) => (given === token ? holder : undefined) };
}
