import type { AddressInfo } from 'node:net';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchange } from '../../../test/support/socket.js';
import { BoundedExpressAdapter } from './bounded.adapter.js';
import { useHttp } from '../use-http.js';

@Controller('api/v1')
class ThingsController {
  @Post('things')
  take(@Body() body: object) {
    return body;
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: NestExpressApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [ThingsModule] }).compile();
  const soon = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
  const adapter = new BoundedExpressAdapter(soon);
  app = module.createNestApplication<NestExpressApplication>(adapter, { bodyParser: false });
  useHttp(app);
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const raw = (bytes: string) => exchange((app.getHttpServer().address() as AddressInfo).port, bytes);

const POST = 'POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

it.each([
  [408, 'headers that never end', POST],
  [408, 'nothing at all', ''],
  [408, 'a body that never ends', `${POST}Content-Length: 100\r\n\r\n{"name":`],
  [408, 'chunks that never end', `${POST}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n`],
  [
    413,
    'chunk extensions without end',
    `${POST}Transfer-Encoding: chunked\r\n\r\n2;${'x'.repeat(20_000)}\r\n{}\r\n`,
  ],
])('answers %i once, as a problem, and hangs up: %s', async (status, _, bytes) => {
  const [head, body, ...more] = (await raw(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  expect(head).toMatch(/^connection: close$/im);
  const id = /^x-request-id: (\S+)/im.exec(head)![1];
  expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, request_id: id });
  expect(more).toEqual([]);
});

it('serves on after all of them', async () => {
  const answer = await raw(`${POST}Content-Length: 2\r\nConnection: close\r\n\r\n{}`);
  expect(answer).toMatch(/^HTTP\/1\.1 201 .*\r\n\r\n\{\}$/s);
});
